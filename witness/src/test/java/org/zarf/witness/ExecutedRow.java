package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.PublicMessage;
import org.zarf.air.Reader;
import org.zarf.air.RowValues;
import org.zarf.air.RowWriter;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Operands;

/**
 * The row of one executed instruction, filled by the chip's filler, together with the messages that
 * the rest of the machine exchanges with it: so that one row can be checked, and forged, alone.
 *
 * @param run what was executed
 * @param trace row 0 is the instruction's
 */
record ExecutedRow(Run run, Fillers.InstructionTable<?> chip, TableTrace trace) {

  /**
   * One executed instruction that accesses no memory.
   *
   * @param rs1 the value of the first register
   * @param rs2 the value of the second register, 0 if there is none
   * @param result what rd is set to
   * @param nextPc where the run continues
   */
  record Run(Instruction instruction, long rs1, long rs2, long result, long nextPc) {

    /** The same operands with another result. */
    Run withResult(long claim) {
      return new Run(instruction, rs1, rs2, claim, nextPc);
    }
  }

  private static final int CLOCK = 8 * 5000;
  private static final int RS1_TIME = CLOCK - 7;
  private static final int RS2_TIME = CLOCK - 30_000;
  private static final int RD_TIME = 0;
  private static final long RD_BEFORE = 0x1122_3344_5566_7788L;

  /** Fills the row of a run as the chip's filler does. */
  static ExecutedRow of(Run run) {
    var chip =
        Fillers.INSTRUCTIONS.stream()
            .filter(t -> t.opcodes().contains(run.instruction.op()))
            .findFirst()
            .orElseThrow();
    return fill(run, chip);
  }

  /**
   * This is wrong with the row and nothing else: sentences, in which limbs have no numbers, or "bus
   * x" for a message that nothing answers.
   */
  void breaksOnly(String... expected) {
    assertThat(failures())
        .as("%s", run)
        .extracting(
            f -> f.why().replaceAll(" is not balanced:.*", "").replaceAll("limb \\d", "limb"))
        .containsOnly(expected);
  }

  private static <R extends Record> ExecutedRow fill(Run run, Fillers.InstructionTable<R> chip) {
    var part = chip.part();
    var trace =
        new TableTrace(part.slot(), 1, new int[part.table().main().size()][2], new int[0][]);
    chip.filler().fill(part.row(), event(run), new RowWriter(trace.main()));
    return new ExecutedRow(run, chip, trace);
  }

  private static Event event(Run run) {
    var buffer = new EventBuffer(Event.stride(0));
    var event = new Event(List.of(run.instruction), buffer);
    event.moveTo(buffer.add());
    Operands operands = run.instruction.op().operands();
    event.setFrame(0, CLOCK, run.nextPc);
    event.setRs1(run.rs1, RS1_TIME);
    if (operands.readsRs2()) {
      event.setRs2(run.rs2, RS2_TIME);
    }
    if (operands.writesRd()) {
      event.setRd(RD_BEFORE, run.result, RD_TIME);
    }
    return event;
  }

  Table table() {
    return chip.part().table();
  }

  /** The same row with one cell set to an integer. */
  ExecutedRow with(Cell cell, long value) {
    int[][] main = new int[trace.main().length][];
    for (int i = 0; i < main.length; i++) {
      main[i] = trace.main()[i].clone();
    }
    main[cell.column()][0] = KoalaBear.of(value);
    return new ExecutedRow(run, chip, new TableTrace(trace.slot(), 1, main, trace.fixed()));
  }

  /** The same row with the column of a name set to an integer. */
  ExecutedRow with(String name, long value) {
    return with(cell(name), value);
  }

  /** The same row with the word of a name set. */
  ExecutedRow withWord(String name, long value) {
    ExecutedRow row = this;
    for (int i = 0; i < 4; i++) {
      row = row.with(name + ".x" + i, Gadgets.limb(value, i));
    }
    return row;
  }

  /** The same row in a machine that expects another result. */
  ExecutedRow expecting(long result) {
    return expecting(run.withResult(result));
  }

  /** The same row in a machine that expects another run. */
  ExecutedRow expecting(Run other) {
    return new ExecutedRow(other, chip, trace);
  }

  Cell cell(String name) {
    return table().main().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + name));
  }

  /** The integer in a cell. */
  int value(Cell cell) {
    return KoalaBear.toInt(trace.main()[cell.column()][0]);
  }

  /** What does not hold of the row. */
  List<TraceChecker.Failure> failures() {
    List<PublicMessage> messages = answers();
    ChipTrial.Ends.of(event(run), messages);
    return TraceChecker.check(Machine.circuit(), List.of(trace), 1, messages);
  }

  private List<PublicMessage> answers() {
    return answers(table(), trace, 1);
  }

  /** Answers each lookup of the first rows that is true, and leaves the others open. */
  static List<PublicMessage> answers(Table table, TableTrace trace, int rows) {
    var answers = new ArrayList<PublicMessage>();
    for (int row = 0; row < rows; row++) {
      var values = new Reader<>(new RowValues(trace, row));
      for (var lookup : table.interactions()) {
        var message = lookup.message().stream().map(values::read).toList();
        int times = KoalaBear.toInt(values.read(lookup.times()));
        if (isTrue(lookup.bus(), message.stream().mapToLong(KoalaBear::toInt).toArray())) {
          answers.add(new PublicMessage(lookup.bus(), -times, message));
        }
      }
    }
    return answers;
  }

  private static boolean isTrue(Bus bus, long[] x) {
    if (bus.equals(Bus.RANGE)) {
      return x[0] <= 16 && x[1] < 1L << x[0];
    }
    if (bus.equals(Buses.BYTES)) {
      return x[0] < 256 && x[1] < 256;
    }
    if (bus.equals(Buses.AND)) {
      return x[0] < 256 && x[1] < 256 && x[2] == (x[0] & x[1]);
    }
    return bus.equals(Buses.POWER) && x[0] < 16 && x[1] == 1L << x[0] && x[2] == 1L << (16 - x[0]);
  }
}
