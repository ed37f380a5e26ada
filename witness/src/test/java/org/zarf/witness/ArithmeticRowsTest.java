package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Reader;
import org.zarf.air.RowValues;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.testkit.Trials;

/** What every chip of register instructions must do, on random and extreme operands. */
class ArithmeticRowsTest {

  private static final Set<InstructionClass> CLASSES =
      Set.of(
          InstructionClass.BITWISE,
          InstructionClass.COMPARE,
          InstructionClass.SHIFT,
          InstructionClass.BRANCH,
          InstructionClass.MULTIPLY,
          InstructionClass.DIVIDE);

  private static final List<Opcode> OPCODES =
      chips().flatMap(chip -> chip.opcodes().stream()).toList();

  private static Stream<Fillers.InstructionTable<?>> chips() {
    return Fillers.INSTRUCTIONS.stream()
        .filter(t -> CLASSES.contains(t.opcodes().getFirst().instructionClass()))
        .filter(t -> !t.opcodes().contains(Opcode.BEQ) && !t.opcodes().contains(Opcode.BNE));
  }

  private static ExecutedRow random(SplittableRandom random) {
    Opcode op = OPCODES.get(random.nextInt(OPCODES.size()));
    long a = Operand.any(random);
    long b = random.nextInt(8) == 0 ? a : Operand.any(random);
    return ExecutedRow.of(Semantics.run(op, a, b));
  }

  @Test
  void extremeOperandsHold() {
    for (Opcode op : OPCODES) {
      for (long a : Operand.EXTREMES) {
        for (long b : Operand.EXTREMES) {
          var row = ExecutedRow.of(Semantics.run(op, a, b));
          assertThat(row.failures()).as("%s %x %x", op, a, b).isEmpty();
        }
      }
    }
  }

  @Trials(5000)
  void randomOperandsHold(SplittableRandom random) {
    var row = random(random);
    assertThat(row.failures()).as("%s", row.run()).isEmpty();
  }

  @Trials(300)
  void everyChangedCellIsCaught(SplittableRandom random) {
    var row = random(random);
    for (Cell cell : row.table().main()) {
      int value = row.value(cell);
      int other = random.nextInt(KoalaBear.P);
      for (long forged : new long[] {value + 1L, value - 1L, 1L - value, value + 65536L, other}) {
        if (KoalaBear.of(forged) != KoalaBear.of(value) && !isFree(row, cell)) {
          assertThat(row.with(cell, forged).failures())
              .as("%s: %s = %d, not %d", row.run(), cell.name(), value, forged)
              .isNotEmpty();
        }
      }
    }
  }

  /** Nothing reads the last access of rs2 where there is no rs2. */
  private static boolean isFree(ExecutedRow row, Cell cell) {
    return cell.name().equals("b.time")
        && row.run().instruction().op().operands() == Operands.IMMEDIATE;
  }

  @Trials(2000)
  void wrongResultsAreCaught(SplittableRandom random) {
    var row = random(random);
    var run = row.run();
    Opcode op = run.instruction().op();
    if (!op.operands().writesRd()) {
      return;
    }
    long second = op.operands() == Operands.REGISTERS ? run.rs2() : run.instruction().imm();
    var claims = new ArrayList<Long>();
    claims.add(run.result() + 1);
    claims.add(run.result() - 1);
    claims.add(run.result() ^ (1L << random.nextInt(64)));
    claims.add(-run.result());
    claims.add(run.result() & 0xffff_ffffL);
    claims.add((long) (int) run.result());
    for (Opcode other : OPCODES) {
      if (other.operands().writesRd()) {
        claims.add(Semantics.result(other, run.rs1(), second));
      }
    }
    for (long claim : claims) {
      if (claim != run.result()) {
        // Both a row that computes honestly, and one that the filler bends to the claim.
        assertThat(row.expecting(claim).failures()).as("%s", run).isNotEmpty();
        assertThat(ExecutedRow.of(run.withResult(claim)).failures())
            .as("%s, claimed %x", run, claim)
            .isNotEmpty();
      }
    }
  }

  @Trials(500)
  void branchesLeadNowhereElse(SplittableRandom random) {
    var run = random(random).run();
    if (run.instruction().op().operands() != Operands.BRANCH) {
      return;
    }
    long target = run.instruction().pc() + run.instruction().imm();
    long other = run.nextPc() == target ? run.instruction().next() : target;
    var claim = new ExecutedRow.Run(run.instruction(), run.rs1(), run.rs2(), 0, other);
    assertThat(ExecutedRow.of(claim).failures()).as("%s", claim).isNotEmpty();
  }

  @Trials(1000)
  void noRowProvesAnotherOpcode(SplittableRandom random) {
    var row = random(random);
    var other = random(random);
    if (row.run().instruction().op() != other.run().instruction().op()) {
      var forged = new ExecutedRow(other.run(), row.chip(), row.trace());
      assertThat(forged.failures()).isNotEmpty();
    }
  }

  @Test
  void rowsOfZerosHold() {
    chips()
        .forEach(
            chip -> {
              int columns = chip.part().table().main().size();
              var trace = new TableTrace(chip.part().slot(), 1, new int[columns][2], new int[0][]);
              assertThat(TraceChecker.check(Machine.circuit(), List.of(trace), 1, List.of()))
                  .as(chip.part().table().name())
                  .filteredOn(f -> !f.why().startsWith("bus range is not balanced: [16, 0]"))
                  .filteredOn(f -> !f.why().startsWith("bus range is not balanced: [12, 0]"))
                  .isEmpty();
            });
  }

  /** Whatever its other cells hold: it moves no state and no register, and answers no lookup. */
  @Trials(3000)
  void rowsThatAreNotActiveSendNothing(SplittableRandom random) {
    var row = random(random);
    ExecutedRow forged = row.with("active", 0);
    for (Cell cell : row.table().main()) {
      if (cell instanceof Cell.Bit && !cell.name().equals("active") && random.nextInt(3) == 0) {
        forged = forged.with(cell, random.nextInt(2));
      }
    }
    var values = new Reader<>(new RowValues(forged.trace(), 0));
    boolean holds = row.table().constraints().stream().allMatch(c -> values.read(c.expr()) == 0);
    for (var interaction : row.table().interactions()) {
      int times = values.read(interaction.times());
      Bus bus = interaction.bus();
      boolean lookup = bus.equals(Bus.RANGE) || bus.id() >= Buses.BYTES.id();
      assertThat(times == 0 || !holds || (lookup && times == KoalaBear.ONE))
          .as("%s on %s", row.run(), bus.name())
          .isTrue();
    }
  }
}
