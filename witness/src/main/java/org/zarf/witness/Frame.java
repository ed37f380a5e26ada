package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.Address;
import org.zarf.machine.chips.AmoForm;
import org.zarf.machine.chips.AtomicForm;
import org.zarf.machine.chips.AtomicOld;
import org.zarf.machine.chips.BranchForm;
import org.zarf.machine.chips.ByteOffset;
import org.zarf.machine.chips.CallForm;
import org.zarf.machine.chips.Cycle;
import org.zarf.machine.chips.EitherForm;
import org.zarf.machine.chips.HalfRegister;
import org.zarf.machine.chips.Immediate;
import org.zarf.machine.chips.ImmediateForm;
import org.zarf.machine.chips.LoadForm;
import org.zarf.machine.chips.MemoryAccess;
import org.zarf.machine.chips.OpcodeChoice;
import org.zarf.machine.chips.RegisterForm;
import org.zarf.machine.chips.RegisterRead;
import org.zarf.machine.chips.RegisterWrite;
import org.zarf.machine.chips.Reservation;
import org.zarf.machine.chips.SignExtended;
import org.zarf.machine.chips.SmallImmediate;
import org.zarf.machine.chips.StoreForm;
import org.zarf.machine.chips.Straddle;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Instruction;

/** Fills the parts that the rows of all instructions are made of. */
final class Frame {

  private Frame() {}

  static void fill(RegisterForm form, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(form.active(), true);
    out.set(form.rd(), x.rd());
    out.set(form.rs1(), x.rs1());
    out.set(form.rs2(), x.rs2());
    cycle(form.cycle(), event, out);
    rs1(form.a(), event, out);
    rs2(form.b(), event, out);
    rd(form.out(), event, out);
  }

  /** Fills either form, and returns its second operand. */
  static long fill(EitherForm form, Event event, RowWriter out) {
    fill(form.form(), event, out);
    if (!event.instruction().op().operands().hasImmediate()) {
      return event.rs2();
    }
    long imm = event.instruction().imm();
    out.set(form.immediate(), true);
    out.set(form.form().b().value(), imm);
    return imm;
  }

  static void fill(ImmediateForm form, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(form.active(), true);
    out.set(form.rd(), x.rd());
    out.set(form.rs1(), x.rs1());
    immediate(form.imm(), event, out);
    cycle(form.cycle(), event, out);
    rs1(form.a(), event, out);
    rd(form.out(), event, out);
  }

  static void fill(BranchForm form, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(form.active(), true);
    out.set(form.rs1(), x.rs1());
    out.set(form.rs2(), x.rs2());
    out.set(form.target(), x.pc() + x.imm());
    out.set(form.to(), event.nextPc());
    cycle(form.cycle(), event, out);
    rs1(form.a(), event, out);
    rs2(form.b(), event, out);
  }

  static void fill(CallForm form, Event event, RowWriter out) {
    out.set(form.active(), true);
    cycle(form.cycle(), event, out);
    out.set(form.numberTime(), event.rs1Time());
  }

  static void fill(LoadForm load, Event event, RowWriter out) {
    fill(load.form(), event, out);
    address(load.address(), event, out);
    memory(load.memory(), 0, event, out);
  }

  static void fill(StoreForm store, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(store.active(), true);
    out.set(store.rs1(), x.rs1());
    out.set(store.rs2(), x.rs2());
    immediate(store.imm(), event, out);
    cycle(store.cycle(), event, out);
    rs1(store.base(), event, out);
    rs2(store.value(), event, out);
    address(store.address(), event, out);
    memory(store.memory(), 0, event, out);
  }

  /** An atomic operation; the old value is the chip's to fill. */
  static void fill(AtomicForm form, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(form.active(), true);
    out.set(form.rd(), x.rd());
    out.set(form.rs1(), x.rs1());
    cycle(form.cycle(), event, out);
    half(form.address(), event.rs1(), event.rs1Time(), out);
    rd(form.out(), event, out);
    memory(form.memory(), 0, event, out);
    boolean isDouble = x.op().accessBytes() == AddressSpace.WORD_BYTES;
    out.set(form.isDouble(), isDouble);
    out.set(form.upper(), !isDouble && (event.rs1() & 4) != 0);
  }

  static void fill(AmoForm amo, Event event, RowWriter out) {
    fill(amo.form(), event, out);
    out.set(amo.rs2(), event.instruction().rs2());
    rs2(amo.operand(), event, out);
    old(amo.old(), event, out);
    out.set(amo.after(), event.wordAfter(0));
  }

  /** The old value of an atomic operation is its result. */
  static void old(AtomicOld old, Event event, RowWriter out) {
    out.set(old.value(), event.rdAfter());
    boolean isSingle = event.instruction().op().accessBytes() < AddressSpace.WORD_BYTES;
    out.set(old.negative(), isSingle && event.rdAfter() < 0);
  }

  static void reservation(Reservation reservation, Event event, RowWriter out) {
    half(reservation.before(), event.wordBefore(1), event.wordTime(1), out);
  }

  /** Which of the chip's opcodes it is; the first one has no flag. */
  static void opcode(OpcodeChoice choice, Event event, RowWriter out) {
    int place = choice.opcodes().indexOf(event.instruction().op());
    if (place > 0) {
      out.set(choice.others().get(place - 1), true);
    }
  }

  /** Where in its word the access starts. */
  static void offset(ByteOffset offset, Event event, RowWriter out) {
    int bytes = (int) address(event) & 7;
    out.set(offset.limb1(), bytes >> 1 == 1);
    out.set(offset.limb2(), bytes >> 1 == 2);
    out.set(offset.limb3(), bytes >> 1 == 3);
    out.set(offset.odd(), (bytes & 1) == 1);
  }

  /** The second word; returns whether there is one. */
  static boolean straddle(Straddle straddle, Event event, RowWriter out) {
    boolean across = (address(event) & 7) + event.instruction().op().accessBytes() > 8;
    if (across) {
      out.set(straddle.across(), true);
      memory(straddle.second(), 1, event, out);
    }
    return across;
  }

  static void cycle(Cycle cycle, Event event, RowWriter out) {
    Instruction x = event.instruction();
    out.set(cycle.pc(), x.pc());
    out.set(cycle.next(), x.next());
    out.set(cycle.clock(), event.clock());
  }

  static void rs1(RegisterRead read, Event event, RowWriter out) {
    out.set(read.value(), event.rs1());
    out.set(read.time(), event.rs1Time());
  }

  static void rs2(RegisterRead read, Event event, RowWriter out) {
    out.set(read.value(), event.rs2());
    out.set(read.time(), event.rs2Time());
  }

  static void rd(RegisterWrite write, Event event, RowWriter out) {
    out.set(write.before(), event.rdBefore());
    out.set(write.time(), event.rdTime());
  }

  /** A register with a value below 2^32. */
  static void half(HalfRegister register, long value, int time, RowWriter out) {
    out.set(register.x0(), value & 0xffff);
    out.set(register.x1(), value >>> 16);
    out.set(register.time(), time);
  }

  /** A word that is its low half, sign-extended. */
  static void signExtended(SignExtended word, long value, RowWriter out) {
    out.set(word.x0(), value & 0xffff);
    out.set(word.x1(), (value >>> 16) & 0xffff);
    out.set(word.sign(), ((value >>> 31) & 1) != 0);
  }

  static void immediate(Immediate immediate, Event event, RowWriter out) {
    long imm = event.instruction().imm();
    out.set(immediate.x0(), imm & 0xffff);
    out.set(immediate.x1(), (imm >>> 16) & 0xffff);
    out.set(immediate.sign(), imm < 0);
  }

  static void immediate(SmallImmediate immediate, Event event, RowWriter out) {
    long imm = event.instruction().imm();
    out.set(immediate.x0(), imm & 0xffff);
    out.set(immediate.sign(), imm < 0);
  }

  /** The address rs1 + immediate. */
  static void address(Address address, Event event, RowWriter out) {
    long value = address(event);
    out.set(address.x0(), value & 0xffff);
    out.set(address.x1(), value >>> 16);
  }

  /** The address rs1 + immediate, below 2^31 in a run that does not trap. */
  static long address(Event event) {
    return event.rs1() + event.instruction().imm();
  }

  /** Access 0 or 1 to memory; what the word holds after is the chip's to fill. */
  static void memory(MemoryAccess access, int i, Event event, RowWriter out) {
    int now = event.clock() + (i == 0 ? Clock.FIRST_WORD : Clock.SECOND_WORD);
    out.set(access.before(), event.wordBefore(i));
    out.set(access.time(), event.wordTime(i));
    out.set(access.gapHigh(), (now - event.wordTime(i) - 1) >>> 16);
  }
}
