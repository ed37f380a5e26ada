package org.zarf.machine.chips;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.zarf.air.Cell;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;

/**
 * An atomic operation with everything that a prover cannot choose: the instruction, the registers,
 * the word of memory, the reservation, the times.
 *
 * @param address below 2^32: the message of rs1 has no more limbs
 * @param b the value of rs2
 * @param rdBefore what rd held
 * @param held the reservation before
 * @param late the access whose last time is {@code lateGap} before it; the others have a gap of 100
 */
record AtomicCase(
    Opcode op,
    long address,
    long word,
    long b,
    long rdBefore,
    long held,
    int clock,
    int late,
    int lateGap) {

  /** The offsets of the accesses to registers, the word and the reservation. */
  static final List<Integer> OFFSETS =
      List.of(Clock.RS1, Clock.RS2, Clock.FIRST_WORD, Clock.RD, Clock.RESERVATION);

  private static final int NONE = -1;
  private static final int GAP = 100;
  private static final int PC = 0x12345670;
  private static final int RD = 7;
  private static final int RS1 = 11;
  private static final int RS2 = 13;
  private static final long[] EXTREMES = {
    0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 0x8000_0000L, 0x7fff_ffff_8000_0000L, 0xffff_0000L
  };

  static AtomicCase at(Opcode op, long address, SplittableRandom random) {
    long word = word(random);
    long needed = address + op.accessBytes() / 4;
    long held =
        switch (random.nextInt(5)) {
          case 0, 1 -> needed;
          case 2 -> 0;
          case 3 -> needed ^ 3;
          default -> needed ^ 4L << random.nextInt(29);
        };
    long b = random.nextInt(4) == 0 ? word >> 8 * (address & 4) : word(random);
    int clock = 8 * random.nextInt(1 << 14, 1 << 25);
    return new AtomicCase(op, address, word, b, word(random), held, clock, NONE, 0);
  }

  private static long word(SplittableRandom random) {
    return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextLong();
  }

  /** A random aligned address. */
  static long address(Opcode op, SplittableRandom random) {
    long index = random.nextInt(4) == 0 ? AddressSpace.END_WORD - 1 : random.nextLong(1 << 28);
    return 8 * index + (op.accessBytes() == 4 ? 4 * random.nextInt(2) : 0);
  }

  /** The same with another gap since the last access at an offset. */
  AtomicCase late(int offset, int gap) {
    return new AtomicCase(op, address, word, b, rdBefore, held, clock, offset, gap);
  }

  /** Whether there is such a step. */
  boolean isPossible() {
    boolean isLate =
        switch (late) {
          case NONE -> false;
          case Clock.FIRST_WORD -> lateGap < 1;
          case Clock.RS2 -> op.operands().readsRs2() && !isGap();
          case Clock.RESERVATION -> reserves() && !isGap();
          default -> !isGap();
        };
    return !isLate && address < AddressSpace.END && address % op.accessBytes() == 0;
  }

  private boolean isGap() {
    return lateGap >= 1 && lateGap <= 1 << RegisterWrite.GAP_BITS;
  }

  private int last(int offset) {
    return clock + offset - (offset == late ? lateGap : GAP);
  }

  private boolean reserves() {
    return isConditional() || op == Opcode.LR_W || op == Opcode.LR_D;
  }

  private boolean isConditional() {
    return op == Opcode.SC_W || op == Opcode.SC_D;
  }

  private boolean isSingle() {
    return op.accessBytes() == 4;
  }

  private boolean succeeds() {
    return held == address + op.accessBytes() / 4;
  }

  private long old() {
    return isSingle() ? (int) (word >>> 8 * (address & 4)) : word;
  }

  private long after() {
    long c = isSingle() ? (int) b : b;
    long left =
        switch (op) {
          case LR_W, LR_D -> old();
          case SC_W, SC_D -> succeeds() ? c : old();
          case AMOSWAP_W, AMOSWAP_D -> c;
          case AMOADD_W, AMOADD_D -> old() + c;
          case AMOXOR_W, AMOXOR_D -> old() ^ c;
          case AMOAND_W, AMOAND_D -> old() & c;
          case AMOOR_W, AMOOR_D -> old() | c;
          case AMOMIN_W, AMOMIN_D -> Math.min(old(), c);
          case AMOMAX_W, AMOMAX_D -> Math.max(old(), c);
          case AMOMINU_W, AMOMINU_D -> Long.compareUnsigned(old(), c) < 0 ? old() : c;
          case AMOMAXU_W, AMOMAXU_D -> Long.compareUnsigned(old(), c) < 0 ? c : old();
          default -> throw new IllegalArgumentException(op.name());
        };
    int shift = isSingle() ? (int) (8 * (address & 4)) : 0;
    long mask = isSingle() ? 0xffff_ffffL << shift : -1;
    return word & ~mask | left << shift & mask;
  }

  /** The instruction as the program table lists it. */
  Outcomes.Message instruction() {
    int rs2 = op.operands().readsRs2() ? RS2 : 0;
    return Outcomes.Message.of(Buses.PROGRAM, 1, PC, PC + 4, op.code(), RD, RS1, rs2, 0, 0, 0);
  }

  /** What the prover cannot choose of a row. */
  Map<Cell, Long> given(Table table) {
    var given = new HashMap<Cell, Long>();
    for (Cell cell : table.main()) {
      Long value = given(cell.name());
      if (value != null) {
        given.put(cell, value);
      }
    }
    return given;
  }

  private @Nullable Long given(String cell) {
    int dot = cell.lastIndexOf(".x");
    int shift = dot < 0 ? 0 : 16 * (cell.charAt(dot + 2) - '0');
    return switch (dot < 0 ? cell : cell.substring(0, dot)) {
      case "active" -> 1L;
      case "clock" -> (long) clock;
      case "address" -> address >>> shift & 0xffff;
      case "out.before" -> rdBefore >>> shift & 0xffff;
      case "word" -> word >>> shift & 0xffff;
      case "operand", "value" -> b >>> shift & 0xffff;
      case "reservation" -> held >>> shift & 0xffff;
      case "address.time" -> (long) last(Clock.RS1);
      case "out.time" -> (long) last(Clock.RD);
      case "word.time" -> (long) last(Clock.FIRST_WORD);
      case "operand.time", "value.time" -> (long) last(Clock.RS2);
      case "reservation.time" -> (long) last(Clock.RESERVATION);
      case "word.gapHigh" -> gapHigh((long) clock + Clock.FIRST_WORD - last(Clock.FIRST_WORD) - 1);
      // Where the reservation is the one that is needed, the factors are free, and do nothing.
      case "factor0", "factor1" -> succeeds() ? (Long) 12345L : null;
      default -> null;
    };
  }

  /** The high part of a gap; of one that is negative, what makes the low part or itself pass. */
  private static long gapHigh(long gap) {
    if (gap >= 0) {
      return gap >>> 16;
    }
    int inverse = KoalaBear.inverse(KoalaBear.of(1 << 16));
    int element = KoalaBear.of(Math.floorMod(gap, (long) KoalaBear.P));
    return gap % 2 == 0 ? 0 : KoalaBear.toInt(KoalaBear.mul(element, inverse));
  }

  /** What the row must say: the semantics of the instruction. */
  Set<Outcomes.Message> honest() {
    var messages = new HashSet<Outcomes.Message>();
    messages.add(Outcomes.Message.of(Buses.STATE, -1, PC, clock));
    messages.add(Outcomes.Message.of(Buses.STATE, 1, PC + 4, clock + Clock.STEP));
    register(messages, RS1, address, address, Clock.RS1);
    if (op.operands().readsRs2()) {
      register(messages, RS2, b, b, Clock.RS2);
    }
    register(messages, RD, rdBefore, isConditional() ? succeeds() ? 0 : 1 : old(), Clock.RD);
    if (reserves()) {
      long left = isConditional() ? 0 : address + op.accessBytes() / 4;
      register(messages, Registers.RESERVATION, held, left, Clock.RESERVATION);
    }
    exchange(messages, Buses.RAM, address >>> 3, word, after(), Clock.FIRST_WORD);
    return messages;
  }

  private void register(Set<Outcomes.Message> to, int register, long from, long after, int offset) {
    exchange(to, Buses.REGISTERS, register, from, after, offset);
  }

  private void exchange(
      Set<Outcomes.Message> to, int space, long index, long from, long after, int offset) {
    to.add(held(-1, space, index, from, last(offset)));
    to.add(held(1, space, index, after, clock + offset));
  }

  private static Outcomes.Message held(int times, int space, long index, long x, int time) {
    return Outcomes.Message.of(
        Buses.MEMORY,
        times,
        space,
        index,
        x & 0xffff,
        x >>> 16 & 0xffff,
        x >>> 32 & 0xffff,
        x >>> 48,
        time);
  }
}
