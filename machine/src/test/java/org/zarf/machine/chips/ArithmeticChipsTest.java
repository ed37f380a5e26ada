package org.zarf.machine.chips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.air.Circuit;
import org.zarf.air.Table;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/**
 * For every instruction without memory, on every chip: over all cells that a prover can set, either
 * nothing is provable, or exactly what the instruction does.
 */
class ArithmeticChipsTest {

  /** The opcodes that are tried, each on all of these chips; division has a test of its own. */
  private static final List<Machine.Part<?>> CHIPS =
      List.of(
          Machine.ADD,
          Machine.SUB,
          Machine.ADD_IMMEDIATE,
          Machine.BITWISE,
          Machine.COMPARE,
          Machine.BRANCH_LESS,
          Machine.SHIFT_LEFT,
          Machine.SHIFT_RIGHT,
          Machine.MULTIPLY,
          Machine.MULTIPLY_HIGH,
          Machine.ADD_WORD,
          Machine.SUB_WORD,
          Machine.ADD_WORD_IMMEDIATE,
          Machine.BRANCH_EQUAL,
          Machine.JUMP,
          Machine.JUMP_REGISTER);

  private static final List<Opcode> OPCODES =
      Opcode.all().stream().filter(ArithmeticChipsTest::isTried).toList();

  private static boolean isTried(Opcode op) {
    return switch (op.instructionClass()) {
      case LOAD, STORE, ATOMIC, CALL, DIVIDE -> false;
      default -> true;
    };
  }

  /** What the prover cannot choose of a row. */
  private static Map<Cell, Long> given(Table table, InstructionCase x) {
    var given = new HashMap<Cell, Long>();
    for (Cell cell : table.main()) {
      Long value = x.given(cell.name());
      if (value != null) {
        given.put(cell, value);
      }
    }
    return given;
  }

  private static void check(InstructionCase x) {
    List<String> provers = new ArrayList<>();
    for (Machine.Part<?> chip : CHIPS) {
      Table table = chip.table();
      String what = table.name() + " " + x;
      Set<List<Outcomes.Message>> outcomes = Outcomes.triedOf(table, given(table, x), x.listed());
      if (!outcomes.isEmpty()) {
        provers.add(table.name());
        assertThat(outcomes).as(what).hasSize(1);
        List<Outcomes.Message> only = outcomes.iterator().next();
        assertThat(new HashSet<>(only)).as(what).isEqualTo(x.honest());
        assertThat(only).as(what).hasSize(x.honest().size());
      }
    }
    assertThat(provers).as(x.toString()).hasSize(x.isPossible() ? 1 : 0);
  }

  @Trials(4)
  void everyInstructionHasOneResult(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      check(InstructionCase.of(op, random));
    }
  }

  /** The magnitudes that a division is about: the quotient is what the search cannot find. */
  private static Map<Cell, Long> given(InstructionCase x, long quotient) {
    var given = given(Machine.DIVIDE.table(), x);
    for (Cell cell : Machine.DIVIDE.table().main()) {
      if (cell.name().startsWith("quotient.x")) {
        int limb = cell.name().charAt("quotient.x".length()) - '0';
        given.put(cell, quotient >>> (16 * limb) & 0xffff);
      }
    }
    return given;
  }

  private static Set<List<Outcomes.Message>> divisions(InstructionCase x, long quotient) {
    return Outcomes.triedOf(Machine.DIVIDE.table(), given(x, quotient), x.listed());
  }

  @Trials(2)
  void everyDivisionHasOneQuotient(SplittableRandom random) {
    for (Opcode op : Opcode.all()) {
      if (op.instructionClass() == InstructionClass.DIVIDE) {
        InstructionCase x = InstructionCase.of(op, random);
        long quotient = x.quotient();
        Set<List<Outcomes.Message>> outcomes = divisions(x, quotient);
        assertThat(outcomes).as(x.toString()).hasSize(x.isPossible() ? 1 : 0);
        for (List<Outcomes.Message> only : outcomes) {
          assertThat(new HashSet<>(only)).as(x.toString()).isEqualTo(x.honest());
        }
        for (long wrong : otherQuotients(quotient, x, random)) {
          assertThat(divisions(x, wrong)).as(x + " with quotient " + wrong).isEmpty();
        }
      }
    }
  }

  private static List<Long> otherQuotients(
      long quotient, InstructionCase x, SplittableRandom random) {
    long inverse = x.b() | 1;
    for (int i = 0; i < 6; i++) {
      inverse *= 2 - (x.b() | 1) * inverse;
    }
    // An exact quotient modulo 2^64 is not one over the integers.
    var wrong =
        new ArrayList<>(
            List.of(
                quotient + 1,
                quotient - 1,
                -quotient,
                x.a() * inverse,
                -x.a() * inverse,
                quotient ^ 1L << random.nextInt(64),
                quotient ^ 0xffff_ffffL << 32,
                0L,
                1L,
                -1L,
                random.nextLong()));
    wrong.removeIf(q -> q == quotient);
    return wrong;
  }

  @Test
  void rowsThatAreNotActiveSayNothing() {
    for (Circuit.Slot slot : Machine.circuit().slots()) {
      Table table = slot.table();
      if (table.fixed().isEmpty() && table != Machine.MEMORY.table()) {
        Cell active =
            table.main().stream().filter(x -> x.name().equals("active")).findFirst().orElseThrow();
        var none = Outcomes.Message.of(Buses.PROGRAM, 1);
        assertThat(Outcomes.triedOf(table, Map.of(active, 0L), none))
            .as(table.name())
            .containsExactly(List.of());
      }
    }
  }
}
