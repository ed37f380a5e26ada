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

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
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

    boolean proves(MemoryCase x) {
      int bytes = x.op().accessBytes();
      return opcodes.contains(x.op()) && (anyOffset || x.offset() % bytes == 0);
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
    long[] outside = {
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
    for (long address : outside) {
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
}
