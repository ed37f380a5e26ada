package org.zarf.machine.chips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.zarf.air.Table;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/**
 * For every atomic operation, on every chip of these: over all cells that a prover can set, either
 * nothing is provable, or exactly what the instruction does.
 */
class AtomicChipsTest {

  private static final Map<String, String> CHIPS =
      Map.of(
          "load-reserved", "LR_[WD]",
          "store-conditional", "SC_[WD]",
          "atomic-add", "AMO(SWAP|ADD)_[WD]",
          "atomic-bitwise", "AMO(AND|OR|XOR)_[WD]",
          "atomic-compare", "AMO(MIN|MAX)U?_[WD]");

  private static final List<Table> TABLES =
      List.of(
          Machine.LOAD_RESERVED.table(),
          Machine.STORE_CONDITIONAL.table(),
          Machine.ATOMIC_ADD.table(),
          Machine.ATOMIC_BITWISE.table(),
          Machine.ATOMIC_COMPARE.table());

  private static final List<Opcode> OPCODES =
      Opcode.all().stream().filter(op -> op.instructionClass() == InstructionClass.ATOMIC).toList();

  private static boolean proves(Table table, AtomicCase x) {
    return x.isPossible() && x.op().name().matches(CHIPS.get(table.name()));
  }

  private static void check(AtomicCase x) {
    for (Table table : TABLES) {
      String what = table.name() + " " + x;
      var outcomes = Outcomes.triedOf(table, x.given(table), x.instruction());
      assertThat(outcomes).as(what).hasSize(proves(table, x) ? 1 : 0);
      for (List<Outcomes.Message> only : outcomes) {
        assertThat(new HashSet<>(only)).as(what).isEqualTo(x.honest());
        assertThat(only).as(what).hasSize(x.honest().size());
      }
    }
  }

  @Trials(6)
  void everyOperationHasOneResult(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      check(AtomicCase.at(op, AtomicCase.address(op, random), random));
    }
  }

  /** Misaligned, in each way; and beyond the end of memory. */
  @Trials(1)
  void otherAddressesAreUnprovable(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      for (int offset = 1; offset < 8; offset++) {
        if (offset % op.accessBytes() != 0) {
          check(AtomicCase.at(op, 8 * random.nextLong(1 << 28) + offset, random));
        }
      }
      check(AtomicCase.at(op, (1L << 31) + 8 * random.nextInt(1 << 28), random));
    }
  }

  /** No access comes before the last one of the same register or word. */
  @Trials(1)
  void accessesAreInOrder(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      for (int offset : AtomicCase.OFFSETS) {
        for (int gap : new int[] {0, -1, -8, 1, 1 << 16, (1 << 16) + 1}) {
          check(AtomicCase.at(op, AtomicCase.address(op, random), random).late(offset, gap));
        }
      }
    }
  }
}
