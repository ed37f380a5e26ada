package org.zarf.machine.chips;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;

/**
 * An instruction without memory, with everything that a prover cannot choose.
 *
 * @param a the value of rs1
 * @param b the value of rs2
 * @param before what rd held
 * @param clock the time; each register was last accessed {@code gap} before it is accessed again
 * @param misplaced the access whose gap is {@code misplacedGap} instead, by its offset
 */
record InstructionCase(
    Instruction x,
    long a,
    long b,
    long before,
    int clock,
    int gap,
    int misplaced,
    int misplacedGap) {

  private static final int PC = 0x12345670;
  private static final int RD = 7;
  private static final int RS1 = 11;
  private static final int RS2 = 13;
  private static final int NONE = -1;
  private static final int[] OFFSETS = {Clock.RS1, Clock.RS2, Clock.RD};
  private static final int[] GAPS = {0, -1, -8, (1 << 16) + 1, 1 << 20};
  private static final long[] EXTREMES = {
    0,
    -1,
    1,
    2,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE,
    0xffff_ffffL,
    0x8000_0000L,
    0x7f00_0001L,
    0x7f00_0000_7f00_0001L,
    0x8080_8080_8080_8080L,
    0x8000_8000_8000_8000L,
    0xffff_0000_ffff_0000L
  };

  static InstructionCase of(Opcode op, SplittableRandom random) {
    Operands operands = op.operands();
    long a = word(random);
    long b = random.nextInt(4) == 0 ? a : word(random);
    var x =
        new Instruction(
            op,
            operands.writesRd() ? RD : 0,
            operands.readsRs1() ? RS1 : 0,
            operands.readsRs2() ? RS2 : 0,
            operands.hasImmediate() ? immediate(op, random) : 0,
            random.nextBoolean() ? 4 : 2,
            PC);
    if (op == Opcode.JALR && random.nextInt(4) != 0) {
      a = random.nextLong(-8, (1L << 30) + 8) - x.imm();
    }
    int clock = 8 * random.nextInt(1 << 14, 1 << 25);
    int gap = random.nextInt(1, (1 << 16) + 1);
    int misplaced = random.nextInt(4) == 0 ? OFFSETS[random.nextInt(OFFSETS.length)] : NONE;
    int misplacedGap = GAPS[random.nextInt(GAPS.length)];
    return new InstructionCase(x, a, b, word(random), clock, gap, misplaced, misplacedGap);
  }

  private static long word(SplittableRandom random) {
    long word = random.nextLong();
    return switch (random.nextInt(4)) {
      case 0, 1 -> EXTREMES[random.nextInt(EXTREMES.length)];
      case 2 -> word >> random.nextInt(64);
      default -> word;
    };
  }

  private static long immediate(Opcode op, SplittableRandom random) {
    return switch (op) {
      case SLLI, SRLI, SRAI -> random.nextInt(64);
      case SLLIW, SRLIW, SRAIW -> random.nextInt(32);
      case ADDI -> random.nextLong(-1L << 32, 1L << 32);
      case BEQ, BNE, BLT, BGE, BLTU, BGEU, JAL -> 2 * random.nextInt(-2048, 2048);
      default -> random.nextInt(-2048, 2048);
    };
  }

  private int last(int offset) {
    return clock + offset - (offset == misplaced ? misplacedGap : gap);
  }

  /** The value of a cell by its name; null if the prover can choose it. */
  @Nullable Long given(String cell) {
    int dot = cell.lastIndexOf(".x");
    String word = dot < 0 ? "" : cell.substring(0, dot);
    int shift = dot < 0 ? 0 : 16 * (cell.charAt(dot + 2) - '0');
    boolean readsRs2 = x.op().operands().readsRs2();
    return switch (word) {
      case "a" -> a >>> shift & 0xffff;
      case "b" -> readsRs2 ? (Long) (b >>> shift & 0xffff) : null;
      case "out.before" -> before >>> shift & 0xffff;
      default ->
          switch (cell) {
            case "active" -> 1L;
            case "clock" -> (long) clock;
            case "a.time" -> (long) last(Clock.RS1);
            case "b.time" -> (long) last(Clock.RS2);
            case "out.time" -> (long) last(Clock.RD);
            // Where the limbs are equal, the factors of their differences are free, and do nothing.
            case "factor0", "factor1", "factor2", "factor3" -> a == b ? (Long) 12345L : null;
            default -> null;
          };
    };
  }

  /** The instruction as the program table lists it. */
  Outcomes.Message listed() {
    return Outcomes.Message.of(Buses.PROGRAM, 1, ProgramRow.of(x).values());
  }

  /** Whether there is such a step. */
  boolean isPossible() {
    long target = a + x.imm() & -2;
    boolean isInTime =
        switch (misplaced) {
          case Clock.RS1 -> !x.op().operands().readsRs1();
          case Clock.RS2 -> !x.op().operands().readsRs2();
          case Clock.RD -> !x.op().operands().writesRd();
          default -> true;
        };
    return isInTime && (x.op() != Opcode.JALR || (target >= 0 && target < 1 << 30));
  }

  /** What the row must say. */
  Set<Outcomes.Message> honest() {
    var messages = new HashSet<Outcomes.Message>();
    messages.add(Outcomes.Message.of(Buses.STATE, -1, PC, clock));
    messages.add(Outcomes.Message.of(Buses.STATE, 1, next(), clock + Clock.STEP));
    Operands operands = x.op().operands();
    if (operands.readsRs1()) {
      exchange(messages, RS1, a, a, Clock.RS1);
    }
    if (operands.readsRs2()) {
      exchange(messages, RS2, b, b, Clock.RS2);
    }
    if (operands.writesRd()) {
      exchange(messages, RD, before, result(), Clock.RD);
    }
    return messages;
  }

  private void exchange(
      Set<Outcomes.Message> messages, int register, long from, long to, int offset) {
    messages.add(held(-1, register, from, last(offset)));
    messages.add(held(1, register, to, clock + offset));
  }

  private static Outcomes.Message held(int times, int register, long x, int time) {
    return Outcomes.Message.of(
        Buses.MEMORY,
        times,
        Buses.REGISTERS,
        register,
        x & 0xffff,
        x >>> 16 & 0xffff,
        x >>> 32 & 0xffff,
        x >>> 48,
        time);
  }

  private long next() {
    long target = x.pc() + x.imm();
    boolean isUnsignedLess = Long.compareUnsigned(a, b) < 0;
    boolean jumps =
        switch (x.op()) {
          case BEQ -> a == b;
          case BNE -> a != b;
          case BLT -> a < b;
          case BGE -> a >= b;
          case BLTU -> isUnsignedLess;
          case BGEU -> !isUnsignedLess;
          case JAL -> true;
          default -> false;
        };
    return x.op() == Opcode.JALR ? a + x.imm() & -2 : jumps ? target : x.next();
  }

  private long result() {
    long c = x.op().operands().hasImmediate() ? x.imm() : b;
    if (x.op().instructionClass() == InstructionClass.DIVIDE) {
      return divided();
    }
    return switch (x.op()) {
      case ADD, ADDI -> a + c;
      case SUB -> a - c;
      case ADDW, ADDIW -> (int) (a + c);
      case SUBW -> (int) (a - c);
      case AND, ANDI -> a & c;
      case OR, ORI -> a | c;
      case XOR, XORI -> a ^ c;
      case SLL, SLLI -> a << c;
      case SRL, SRLI -> a >>> c;
      case SRA, SRAI -> a >> c;
      case SLLW, SLLIW -> (long) ((int) a << c);
      case SRLW, SRLIW -> (long) ((int) a >>> c);
      case SRAW, SRAIW -> (long) ((int) a >> c);
      case SLT, SLTI -> a < c ? 1 : 0;
      case SLTU, SLTIU -> Long.compareUnsigned(a, c) < 0 ? 1 : 0;
      case MUL -> a * c;
      case MULW -> (int) (a * c);
      case MULH -> Math.multiplyHigh(a, c);
      case MULHU -> Math.unsignedMultiplyHigh(a, c);
      case MULHSU -> Math.multiplyHigh(a, c) + (c < 0 ? a : 0);
      case JAL, JALR -> x.next();
      default -> throw new IllegalArgumentException(x.toString());
    };
  }

  /** The smaller widths first; by zero as the specification has it. */
  private long divided() {
    long m = a;
    long n = b;
    switch (x.op()) {
      case DIVW, REMW -> {
        m = (int) a;
        n = (int) b;
      }
      case DIVUW, REMUW -> {
        m = a & 0xffff_ffffL;
        n = b & 0xffff_ffffL;
      }
      default -> {}
    }
    return switch (x.op()) {
      case DIV -> n == 0 ? -1 : m / n;
      case DIVU -> n == 0 ? -1 : Long.divideUnsigned(m, n);
      case REM -> n == 0 ? m : m % n;
      case REMU -> n == 0 ? m : Long.remainderUnsigned(m, n);
      case DIVW, DIVUW -> n == 0 ? -1 : (int) (m / n);
      case REMW, REMUW -> (int) (n == 0 ? m : m % n);
      default -> throw new IllegalArgumentException(x.toString());
    };
  }

  /** The magnitude of the quotient, from the magnitudes of the operands; by zero that of -1. */
  long quotient() {
    boolean isSigned =
        switch (x.op()) {
          case DIV, REM, DIVW, REMW -> true;
          default -> false;
        };
    boolean isWord =
        switch (x.op()) {
          case DIVW, REMW, DIVUW, REMUW -> true;
          default -> false;
        };
    long m = isWord ? (isSigned ? (int) a : a & 0xffff_ffffL) : a;
    long n = isWord ? (isSigned ? (int) b : b & 0xffff_ffffL) : b;
    if (n == 0) {
      return isSigned && m < 0 ? 1 : -1;
    }
    return isSigned ? Long.divideUnsigned(Math.abs(m), Math.abs(n)) : Long.divideUnsigned(m, n);
  }
}
