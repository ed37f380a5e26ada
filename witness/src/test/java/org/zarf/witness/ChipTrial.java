package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.zarf.air.Cell;
import org.zarf.air.PublicMessage;
import org.zarf.air.RowWriter;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.air.TraceChecker.Failure;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Image;
import org.zarf.machine.Machine;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.chips.ProgramRow;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.machine.isa.Registers;

/**
 * One instruction chip on its own. The test says which steps were executed, with operands and
 * results of its own making; the filler fills rows from them; and the other ends of the buses are
 * messages that follow from the steps alone. So a step with a wrong result must break a sentence of
 * the chip, and a changed cell a sentence or a bus.
 */
final class ChipTrial<R extends Record> {

  /** An access to memory before a step. */
  record Access(int word, long before, long after) {}

  private record Step(
      Instruction instruction,
      long rs1,
      long rs2,
      long rdBefore,
      long rdAfter,
      long nextPc,
      List<Access> accesses) {

    void tell(RunRecorder recorder, int index) {
      for (Access access : accesses) {
        if (access.word == RESERVATION) {
          recorder.reservation(access.before, access.after);
        } else {
          recorder.access(access.word, access.before, access.after);
        }
      }
      recorder.step(index, rs1, rs2, rdBefore, rdAfter, nextPc);
    }
  }

  /** In place of the word: the access is one to the reservation. */
  static final int RESERVATION = -1;

  private static final long PC = 0x10000;

  private final int table;
  private final List<Step> steps = new ArrayList<>();

  private ChipTrial(int table) {
    this.table = table;
  }

  /** A trial of the instruction table that fills a part. */
  static <R extends Record> ChipTrial<R> of(Machine.Part<R> part) {
    for (int i = 0; i < Fillers.INSTRUCTIONS.size(); i++) {
      if (Fillers.INSTRUCTIONS.get(i).part() == part) {
        return new ChipTrial<>(i);
      }
    }
    throw new IllegalArgumentException(part.table().name() + " has no filler");
  }

  /** An instruction of four bytes with some operands. */
  static Instruction instruction(Opcode op, int rd, int rs1, int rs2, long imm) {
    return new Instruction(op, rd, rs1, rs2, imm, 4, PC);
  }

  /**
   * The instruction x5 = x6 op x7 or x5 = x6 op imm, [x6 + imm] = x7, or if (x6 ? x7) pc += imm.
   */
  static Instruction instruction(Opcode op, long imm) {
    Operands operands = op.operands();
    return instruction(
        op,
        operands.writesRd() ? 5 : 0,
        operands.readsRs1() ? 6 : 0,
        operands.readsRs2() ? 7 : 0,
        imm);
  }

  /** Adds a step that goes on to the next instruction. */
  ChipTrial<R> step(Instruction x, long rs1, long rs2, long rdAfter, Access... accesses) {
    return step(x, rs1, rs2, 0xdead_beef_0123_4567L, rdAfter, x.next(), accesses);
  }

  /** Adds a step; arguments as for the recorder. */
  ChipTrial<R> step(
      Instruction x,
      long rs1,
      long rs2,
      long rdBefore,
      long rdAfter,
      long nextPc,
      Access... accesses) {
    steps.add(new Step(x, rs1, rs2, rdBefore, rdAfter, nextPc, List.of(accesses)));
    return this;
  }

  /** The filled rows with one row of zeros at least, and what the other ends of the buses say. */
  Filled<R> fill() {
    List<Instruction> instructions = steps.stream().map(Step::instruction).toList();
    var recorder = new RunRecorder(instructions, new Image(new int[0], new long[0]));
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).tell(recorder, i);
    }
    @SuppressWarnings("unchecked") // of() found the table by its part
    var chip = (Fillers.InstructionTable<R>) Fillers.INSTRUCTIONS.get(table);
    EventBuffer events = recorder.events(table);
    assertThat(events.count()).as("steps of this chip").isEqualTo(steps.size());
    int logHeight = 32 - Integer.numberOfLeadingZeros(steps.size() + 1);
    Table definition = chip.part().table();
    int[][] main = new int[definition.main().size()][1 << logHeight];
    var out = new RowWriter(main);
    var event = new Event(instructions, events);
    var messages = new ArrayList<PublicMessage>();
    for (int i = 0; i < events.count(); i++) {
      event.moveTo(i);
      out.at(i);
      chip.filler().fill(chip.part().row(), event, out);
      Ends.of(event, messages);
    }
    var trace = new TableTrace(chip.part().slot(), logHeight, main, new int[0][]);
    return new Filled<>(chip.part(), trace, messages, steps.size());
  }

  /** Rows with the messages that answer them. */
  record Filled<R extends Record>(
      Machine.Part<R> part, TableTrace trace, List<PublicMessage> messages, int active) {

    /** What does not hold; lookups that have an answer are answered. */
    List<Failure> check() {
      var counts = new LookupCounts();
      counts.count(LookupCounts.Lookups.of(part.table()), trace, trace.height() - 1);
      return check(counts.answers());
    }

    /** The same without the arrays that count lookups, for the many checks of small changes. */
    private List<Failure> quickCheck() {
      return check(ExecutedRow.answers(part.table(), trace, trace.height() - 1));
    }

    private List<Failure> check(List<PublicMessage> answers) {
      var all = new ArrayList<>(messages);
      all.addAll(answers);
      return TraceChecker.check(Machine.circuit(), List.of(trace), 1, all);
    }

    /** Writes an integer into a cell. */
    Filled<R> set(Cell cell, int row, long value) {
      trace.main()[cell.column()][row] = KoalaBear.of(value);
      return this;
    }

    /** Lets the memory bus hold another value of a register than the rows say. */
    Filled<R> answerRegister(int register, long filled, long held) {
      messages.replaceAll(
          m ->
              m.bus().equals(Buses.MEMORY)
                      && m.message().get(1) == KoalaBear.of(register)
                      && Ends.value(m.message()) == filled
                  ? Ends.memory(m.times(), Buses.REGISTERS, register, held, Ends.time(m.message()))
                  : m);
      return this;
    }

    /** The same rows, to be changed apart. */
    Filled<R> copy() {
      int[][] main = Arrays.stream(trace.main()).map(int[]::clone).toArray(int[][]::new);
      var copied = new TableTrace(trace.slot(), trace.logHeight(), main, trace.fixed());
      return new Filled<>(part, copied, messages, active);
    }

    void holds() {
      assertThat(check()).isEmpty();
    }

    void isRejected() {
      assertThat(check()).isNotEmpty();
    }

    /**
     * Changes every cell of every row that is filled, and the activity of the others.
     *
     * @param free columns that are hints, of which several values may be right
     */
    void everyFlipIsCaught(SplittableRandom random, String... free) {
      holds();
      Set<String> hints = Set.of(free);
      for (Cell cell : part.table().main()) {
        boolean isActive = cell.name().equals("active");
        if (hints.contains(cell.name()) || cell.name().startsWith("mask")) {
          continue;
        }
        for (int row = 0; row < (isActive ? trace.height() - 1 : active); row++) {
          int[] column = trace.main()[cell.column()];
          int honest = column[row];
          for (int other : others(honest, random)) {
            column[row] = other;
            if (quickCheck().isEmpty()) {
              throw new AssertionError(
                  "%s of row %d: %d instead of %d is not caught"
                      .formatted(
                          cell.name(), row, KoalaBear.toInt(other), KoalaBear.toInt(honest)));
            }
          }
          column[row] = honest;
        }
      }
    }

    private static int[] others(int honest, SplittableRandom random) {
      return new int[] {
        KoalaBear.add(honest, KoalaBear.ONE),
        KoalaBear.sub(honest, KoalaBear.ONE),
        honest == KoalaBear.ZERO ? KoalaBear.of(2) : KoalaBear.ZERO,
        KoalaBear.add(honest, KoalaBear.of(1 << 16)),
        KoalaBear.add(honest, KoalaBear.of(1 + random.nextLong(KoalaBear.P - 1)))
      };
    }
  }

  /** The other ends of the state, program and memory buses. */
  static final class Ends {

    static void of(Event event, List<PublicMessage> to) {
      Instruction x = event.instruction();
      to.add(PublicMessage.of(Buses.STATE, 1, x.pc(), event.clock()));
      to.add(PublicMessage.of(Buses.PROGRAM, -1, ProgramRow.of(x).values()));
      if (x.op() == Opcode.ECALL) {
        call(event, to);
        return;
      }
      next(event, to);
      Operands operands = x.op().operands();
      if (operands.readsRs1()) {
        register(event, x.rs1(), event.rs1(), event.rs1(), event.rs1Time(), Clock.RS1, to);
      }
      if (operands.readsRs2()) {
        register(event, x.rs2(), event.rs2(), event.rs2(), event.rs2Time(), Clock.RS2, to);
      }
      if (operands.writesRd()) {
        register(event, x.rd(), event.rdBefore(), event.rdAfter(), event.rdTime(), Clock.RD, to);
      }
      int accesses = words(x, event);
      for (int i = 0; i < accesses; i++) {
        int now = event.clock() + Clock.FIRST_WORD + i;
        exchange(
            Buses.RAM,
            event.word(i),
            new long[] {event.wordBefore(i), event.wordTime(i)},
            new long[] {event.wordAfter(i), now},
            to);
      }
      switch (x.op()) {
        case LR_W, LR_D, SC_W, SC_D ->
            register(
                event,
                Registers.RESERVATION,
                event.wordBefore(1),
                event.wordAfter(1),
                event.wordTime(1),
                Clock.RESERVATION,
                to);
        default -> {}
      }
    }

    /** How many words the access of an instruction lies across. */
    private static int words(Instruction x, Event event) {
      int bytes = x.op().accessBytes();
      return bytes == 0 ? 0 : ((event.rs1() + x.imm()) & 7) + bytes <= 8 ? 1 : 2;
    }

    private static void call(Event event, List<PublicMessage> to) {
      Call call = Call.of(event.rs1());
      register(event, Registers.A7, event.rs1(), event.rs1(), event.rs1Time(), Clock.RS1, to);
      if (call != Call.HALT) {
        next(event, to);
      }
      if (call == Call.PRINT) {
        return;
      }
      long a0 = event.rs2();
      register(event, Registers.A0, a0, a0, event.rs2Time(), Clock.RS2, to);
      if (call == Call.HALT) {
        long bytes = event.rdBefore();
        register(event, Registers.JOURNAL, bytes, bytes, event.rdTime(), Clock.HALT_JOURNAL, to);
        to.add(
            PublicMessage.of(
                Buses.HALT, -1, limb(a0, 0), limb(a0, 1), limb(bytes, 0), limb(bytes, 1)));
      } else {
        long count = event.rdBefore();
        register(event, Registers.A1, count, count, event.rdTime(), Clock.FIRST_WORD, to);
        long bytes = event.wordBefore(0);
        register(event, Registers.JOURNAL, bytes, bytes + count, event.wordTime(0), Clock.RD, to);
        to.add(
            PublicMessage.of(
                Buses.JOURNAL, -1, bytes / 8, limb(a0, 0), limb(a0, 1), limb(a0, 2), limb(a0, 3)));
      }
    }

    private static void next(Event event, List<PublicMessage> to) {
      to.add(PublicMessage.of(Buses.STATE, -1, event.nextPc(), event.clock() + Clock.STEP));
    }

    private static void register(
        Event event,
        int register,
        long before,
        long after,
        int time,
        int offset,
        List<PublicMessage> to) {
      exchange(
          Buses.REGISTERS,
          register,
          new long[] {before, time},
          new long[] {after, event.clock() + offset},
          to);
    }

    private static void exchange(
        int space, int address, long[] before, long[] after, List<PublicMessage> to) {
      to.add(memory(1, space, address, before[0], before[1]));
      to.add(memory(-1, space, address, after[0], after[1]));
    }

    private static PublicMessage memory(int times, int space, int address, long value, long time) {
      return PublicMessage.of(
          Buses.MEMORY,
          times,
          space,
          address,
          limb(value, 0),
          limb(value, 1),
          limb(value, 2),
          limb(value, 3),
          time);
    }

    static long value(List<Integer> message) {
      long value = 0;
      for (int i = 0; i < 4; i++) {
        value |= (long) KoalaBear.toInt(message.get(2 + i)) << (16 * i);
      }
      return value;
    }

    static long time(List<Integer> message) {
      return KoalaBear.toInt(message.get(6));
    }

    private static long limb(long word, int i) {
      return (word >>> (16 * i)) & 0xffff;
    }
  }
}
