package org.zarf.witness;

import java.util.List;
import org.zarf.machine.isa.Instruction;

/**
 * A cursor over the events of a chip. An event is one executed instruction: what it read and wrote,
 * and when each of these was last accessed before.
 *
 * <p>For calls, rs1 is a7. {@code HALT}: rs2 is a0, rd the journal register. {@code JOURNAL}: rs2
 * is a0, rd (before) is a1, and access 0 is the one to the journal register. {@code LR} and {@code
 * SC}: access 1 is the one to the reservation. For a touch of a register, the index is the
 * register, the clock the time of the touch, and rs1 the register.
 */
final class Event {

  /** The longs of an event without accesses to memory. */
  private static final int FRAME = 7;

  private static final int PER_ACCESS = 3;
  private static final long LOW = 0xffff_ffffL;

  private final List<Instruction> instructions;
  private final EventBuffer events;
  private long[] page = {};
  private int at;

  Event(List<Instruction> instructions, EventBuffer events) {
    this.instructions = instructions;
    this.events = events;
  }

  /** How many longs an event with so many accesses to memory has. */
  static int stride(int accesses) {
    return FRAME + PER_ACCESS * accesses;
  }

  /** Moves to an event. */
  void moveTo(int event) {
    page = events.page(event);
    at = events.offset(event);
  }

  /** The place of the instruction in the program. */
  int index() {
    return low(0);
  }

  Instruction instruction() {
    return instructions.get(index());
  }

  /** When the instruction is executed. */
  int clock() {
    return high(0);
  }

  /** The value of the first register read. */
  long rs1() {
    return page[at + 1];
  }

  /** The value of the second register read. */
  long rs2() {
    return page[at + 2];
  }

  /** What the register written held before. */
  long rdBefore() {
    return page[at + 3];
  }

  /** What the register written holds after. */
  long rdAfter() {
    return page[at + 4];
  }

  /** The address of the instruction that follows. */
  long nextPc() {
    return low(5) & LOW;
  }

  /** When the first register read was last accessed. */
  int rs1Time() {
    return high(5);
  }

  /** When the second register read was last accessed. */
  int rs2Time() {
    return low(6);
  }

  /** When the register written was last accessed. */
  int rdTime() {
    return high(6);
  }

  /** The index of the word of access 0 or 1. */
  int word(int access) {
    return low(FRAME + PER_ACCESS * access);
  }

  /** When that word was last accessed. */
  int wordTime(int access) {
    return high(FRAME + PER_ACCESS * access);
  }

  /** What the word held before. */
  long wordBefore(int access) {
    return page[at + FRAME + PER_ACCESS * access + 1];
  }

  /** What the word holds after. */
  long wordAfter(int access) {
    return page[at + FRAME + PER_ACCESS * access + 2];
  }

  private int low(int i) {
    return (int) page[at + i];
  }

  private int high(int i) {
    return (int) (page[at + i] >>> 32);
  }

  // Writing, for the recorder.

  void setFrame(int index, int clock, long nextPc) {
    page[at] = pack(index, clock);
    page[at + 5] = pack((int) nextPc, high(5));
  }

  void setRs1(long value, int time) {
    page[at + 1] = value;
    page[at + 5] = pack(low(5), time);
  }

  void setRs2(long value, int time) {
    page[at + 2] = value;
    page[at + 6] = pack(time, high(6));
  }

  void setRd(long before, long after, int time) {
    page[at + 3] = before;
    page[at + 4] = after;
    page[at + 6] = pack(low(6), time);
  }

  void setAccess(int access, int word, long before, long after, int time) {
    int first = at + FRAME + PER_ACCESS * access;
    page[first] = pack(word, time);
    page[first + 1] = before;
    page[first + 2] = after;
  }

  private static long pack(int low, int high) {
    return (low & LOW) | ((long) high << 32);
  }
}
