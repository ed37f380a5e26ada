package org.zarf.machine.chips;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.zarf.air.Cell;
import org.zarf.air.Word;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;

/**
 * A load or store with everything that a prover cannot choose: the instruction, the registers, the
 * words of memory, the times.
 *
 * @param first the word that the address lies in
 * @param second the word after it
 * @param value the value of rs2, for stores
 * @param rdBefore what rd held, for loads
 * @param times of the last accesses to rs1, the other register, the first and the second word
 */
record MemoryCase(
    Opcode op,
    long address,
    long imm,
    long first,
    long second,
    long value,
    long rdBefore,
    int clock,
    List<Integer> times) {

  private static final int PC = 0x12345670;
  private static final int RS1 = 11;
  private static final int OTHER = 7;
  private static final long[] EXTREMES = {
    0,
    -1,
    1,
    0x8000_0000_0000_0000L,
    0x7fff_ffff_ffff_ffffL,
    0x8080_8080_8080_8080L,
    0x7f7f_7f7f_7f7f_7f7fL,
    0xff00_ff00_ff00_ff00L,
    0x00ff_00ff_00ff_00ffL,
    0x8000_8000_8000_8000L
  };

  static MemoryCase at(Opcode op, long address, SplittableRandom random) {
    int clock = 8 * random.nextInt(1 << 14, 1 << 25);
    return new MemoryCase(
        op,
        address,
        random.nextInt(-2048, 2048),
        word(random),
        word(random),
        word(random),
        word(random),
        clock,
        List.of(
            clock - random.nextInt(1, 1 << 16),
            clock - random.nextInt(1, 1 << 16),
            random.nextInt(clock + Clock.FIRST_WORD),
            random.nextInt(clock + Clock.SECOND_WORD)));
  }

  private static long word(SplittableRandom random) {
    return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextLong();
  }

  /** A random address of a word but the last, plus an offset. */
  static long address(int offset, SplittableRandom random) {
    long word =
        switch (random.nextInt(4)) {
          case 0 -> AddressSpace.END_WORD - 2;
          case 1 ->
              (random.nextLong(1 << 15) << 13) - random.nextInt(2) & AddressSpace.END_WORD - 2;
          default -> random.nextLong(AddressSpace.END_WORD - 1);
        };
    return 8 * word + offset;
  }

  /** The same with another time of the last access to one of the four. */
  MemoryCase lastAccessed(int access, int time) {
    var changed = new ArrayList<>(times);
    changed.set(access, time);
    return new MemoryCase(op, address, imm, first, second, value, rdBefore, clock, changed);
  }

  /** Whether the address is in memory, and no access comes before the last one. */
  boolean isPossible() {
    int accesses = isAcross() ? 4 : 3;
    return address >= 0
        && address < AddressSpace.END
        && times.stream().limit(accesses).allMatch(time -> time < clock + Clock.RD);
  }

  int offset() {
    return (int) address & 7;
  }

  boolean isLoad() {
    return op.operands().writesRd();
  }

  /** Whether bytes of the second word are accessed. */
  boolean isAcross() {
    return offset() + op.accessBytes() > 8;
  }

  private long base() {
    return address - imm;
  }

  /** The instruction as the program table lists it. */
  Outcomes.Message instruction() {
    long rd = isLoad() ? OTHER : 0;
    long rs2 = isLoad() ? 0 : OTHER;
    return Outcomes.Message.of(
        Buses.PROGRAM,
        1,
        PC,
        PC + 4,
        op.code(),
        rd,
        RS1,
        rs2,
        imm & 0xffff,
        (imm >>> 16) & 0xffff,
        imm < 0 ? 1 : 0);
  }

  /** What the rows of a load have in common, as this case has it. */
  Map<Cell, Long> given(LoadForm load) {
    var given = new HashMap<Cell, Long>();
    ImmediateForm form = load.form();
    given.put(form.active(), 1L);
    given.put(form.rd(), (long) OTHER);
    given.put(form.rs1(), (long) RS1);
    give(given, form.cycle(), form.imm());
    give(given, form.a(), base(), times.get(0));
    give(given, form.out().before(), rdBefore);
    given.put(form.out().time(), (long) times.get(1));
    give(given, load.memory(), 0);
    return given;
  }

  /** What the rows of a store have in common, as this case has it. */
  Map<Cell, Long> given(StoreForm store) {
    var given = new HashMap<Cell, Long>();
    given.put(store.active(), 1L);
    given.put(store.rs1(), (long) RS1);
    given.put(store.rs2(), (long) OTHER);
    give(given, store.cycle(), store.imm());
    give(given, store.base(), base(), times.get(0));
    give(given, store.value(), value, times.get(1));
    give(given, store.memory(), 0);
    return given;
  }

  /** The second word, too. */
  Map<Cell, Long> with(Straddle straddle, Map<Cell, Long> given) {
    give(given, straddle.second(), 1);
    return given;
  }

  /** What the row must say: the semantics of the instruction, over bytes. */
  Set<Outcomes.Message> honest() {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0, first).putLong(8, second);
    var messages = new HashSet<Outcomes.Message>();
    messages.add(Outcomes.Message.of(Buses.STATE, -1, PC, clock));
    messages.add(Outcomes.Message.of(Buses.STATE, 1, PC + 4, clock + Clock.STEP));
    exchange(messages, 1, RS1, base(), base(), times.get(0), Clock.RS1);
    if (isLoad()) {
      exchange(messages, 1, OTHER, rdBefore, load(bytes), times.get(1), Clock.RD);
    } else {
      exchange(messages, 1, OTHER, value, value, times.get(1), Clock.RS2);
      store(bytes);
    }
    int word = (int) (address >>> 3);
    exchange(messages, 0, word, first, bytes.getLong(0), times.get(2), Clock.FIRST_WORD);
    if (isAcross()) {
      exchange(messages, 0, word + 1, second, bytes.getLong(8), times.get(3), Clock.SECOND_WORD);
    }
    return messages;
  }

  private long load(ByteBuffer bytes) {
    int at = offset();
    return switch (op) {
      case LB -> bytes.get(at);
      case LBU -> Byte.toUnsignedLong(bytes.get(at));
      case LH -> bytes.getShort(at);
      case LHU -> Short.toUnsignedLong(bytes.getShort(at));
      case LW -> bytes.getInt(at);
      case LWU -> Integer.toUnsignedLong(bytes.getInt(at));
      case LD -> bytes.getLong(at);
      default -> throw new IllegalArgumentException(op + " is no load");
    };
  }

  private void store(ByteBuffer bytes) {
    int at = offset();
    switch (op) {
      case SB -> bytes.put(at, (byte) value);
      case SH -> bytes.putShort(at, (short) value);
      case SW -> bytes.putInt(at, (int) value);
      case SD -> bytes.putLong(at, value);
      default -> throw new IllegalArgumentException(op + " is no store");
    }
  }

  /** One access: space, index, limbs, time. */
  private void exchange(
      Set<Outcomes.Message> to, int space, long index, long before, long after, int last, int at) {
    to.add(message(-1, space, index, before, last));
    to.add(message(1, space, index, after, clock + at));
  }

  private static Outcomes.Message message(int times, int space, long index, long word, int time) {
    return Outcomes.Message.of(
        Buses.MEMORY,
        times,
        space,
        index,
        word & 0xffff,
        (word >>> 16) & 0xffff,
        (word >>> 32) & 0xffff,
        word >>> 48,
        time);
  }

  private void give(Map<Cell, Long> given, Cycle cycle, Immediate immediate) {
    given.put(cycle.pc(), (long) PC);
    given.put(cycle.next(), PC + 4L);
    given.put(cycle.clock(), (long) clock);
    given.put(immediate.x0(), imm & 0xffff);
    given.put(immediate.x1(), (imm >>> 16) & 0xffff);
    given.put(immediate.sign(), imm < 0 ? 1L : 0);
  }

  private static void give(Map<Cell, Long> given, RegisterRead read, long value, int time) {
    give(given, read.value(), value);
    given.put(read.time(), (long) time);
  }

  private void give(Map<Cell, Long> given, MemoryAccess access, int i) {
    give(given, access.before(), i == 0 ? first : second);
    long time = times.get(2 + i);
    given.put(access.time(), time);
    given.put(access.gapHigh(), gapHigh(clock + Clock.FIRST_WORD + i - time - 1));
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

  private static void give(Map<Cell, Long> given, Word word, long value) {
    for (int i = 0; i < Word.LIMBS; i++) {
      given.put(word.at(i), (value >>> (16 * i)) & 0xffff);
    }
  }
}
