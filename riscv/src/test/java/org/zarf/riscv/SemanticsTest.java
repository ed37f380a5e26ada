package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.machine.isa.Registers;

/** Every instruction computes what the manual says, written down here in whole numbers. */
class SemanticsTest {
  private static final long PC = 0x10000;
  private static final long DATA = 0x20000;
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    2,
    -2,
    7,
    8,
    31,
    32,
    33,
    63,
    64,
    65,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    0x7fffffffL,
    0x80000000L,
    0xffffffffL,
    0x100000000L,
    -0x80000000L,
    -0x80000001L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    0x5555555555555555L,
    0xaaaaaaaaaaaaaaaaL
  };

  /** What one instruction did, from the recorder. */
  private static final class Last implements Recorder {
    private final int index;
    private long after;
    private long next;
    private final List<long[]> words = new ArrayList<>();
    private final List<long[]> pending = new ArrayList<>();

    Last(int index) {
      this.index = index;
    }

    @Override
    public void access(int word, long before, long after) {
      pending.add(new long[] {word, before, after});
    }

    @Override
    public void reservation(long before, long after) {}

    @Override
    public void step(int i, long rs1, long rs2, long rdBefore, long rdAfter, long nextPc) {
      if (i == index) {
        after = rdAfter;
        next = nextPc;
        words.addAll(pending);
      }
      pending.clear();
    }
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void computesWhatTheManualSays(Opcode op) {
    SplittableRandom random = new SplittableRandom(op.code());
    for (long a : EXTREMES) {
      for (long b : EXTREMES) {
        check(op, a, b, random);
      }
    }
    for (int i = 0; i < 300; i++) {
      check(op, random.nextLong(), random.nextLong() >> random.nextInt(64), random);
    }
  }

  private static void check(Opcode op, long a, long b, SplittableRandom random) {
    InstructionClass kind = op.instructionClass();
    if (kind == InstructionClass.BRANCH) {
      boolean taken = branches(op, a, b);
      assertThat(execute(new Instruction(op, 0, 5, 6, 8, 4, PC + 8), a, b, 0).next)
          .as("%s %d %d", op, a, b)
          .isEqualTo(taken ? PC + 16 : PC + 12);
    } else if (kind == InstructionClass.LOAD) {
      checkLoad(op, a, random.nextInt(8));
    } else if (kind == InstructionClass.STORE) {
      checkStore(op, a, b, random.nextInt(8));
    } else if (op.operands() == Operands.ATOMIC && !op.name().startsWith("SC")) {
      checkAtomic(op, a, b, random.nextInt(8));
    } else if (op.operands() == Operands.REGISTERS) {
      Instruction instruction = new Instruction(op, 7, 5, 6, 0, 4, PC + 8);
      assertThat(execute(instruction, a, b, 0).after)
          .as("%s %d %d", op, a, b)
          .isEqualTo(value(op, a, b));
    } else if (op.operands() == Operands.IMMEDIATE && op != Opcode.JALR) {
      long imm =
          kind == InstructionClass.SHIFT ? b & (op.name().endsWith("W") ? 31 : 63) : b << 52 >> 52;
      Opcode register = Opcode.valueOf(op.name().replace("IW", "W").replaceAll("I(U?)$", "$1"));
      Instruction instruction = new Instruction(op, 7, 5, 0, imm, 4, PC + 8);
      assertThat(execute(instruction, a, b, 0).after)
          .as("%s %d %d", op, a, imm)
          .isEqualTo(value(register, a, imm));
    } else if (op == Opcode.JAL) {
      Last last = execute(new Instruction(op, 7, 0, 0, -8, 4, PC + 8), a, b, 0);
      assertThat(List.of(last.after, last.next)).containsExactly(PC + 12, PC);
    } else if (op == Opcode.JALR) {
      // The lowest bit of the target is dropped, and the base is read before the link is written.
      Last last = execute(new Instruction(op, 5, 5, 0, 5 - a, 4, PC + 8), PC + a, b, 0);
      assertThat(List.of(last.after, last.next)).containsExactly(PC + 12, PC + 4);
    }
  }

  /** Runs a = x5, b = x6, the instruction; the word pair at DATA holds a in both halves. */
  private static Last execute(Instruction instruction, long a, long b, long data) {
    List<Instruction> program =
        List.of(
            new Instruction(Opcode.ADDI, 5, 0, 0, a, 4, PC),
            new Instruction(Opcode.ADDI, 6, 0, 0, b, 4, PC + 4),
            instruction,
            new Instruction(Opcode.EBREAK, 0, 0, 0, 0, 4, PC + 12),
            new Instruction(Opcode.EBREAK, 0, 0, 0, 0, 4, PC + 16));
    TreeMap<Integer, Long> words = new TreeMap<>();
    words.put((int) (DATA / 8), data);
    words.put((int) (DATA / 8) + 1, ~data);
    Last last = new Last(2);
    GuestProgram guest = GuestProgram.of(PC, program, MemoryImage.of(words));
    Run recorded = Executor.record(guest, RunOptions.defaults().withMaxCycles(3), last);
    Run run = Executor.run(guest, RunOptions.defaults().withMaxCycles(3));
    assertThat(run.exit()).isEqualTo(recorded.exit());
    assertThat(run.cycles()).isEqualTo(3);
    return last;
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  private static BigInteger signed(long value) {
    return BigInteger.valueOf(value);
  }

  private static long value(Opcode op, long a, long b) {
    String name = op.name();
    if (name.endsWith("W")) {
      boolean unsigned = name.endsWith("UW") || op == Opcode.SRLW;
      Opcode full = Opcode.valueOf(name.substring(0, name.length() - 1));
      long left = unsigned ? a & 0xffffffffL : (int) a;
      long right =
          op.instructionClass() == InstructionClass.SHIFT
              ? b & 31
              : unsigned ? b & 0xffffffffL : (int) b;
      return (int) value(full, left, right);
    }
    BigInteger result =
        switch (op) {
          case ADD -> signed(a).add(signed(b));
          case SUB -> signed(a).subtract(signed(b));
          case AND -> signed(a).and(signed(b));
          case OR -> signed(a).or(signed(b));
          case XOR -> signed(a).xor(signed(b));
          case SLL -> signed(a).shiftLeft((int) (b & 63));
          case SRL -> unsigned(a).shiftRight((int) (b & 63));
          case SRA -> signed(a).shiftRight((int) (b & 63));
          case SLT -> BigInteger.valueOf(signed(a).compareTo(signed(b)) < 0 ? 1 : 0);
          case SLTU -> BigInteger.valueOf(unsigned(a).compareTo(unsigned(b)) < 0 ? 1 : 0);
          case MUL -> signed(a).multiply(signed(b));
          case MULH -> signed(a).multiply(signed(b)).shiftRight(64);
          case MULHU -> unsigned(a).multiply(unsigned(b)).shiftRight(64);
          case MULHSU -> signed(a).multiply(unsigned(b)).shiftRight(64);
          case DIV -> b == 0 ? signed(-1) : signed(a).divide(signed(b));
          case DIVU -> b == 0 ? signed(-1) : unsigned(a).divide(unsigned(b));
          case REM -> b == 0 ? signed(a) : signed(a).remainder(signed(b));
          case REMU -> b == 0 ? signed(a) : unsigned(a).remainder(unsigned(b));
          default -> throw new AssertionError(op);
        };
    return result.mod(TWO_64).longValue();
  }

  private static boolean branches(Opcode op, long a, long b) {
    return switch (op) {
      case BEQ -> a == b;
      case BNE -> a != b;
      case BLT -> signed(a).compareTo(signed(b)) < 0;
      case BGE -> signed(a).compareTo(signed(b)) >= 0;
      case BLTU -> unsigned(a).compareTo(unsigned(b)) < 0;
      case BGEU -> unsigned(a).compareTo(unsigned(b)) >= 0;
      default -> throw new AssertionError(op);
    };
  }

  /** The two words of data as one number, least byte first. */
  private static BigInteger pair(long low, long high) {
    return unsigned(high).shiftLeft(64).or(unsigned(low));
  }

  private static void checkLoad(Opcode op, long data, int offset) {
    int bytes = op.accessBytes();
    BigInteger mask = BigInteger.ONE.shiftLeft(8 * bytes).subtract(BigInteger.ONE);
    BigInteger field = pair(data, ~data).shiftRight(8 * offset).and(mask);
    boolean negative = !op.name().endsWith("U") && field.testBit(8 * bytes - 1);
    long expected = (negative ? field.subtract(mask).subtract(BigInteger.ONE) : field).longValue();
    Instruction load = new Instruction(op, 7, 5, 0, offset - 4, 4, PC + 8);
    Last last = execute(load, DATA + 4, 0, data);
    assertThat(last.after).as("%s at %d of %x", op, offset, data).isEqualTo(expected);
    assertThat(last.words).hasSize(offset + bytes > 8 ? 2 : 1);
    assertThat(last.words).allMatch(word -> word[1] == word[2]);
    assertThat(last.words.getFirst()).startsWith(DATA / 8, data);
  }

  private static void checkStore(Opcode op, long data, long value, int offset) {
    int bytes = op.accessBytes();
    BigInteger mask = BigInteger.ONE.shiftLeft(8 * bytes).subtract(BigInteger.ONE);
    BigInteger expected =
        pair(data, ~data)
            .andNot(mask.shiftLeft(8 * offset))
            .or(unsigned(value).and(mask).shiftLeft(8 * offset));
    Instruction store = new Instruction(op, 0, 5, 6, offset + 4, 4, PC + 8);
    Last last = execute(store, DATA - 4, value, data);
    String what = op + " at " + offset;
    assertThat(last.words).as(what).hasSize(offset + bytes > 8 ? 2 : 1);
    assertThat(last.words.getFirst())
        .as(what)
        .containsExactly(DATA / 8, data, expected.longValue());
    if (last.words.size() == 2) {
      long high = expected.shiftRight(64).longValue();
      assertThat(last.words.getLast()).as(what).containsExactly(DATA / 8 + 1, ~data, high);
    }
  }

  private static void checkAtomic(Opcode op, long data, long value, int place) {
    int bits = 8 * op.accessBytes();
    int offset = place & 8 - op.accessBytes();
    BigInteger old = unsigned(data).shiftRight(8 * offset).mod(BigInteger.ONE.shiftLeft(bits));
    BigInteger other = unsigned(value).mod(BigInteger.ONE.shiftLeft(bits));
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits);
    BigInteger signedOld = old.testBit(bits - 1) ? old.subtract(modulus) : old;
    BigInteger signedOther = other.testBit(bits - 1) ? other.subtract(modulus) : other;
    BigInteger after =
        switch (op.name().substring(3, op.name().length() - 2)) {
          case "SWAP" -> other;
          case "ADD" -> old.add(other);
          case "XOR" -> old.xor(other);
          case "AND" -> old.and(other);
          case "OR" -> old.or(other);
          case "MIN" -> signedOld.min(signedOther);
          case "MAX" -> signedOld.max(signedOther);
          case "MINU" -> old.min(other);
          case "MAXU" -> old.max(other);
          default -> throw new AssertionError(op);
        };
    BigInteger word =
        unsigned(data)
            .subtract(old.shiftLeft(8 * offset))
            .add(after.mod(modulus).shiftLeft(8 * offset));
    Last last = execute(new Instruction(op, 7, 5, 6, 0, 4, PC + 8), DATA + offset, value, data);
    String what = String.format("%s of %x at %d and %x", op, data, offset, value);
    assertThat(last.after).as(what).isEqualTo(signedOld.longValue());
    assertThat(last.words).as(what).hasSize(1);
    assertThat(last.words.getFirst()).as(what).containsExactly(DATA / 8, data, word.longValue());
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void callsChangeNoOrdinaryRegister(Call call) {
    List<Instruction> program =
        List.of(
            new Instruction(Opcode.ADDI, Registers.A7, 0, 0, call.number(), 4, PC),
            new Instruction(Opcode.ADDI, Registers.A0, 0, 0, 1, 4, PC + 4),
            new Instruction(Opcode.ADDI, Registers.A1, 0, 0, 8, 4, PC + 8),
            new Instruction(Opcode.ECALL, 0, 0, 0, 0, 4, PC + 12),
            new Instruction(Opcode.ADDI, Registers.A0, Registers.A0, 0, 0, 4, PC + 16));
    Last last = new Last(4);
    Executor.record(GuestProgram.of(PC, program, MemoryImage.empty()), RunOptions.defaults(), last);
    assertThat(last.after).isEqualTo(call == Call.HALT ? 0 : 1);
  }
}
