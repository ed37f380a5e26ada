package org.zarf.witness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.Image;
import org.zarf.machine.chips.RegisterWrite;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.Recorder;

/**
 * Records a run as the events of the chips that prove it. Keeps the clock, and for each register
 * and word of memory when it was last accessed. One recorder records one run, from its start.
 */
public final class RunRecorder implements Recorder {

  /** The variants of an opcode: by alignment or by call. */
  private static final int VARIANTS = Math.max(3, Call.values().length);

  private final List<Instruction> instructions;
  private final Image image;
  private final int[] executions;
  private final List<EventBuffer> buffers = new ArrayList<>();
  private final @Nullable Event[][] writers = new Event[Opcode.all().size()][VARIANTS];
  private final @Nullable EventBuffer[][] routes = new EventBuffer[Opcode.all().size()][VARIANTS];
  private final EventBuffer touches = new EventBuffer(Event.stride(0));
  private final Event touch;
  private final long[] registers = new long[Registers.COUNT];
  private final int[] registerTimes = new int[Registers.COUNT];
  private final TouchedMemory memory = new TouchedMemory();
  private int clock = Clock.FIRST;

  private final int[] words = new int[2];
  private final long[] before = new long[2];
  private final long[] after = new long[2];
  private int accesses;
  private final long[] reservations = new long[2];
  private boolean reserves;

  /** A recorder for a run of a program, given as the executor numbers its instructions. */
  public RunRecorder(List<Instruction> instructions, Image image) {
    this.instructions = instructions;
    this.image = image;
    executions = new int[instructions.size()];
    touch = new Event(instructions, touches);
    for (var table : Fillers.INSTRUCTIONS) {
      var buffer = new EventBuffer(Event.stride(table.accesses()));
      var writer = new Event(instructions, buffer);
      buffers.add(buffer);
      for (Opcode op : table.opcodes()) {
        routes[op.code()][table.variant()] = buffer;
        writers[op.code()][table.variant()] = writer;
      }
    }
  }

  /** An instruction is about to access a word of memory. */
  @Override
  public void access(int word, long wordBefore, long wordAfter) {
    words[accesses] = word;
    before[accesses] = wordBefore;
    after[accesses] = wordAfter;
    accesses++;
  }

  /** An instruction is about to change the reservation. */
  @Override
  public void reservation(long reservationBefore, long reservationAfter) {
    reservations[0] = reservationBefore;
    reservations[1] = reservationAfter;
    reserves = true;
  }

  /** An instruction was executed; the accesses to memory since the last one are its own. */
  @Override
  public void step(int index, long rs1, long rs2, long rdBefore, long rdAfter, long nextPc) {
    Instruction x = instructions.get(index);
    if (clock > Clock.END - Clock.STEP) {
      throw new IllegalStateException("the clock ends before instruction " + index);
    }
    executions[index]++;
    if (x.op() == Opcode.ECALL) {
      Call call = Call.of(rs1);
      if (call == null) {
        throw new IllegalStateException("call " + rs1 + " was executed");
      }
      Event event = append(x.op(), call.ordinal());
      event.setFrame(index, clock, nextPc);
      call(call, event, rs1, rs2, rdBefore, rdAfter);
    } else {
      Event event = append(x.op(), variant(x, rs1));
      event.setFrame(index, clock, nextPc);
      Operands operands = x.op().operands();
      if (operands.readsRs1()) {
        event.setRs1(rs1, read(x.rs1(), rs1, Clock.RS1));
      }
      if (operands.readsRs2()) {
        event.setRs2(rs2, read(x.rs2(), rs2, Clock.RS2));
      }
      for (int i = 0; i < accesses; i++) {
        int now = clock + (i == 0 ? Clock.FIRST_WORD : Clock.SECOND_WORD);
        int last = memory.access(words[i], before[i], after[i], now);
        event.setAccess(i, words[i], before[i], after[i], last);
      }
      if (reserves) {
        int last =
            write(Registers.RESERVATION, reservations[0], reservations[1], Clock.RESERVATION);
        event.setAccess(1, Registers.RESERVATION, reservations[0], reservations[1], last);
      }
      if (operands.writesRd()) {
        event.setRd(rdBefore, rdAfter, write(x.rd(), rdBefore, rdAfter, Clock.RD));
      }
    }
    accesses = 0;
    reserves = false;
    clock += Clock.STEP;
  }

  private void call(
      Call call, Event event, long number, long a0, long rdBefore, long journalBytes) {
    event.setRs1(number, read(Registers.A7, number, Clock.RS1));
    switch (call) {
      case PRINT -> {}
      case HALT -> {
        event.setRs2(a0, read(Registers.A0, a0, Clock.RS2));
        int last = read(Registers.JOURNAL, journalBytes, Clock.HALT_JOURNAL);
        event.setRd(journalBytes, journalBytes, last);
      }
      case JOURNAL -> {
        event.setRs2(a0, read(Registers.A0, a0, Clock.RS2));
        event.setRd(rdBefore, rdBefore, read(Registers.A1, rdBefore, Clock.FIRST_WORD));
        long sum = journalBytes + rdBefore;
        int last = write(Registers.JOURNAL, journalBytes, sum, Clock.RD);
        event.setAccess(0, Registers.JOURNAL, journalBytes, sum, last);
      }
    }
  }

  private static int variant(Instruction x, long base) {
    int bytes = x.op().accessBytes();
    if (bytes == 0) {
      return 0;
    }
    return ((base + x.imm()) & (bytes - 1)) == 0 ? Fillers.ALIGNED : Fillers.MISALIGNED;
  }

  private Event append(Opcode op, int variant) {
    EventBuffer buffer = routes[op.code()][variant];
    Event writer = writers[op.code()][variant];
    if (buffer == null || writer == null) {
      throw new IllegalStateException("no chip proves " + op + ", variant " + variant);
    }
    writer.moveTo(buffer.add());
    return writer;
  }

  private int read(int register, long value, int offset) {
    return write(register, value, value, offset);
  }

  /** Accesses a register; returns when it was last accessed, which is at most 2^16 ago. */
  private int write(int register, long valueBefore, long valueAfter, int offset) {
    int now = clock + offset;
    int last = registerTimes[register];
    if (now - last > 1 << RegisterWrite.GAP_BITS) {
      touch.moveTo(touches.add());
      touch.setFrame(register, now - 1, 0);
      touch.setRs1(valueBefore, last);
      last = now - 1;
    }
    registerTimes[register] = now;
    registers[register] = valueAfter;
    return last;
  }

  /** Forgets the run, whose traces are filled: its memory is for other runs. */
  public void recycle() {
    buffers.forEach(EventBuffer::recycle);
    touches.recycle();
  }

  List<Instruction> instructions() {
    return instructions;
  }

  Image image() {
    return image;
  }

  /** How often an instruction was executed. */
  int executions(int index) {
    return executions[index];
  }

  /** The events of an instruction table, by its place in {@link Fillers#INSTRUCTIONS}. */
  EventBuffer events(int table) {
    return buffers.get(table);
  }

  /** The touches of registers. */
  EventBuffer touches() {
    return touches;
  }

  /** What a register holds at the end. */
  long register(int register) {
    return registers[register];
  }

  /** When a register was last accessed. */
  int registerTime(int register) {
    return registerTimes[register];
  }

  TouchedMemory memory() {
    return memory;
  }
}
