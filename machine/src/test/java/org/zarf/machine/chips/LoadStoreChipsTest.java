package org.zarf.machine.chips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.machine.isa.Opcode.LB;
import static org.zarf.machine.isa.Opcode.LBU;
import static org.zarf.machine.isa.Opcode.LD;
import static org.zarf.machine.isa.Opcode.LH;
import static org.zarf.machine.isa.Opcode.LHU;
import static org.zarf.machine.isa.Opcode.LW;
import static org.zarf.machine.isa.Opcode.LWU;
import static org.zarf.machine.isa.Opcode.SB;
import static org.zarf.machine.isa.Opcode.SD;
import static org.zarf.machine.isa.Opcode.SH;
import static org.zarf.machine.isa.Opcode.SW;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Table;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/**
 * For every load and store at every offset, on every chip: over all flags that a prover can set,
 * either nothing is provable, or exactly what the instruction does.
 */
class LoadStoreChipsTest {

  private static final List<Opcode> LOADS = List.of(LB, LBU, LH, LHU, LW, LWU, LD);
  private static final List<Opcode> STORES = List.of(SB, SH, SW, SD);

  /** A chip, what it proves, and how a case is given to it. */
  private record Subject(
      Table table,
      Set<Opcode> opcodes,
      boolean anyOffset,
      Function<MemoryCase, Map<Cell, Long>> given) {

    Subject with(List<Table.Constraint> constraints, List<Table.Interaction> interactions) {
      var changed =
          new Table(
              table.name(),
              table.main(),
              table.fixed(),
              constraints,
              interactions,
              table.claims(),
              table.isMasked());
      return new Subject(changed, opcodes, anyOffset, given);
    }

    boolean proves(MemoryCase x) {
      int bytes = x.op().accessBytes();
      return x.isPossible() && opcodes.contains(x.op()) && (anyOffset || x.offset() % bytes == 0);
    }

    void check(MemoryCase x) {
      Set<List<Outcomes.Message>> outcomes = Outcomes.of(table, given.apply(x), x.instruction());
      if (proves(x)) {
        assertThat(outcomes).as(table.name() + " " + x).hasSize(1);
        List<Outcomes.Message> only = outcomes.iterator().next();
        assertThat(new HashSet<>(only)).as(table.name() + " " + x).isEqualTo(x.honest());
        assertThat(only).hasSize(x.honest().size());
      } else {
        assertThat(outcomes).as(table.name() + " " + x).isEmpty();
      }
    }
  }

  /** 0x7f00 2^16 = p - 1: without its bounds, the carry of one limb hides in the next. */
  private static final long[] OUTSIDE = {
    (0x7f00L << 32) + 0x1234_5008,
    (0x7f00L << 48) + (1L << 32) + 0x1234_5008,
    1L << 31,
    (1L << 31) + 8,
    0x7f00_0001L + (1L << 31),
    1L << 32,
    (1L << 32) + 4096,
    1L << 47,
    (1L << 48) + 4096,
    -8,
    -4096,
    Long.MIN_VALUE,
    (0x7fff_ffffL << 32) + 4096
  };

  private static final List<Subject> LOAD_CHIPS = loadChips();
  private static final List<Subject> STORE_CHIPS = storeChips();

  private static List<Subject> loadChips() {
    var chip8 = Table.of(new LoadDoubleChip());
    var chip4 = Table.of(new LoadWordChip());
    var chip2 = Table.of(new LoadNarrowChip());
    var any = Table.of(new LoadMisalignedChip());
    var row = any.row();
    return List.of(
        new Subject(chip8.table(), Set.of(LD), false, x -> x.given(chip8.row().load())),
        new Subject(chip4.table(), Set.of(LW, LWU), false, x -> x.given(chip4.row().load())),
        new Subject(
            chip2.table(), Set.of(LB, LBU, LH, LHU), false, x -> x.given(chip2.row().load())),
        new Subject(
            any.table(),
            Set.of(LH, LHU, LW, LWU, LD),
            true,
            x -> x.with(row.straddle(), x.given(row.load()))));
  }

  private static List<Subject> storeChips() {
    var chip8 = Table.of(new StoreDoubleChip());
    var chip4 = Table.of(new StoreWordChip());
    var chip2 = Table.of(new StoreNarrowChip());
    var any = Table.of(new StoreMisalignedChip());
    var row = any.row();
    return List.of(
        new Subject(chip8.table(), Set.of(SD), false, x -> x.given(chip8.row().store())),
        new Subject(chip4.table(), Set.of(SW), false, x -> x.given(chip4.row().store())),
        new Subject(chip2.table(), Set.of(SB, SH), false, x -> x.given(chip2.row().store())),
        new Subject(
            any.table(),
            Set.of(SH, SW, SD),
            true,
            x -> x.with(row.straddle(), x.given(row.store()))));
  }

  @Trials(3)
  void loadsProveWhatTheyLoadAndNothingElse(SplittableRandom random) {
    everyOffset(LOADS, LOAD_CHIPS, random);
  }

  @Trials(3)
  void storesProveWhatTheyStoreAndNothingElse(SplittableRandom random) {
    everyOffset(STORES, STORE_CHIPS, random);
  }

  private static void everyOffset(
      List<Opcode> opcodes, List<Subject> chips, SplittableRandom random) {
    for (Opcode op : opcodes) {
      for (int offset = 0; offset < 8; offset++) {
        var x = MemoryCase.at(op, MemoryCase.address(offset, random), random);
        chips.forEach(chip -> chip.check(x));
      }
    }
  }

  @Trials(2)
  void addressesOutsideOfMemoryAreUnprovable(SplittableRandom random) {
    for (long address : OUTSIDE) {
      LOADS.forEach(op -> unprovable(LOAD_CHIPS, MemoryCase.at(op, address, random)));
      STORES.forEach(op -> unprovable(STORE_CHIPS, MemoryCase.at(op, address, random)));
    }
  }

  private static void unprovable(List<Subject> chips, MemoryCase x) {
    for (Subject chip : chips) {
      assertThat(Outcomes.of(chip.table, chip.given.apply(x), x.instruction()))
          .as(chip.table.name() + " " + x)
          .isEmpty();
    }
  }

  /**
   * Takes each constraint and each lookup out of the tables: then something else can be proven, or
   * a message is not determined. So none can be lost unnoticed, and the search is not blind.
   */
  @Test
  void everyConstraintIsNeeded() {
    var random = new SplittableRandom(1);
    LOAD_CHIPS.forEach(chip -> needsEverything(chip, cases(LOADS, random)));
    STORE_CHIPS.forEach(chip -> needsEverything(chip, cases(STORES, random)));
  }

  /**
   * Constraints that are there for clarity: bytes that nothing reads are zero; and a sum of codes
   * of several opcodes, which is the code of none of them here.
   */
  private static final Set<String> SPARE =
      Set.of(
          "nothing is left of the limb",
          "no byte is replaced",
          "no byte is kept",
          "one opcode where the row is active");

  private static void needsEverything(Subject chip, List<MemoryCase> cases) {
    Table table = chip.table;
    for (var constraint : table.constraints()) {
      if (!SPARE.contains(constraint.why()) && !constraint.why().endsWith("is a bit")) {
        var rest = table.constraints().stream().filter(x -> x != constraint).toList();
        assertThat(forges(chip.with(rest, table.interactions()), cases))
            .as(table.name() + " without: " + constraint.why())
            .isTrue();
      }
    }
    for (var lookup : table.interactions()) {
      if (lookup.bus().equals(Bus.RANGE) || lookup.bus().equals(Buses.BYTES)) {
        var rest = table.interactions().stream().filter(x -> x != lookup).toList();
        assertThat(forges(chip.with(table.constraints(), rest), cases))
            .as(table.name() + " without the lookup of " + lookup.message())
            .isTrue();
      }
    }
  }

  /** Whether a chip proves anything but what it should. */
  private static boolean forges(Subject chip, List<MemoryCase> cases) {
    for (MemoryCase x : cases) {
      try {
        var outcomes = Outcomes.of(chip.table, chip.given.apply(x), x.instruction());
        if (outcomes.size() != (chip.proves(x) ? 1 : 0)) {
          return true;
        }
      } catch (Outcomes.Undetermined free) {
        return true;
      }
    }
    return false;
  }

  private static List<MemoryCase> cases(List<Opcode> opcodes, SplittableRandom random) {
    var cases = new ArrayList<MemoryCase>();
    for (Opcode op : opcodes) {
      for (int offset = 0; offset < 8; offset++) {
        for (int i = 0; i < 2; i++) {
          cases.add(MemoryCase.at(op, MemoryCase.address(offset, random), random));
        }
      }
    }
    // Words at the ends of what a missing check would let through, and each access in the past.
    for (Opcode op : opcodes) {
      int odd = op.accessBytes() / 2;
      for (long address : OUTSIDE) {
        cases.add(MemoryCase.at(op, address, random));
        cases.add(MemoryCase.at(op, address + odd, random));
      }
      for (int access = 0; access < 4; access++) {
        for (int offset : new int[] {0, 8 - odd}) {
          var x = MemoryCase.at(op, MemoryCase.address(offset, random), random);
          cases.add(x.lastAccessed(access, x.clock() + 5));
          cases.add(x.lastAccessed(access, x.clock() + 6));
        }
      }
    }
    return cases;
  }
}
