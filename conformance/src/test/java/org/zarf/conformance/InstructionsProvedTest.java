package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.machine.isa.Registers.A0;
import static org.zarf.machine.isa.Registers.A1;
import static org.zarf.machine.isa.Registers.A2;
import static org.zarf.machine.isa.Registers.RA;
import static org.zarf.machine.isa.Registers.ZERO;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Operands;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.Run;
import org.zarf.stark.ProofRejectedException;

/** Every instruction at its extremes, executed, proved and verified. */
class InstructionsProvedTest {

  private static final long DATA = 0x20_0000;
  private static final int BASE = 9;

  /** x0 first: register 0 is an operand, too. */
  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    Integer.MIN_VALUE,
    0xffff_ffffL,
    0x8123_4567_89ab_cdefL
  };

  private static final long[] IMMEDIATES = {0, 1, -1, -2048, 2047, 0x555};
  private static final long[] SHIFTS = {0, 1, 7, 31, 32, 63};

  private static final Set<Opcode> executed = EnumSet.noneOf(Opcode.class);
  private static final Set<Integer> tables = new TreeSet<>();

  /** Proves a run, verifies the proof, and answers with the journal. */
  private static ByteBuffer proved(GuestProgram program, byte[] input, long exitCode)
      throws ProofRejectedException {
    Run run = GuestRun.of(program, input).run();
    assertThat(run.exit()).isEqualTo(new Exit.Halted(exitCode));
    for (int i = 0; i < program.instructions().size(); i++) {
      if (run.profile().executions(i) > 0) {
        executed.add(program.instructions().get(i).op());
      }
    }
    var forge = new Forge(program);
    Forge.Attempt attempt = forge.honest(input);
    attempt.tables().forEach(table -> tables.add(table.slot()));
    forge.submit(attempt);
    return ByteBuffer.wrap(attempt.journal()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All tests together prove every opcode, and fill every table. */
  @AfterAll
  static void nothingIsLeftOut() {
    // EBREAK always traps: there is no run to prove.
    assertThat(executed).isEqualTo(EnumSet.complementOf(EnumSet.of(Opcode.EBREAK)));
    assertThat(tables)
        .containsExactlyElementsOf(
            IntStream.range(0, Machine.circuit().slots().size()).boxed().toList());
  }

  private static List<Opcode> arithmetic(Operands operands) {
    return Opcode.all().stream()
        .filter(op -> op.operands() == operands)
        .filter(op -> op.instructionClass() != InstructionClass.LOAD && op != Opcode.JALR)
        .toList();
  }

  /** The register that holds an extreme. */
  private static int holder(int extreme) {
    return extreme == 0 ? ZERO : 17 + extreme;
  }

  private static Listing withExtremes() {
    var listing = new Listing().set(BASE, DATA);
    for (int i = 1; i < EXTREMES.length; i++) {
      listing.word(DATA + 8L * i, EXTREMES[i]).immediate(Opcode.LD, holder(i), BASE, 8L * i);
    }
    return listing;
  }

  /** a2 = 3 a2. */
  private static Listing tripled(Listing listing) {
    return listing.registers(Opcode.ADD, 5, A2, A2).registers(Opcode.ADD, A2, A2, 5);
  }

  /** Takes a0 into a checksum. */
  private static void fold(Listing listing) {
    tripled(listing).registers(Opcode.XOR, A2, A2, A0);
  }

  private static GuestProgram published(Listing listing) {
    return listing.immediate(Opcode.ADDI, A0, A2, 0).publish().set(A0, 0).halt();
  }

  @Test
  void arithmeticOnRegisters() throws ProofRejectedException {
    Listing listing = withExtremes();
    for (Opcode op : arithmetic(Operands.REGISTERS)) {
      for (int a = 0; a < EXTREMES.length; a++) {
        for (int b = 0; b < EXTREMES.length; b++) {
          fold(listing.registers(op, A0, holder(a), holder(b)));
        }
      }
      // All three the same register; then a result that goes nowhere.
      fold(listing.registers(op, A0, A0, A0));
      fold(listing.registers(op, ZERO, holder(2), holder(7)));
    }
    assertThat(proved(published(listing), new byte[0], 0).remaining()).isEqualTo(8);
  }

  private static long[] immediates(Opcode op) {
    return switch (op) {
      case SLLI, SRLI, SRAI -> SHIFTS;
      case SLLIW, SRLIW, SRAIW -> Arrays.stream(SHIFTS).filter(s -> s < 32).toArray();
      default -> IMMEDIATES;
    };
  }

  @Test
  void arithmeticOnImmediates() throws ProofRejectedException {
    Listing listing = withExtremes();
    for (Opcode op : arithmetic(Operands.IMMEDIATE)) {
      for (int a = 0; a < EXTREMES.length; a++) {
        for (long imm : immediates(op)) {
          fold(listing.immediate(op, A0, holder(a), imm));
        }
      }
      fold(listing.immediate(op, A0, A0, 1));
      fold(listing.immediate(op, ZERO, holder(7), 1));
    }
    // What LUI and AUIPC become, at their ends.
    for (long value : new long[] {-1L << 31, (1L << 31) - 4096, (1L << 31) + (1L << 30)}) {
      fold(listing.set(A0, value));
    }
    assertThat(proved(published(listing), new byte[0], 0).remaining()).isEqualTo(8);
  }

  /** The bytes of memory around {@link #DATA}, as the memory program sees and changes them. */
  private static ByteBuffer bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (0xf1 * (i + 1) + 0x60);
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long loaded(Opcode op, ByteBuffer memory, int at) {
    return switch (op) {
      case LB -> memory.get(at);
      case LBU -> memory.get(at) & 0xff;
      case LH -> memory.getShort(at);
      case LHU -> memory.getShort(at) & 0xffff;
      case LW -> memory.getInt(at);
      case LWU -> memory.getInt(at) & 0xffff_ffffL;
      case LD -> memory.getLong(at);
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  private static void store(Opcode op, ByteBuffer memory, int at, long value) {
    switch (op) {
      case SB -> memory.put(at, (byte) value);
      case SH -> memory.putShort(at, (short) value);
      case SW -> memory.putInt(at, (int) value);
      case SD -> memory.putLong(at, value);
      default -> throw new IllegalArgumentException(op.name());
    }
  }

  /** Every load and store at every place in a word, so that some lie across two. */
  @Test
  void accessesOfAllWidthsAtAllOffsets() throws ProofRejectedException {
    ByteBuffer memory = bytes(24);
    var listing = new Listing().set(BASE, DATA);
    for (int i = 0; i < memory.capacity(); i += 8) {
      listing.word(DATA + i, memory.getLong(i));
    }
    var expected = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    for (Opcode op : Opcode.all()) {
      if (op.instructionClass() == InstructionClass.ATOMIC) {
        continue;
      }
      for (int offset = 0; offset < 8 && op.accessBytes() > 0; offset++) {
        if (op.instructionClass() == InstructionClass.LOAD) {
          listing.immediate(op, A0, BASE, offset).publish();
          listing.immediate(op, ZERO, BASE, offset);
          expected.putLong(loaded(op, memory, offset));
        } else {
          // A value with its high bit set, and one that comes from x0.
          listing.set(6, -0x1234_5678 - offset).store(op, 6, BASE, offset);
          listing.store(op, ZERO, BASE, offset + 8);
          store(op, memory, offset, -0x1234_5678 - offset);
          store(op, memory, offset + 8, 0);
          for (int i = 0; i < memory.capacity(); i += 8) {
            listing.immediate(Opcode.LD, A0, BASE, i).publish();
            expected.putLong(memory.getLong(i));
          }
        }
      }
    }
    ByteBuffer journal = proved(listing.set(A0, 0).halt(), new byte[0], 0);
    assertThat(journal).isEqualTo(expected.flip());
  }

  private static long after(Opcode op, long old, long b) {
    return switch (op) {
      case AMOSWAP_W, AMOSWAP_D -> b;
      case AMOADD_W, AMOADD_D -> old + b;
      case AMOXOR_W, AMOXOR_D -> old ^ b;
      case AMOAND_W, AMOAND_D -> old & b;
      case AMOOR_W, AMOOR_D -> old | b;
      case AMOMIN_W, AMOMIN_D -> Math.min(old, b);
      case AMOMAX_W, AMOMAX_D -> Math.max(old, b);
      case AMOMINU_W, AMOMINU_D -> Long.compareUnsigned(old, b) < 0 ? old : b;
      case AMOMAXU_W, AMOMAXU_D -> Long.compareUnsigned(old, b) < 0 ? b : old;
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  /** Every operation on the memory, on all pairs, the lower and the upper half. */
  @Test
  void atomicOperations() throws ProofRejectedException {
    Listing listing = withExtremes();
    listing.set(8, DATA + 0x1000);
    long sum = 0;
    for (Opcode op : arithmetic(Operands.ATOMIC)) {
      if (op == Opcode.SC_W || op == Opcode.SC_D) {
        continue;
      }
      boolean isWord = op.accessBytes() == 4;
      for (int a = 0; a < EXTREMES.length; a++) {
        for (int b = 0; b < EXTREMES.length; b++) {
          int shift = isWord && (a + b) % 2 == 1 ? 32 : 0;
          listing.store(Opcode.SD, holder(a), 8, 0).immediate(Opcode.ADDI, 7, 8, shift / 8);
          fold(listing.registers(op, A0, 7, holder(b)));
          fold(listing.immediate(Opcode.LD, A0, 8, 0));
          long old = isWord ? (int) (EXTREMES[a] >> shift) : EXTREMES[a];
          long left = after(op, old, isWord ? (int) EXTREMES[b] : EXTREMES[b]);
          long mask = isWord ? 0xffff_ffffL << shift : -1;
          sum = 3 * sum ^ old;
          sum = 3 * sum ^ (EXTREMES[a] & ~mask | left << shift & mask);
        }
      }
      // All three the same register, which is overwritten; and a result that goes nowhere.
      listing.store(Opcode.SD, 8, 8, 0).immediate(Opcode.ADDI, A0, 8, 0);
      fold(listing.registers(op, A0, A0, A0));
      fold(listing.registers(op, ZERO, 8, ZERO).immediate(Opcode.LD, A0, 8, 0));
      long own = DATA + 0x1000;
      sum = 3 * sum ^ own;
      sum = 3 * sum ^ after(op, after(op, own, own), 0);
    }
    ByteBuffer journal = proved(published(listing), new byte[0], 0);
    assertThat(journal.getLong()).isEqualTo(sum);
  }

  /** Both widths: reserved, not any more, elsewhere, in another width, from x0 and to it. */
  @Test
  void reservations() throws ProofRejectedException {
    int upper = 8;
    var listing = new Listing().word(DATA, EXTREMES[7]).set(BASE, DATA).set(upper, DATA + 4);
    listing.set(6, 5).set(7, -7);
    listing.registers(Opcode.SC_W, A0, BASE, 6).publish();
    listing.registers(Opcode.LR_W, A0, upper, ZERO).publish();
    listing.registers(Opcode.SC_W, A0, upper, 6).publish();
    listing.registers(Opcode.SC_W, A0, upper, 7).publish();
    listing.registers(Opcode.LR_D, A0, BASE, ZERO).publish();
    // A plain store does not end the reservation.
    listing.store(Opcode.SB, 7, BASE, 0).registers(Opcode.SC_D, A0, BASE, 7).publish();
    listing.registers(Opcode.LR_D, ZERO, BASE, ZERO).registers(Opcode.SC_W, A0, BASE, 6).publish();
    listing.registers(Opcode.SC_D, A0, BASE, 6).publish();
    listing.registers(Opcode.LR_W, ZERO, BASE, ZERO).registers(Opcode.SC_W, A0, upper, 6).publish();
    listing.registers(Opcode.LR_W, ZERO, upper, ZERO).registers(Opcode.LR_W, ZERO, BASE, ZERO);
    listing.registers(Opcode.SC_W, ZERO, BASE, ZERO).immediate(Opcode.LD, A0, BASE, 0).publish();
    ByteBuffer journal = proved(listing.set(A0, 0).halt(), new byte[0], 0);
    long[] results = new long[10];
    journal.asLongBuffer().get(results);
    long stored = 5L << 32 | 0x89ab_cdefL;
    assertThat(results).containsExactly(1, 0x8123_4567, 0, 1, stored, 0, 1, 1, 1, -1L << 32);
  }

  /** The first and the last word of all, and the ends of the input window. */
  @Test
  void memoryFromEndToEnd() throws ProofRejectedException {
    long last = AddressSpace.END - 8;
    byte[] input = {1, 2, 3};
    var listing = new Listing().word(DATA, -1);
    for (long address :
        new long[] {
          AddressSpace.RAM_START, DATA, AddressSpace.RAM_END - 8, AddressSpace.INPUT_START, last
        }) {
      listing.set(BASE, address).immediate(Opcode.LD, A0, BASE, 0).publish();
      listing.store(Opcode.SD, BASE, BASE, 0).immediate(Opcode.LD, A0, BASE, 0).publish();
    }
    // A base that is read and overwritten, and a base above its word.
    listing.set(BASE, DATA).store(Opcode.SW, BASE, BASE, 0);
    listing.immediate(Opcode.LWU, BASE, BASE, 0).immediate(Opcode.ADDI, A0, BASE, 0).publish();
    listing.set(BASE, AddressSpace.RAM_START + 2047);
    listing.immediate(Opcode.LHU, A0, BASE, -2047).publish();
    ByteBuffer journal = proved(listing.set(A0, 0).halt(), input, 0);
    long[] words = new long[12];
    journal.asLongBuffer().get(words);
    assertThat(words)
        .containsExactly(
            0,
            AddressSpace.RAM_START,
            -1,
            DATA,
            0,
            AddressSpace.RAM_END - 8,
            input.length,
            AddressSpace.INPUT_START,
            0,
            last,
            DATA,
            AddressSpace.RAM_START);
  }

  private static boolean taken(Opcode op, long a, long b) {
    return switch (op) {
      case BEQ -> a == b;
      case BNE -> a != b;
      case BLT -> a < b;
      case BGE -> a >= b;
      case BLTU -> Long.compareUnsigned(a, b) < 0;
      case BGEU -> Long.compareUnsigned(a, b) >= 0;
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  /** Every branch on all pairs, forwards; and backwards until it falls through. */
  @Test
  void branches() throws ProofRejectedException {
    Listing listing = withExtremes();
    long sum = 0;
    for (Opcode op : arithmetic(Operands.BRANCH)) {
      for (int a = 0; a < EXTREMES.length; a++) {
        for (int b = 0; b < EXTREMES.length; b++) {
          tripled(listing);
          listing.branch(op, holder(a), holder(b), 8).immediate(Opcode.ADDI, A2, A2, 1);
          sum = 3 * sum + (taken(op, EXTREMES[a], EXTREMES[b]) ? 0 : 1);
        }
      }
    }
    int counter = 5;
    listing.set(counter, 3).immediate(Opcode.ADDI, counter, counter, -1);
    listing.branch(Opcode.BNE, counter, ZERO, -4);
    listing.immediate(Opcode.ADDI, counter, counter, -1);
    listing.branch(Opcode.BGE, ZERO, counter, 8).jump(ZERO, 8);
    listing.branch(Opcode.BLTU, ZERO, counter, 8).set(A2, 0);
    ByteBuffer journal = proved(published(listing), new byte[0], 0);
    assertThat(journal.getLong()).isEqualTo(sum);
  }

  /** Registers untouched for more than 2^16 ticks; a last piece of journal; the largest code. */
  @Test
  void longRunsAndCalls() throws ProofRejectedException {
    int counter = 5;
    int turns = 5000;
    assertThat(2 * 8 * turns).isGreaterThan(1 << 16);
    var listing = new Listing().set(A2, 42).set(counter, turns);
    listing.immediate(Opcode.ADDI, counter, counter, -1);
    listing.branch(Opcode.BNE, counter, ZERO, -4);
    listing.immediate(Opcode.ADDI, A0, A2, 0).publish();
    listing.set(A0, 2).set(A1, DATA).call(Call.PRINT);
    listing.set(A0, 0xff).set(A1, 1).call(Call.JOURNAL);
    GuestProgram program = listing.set(A0, 0xffff_ffffL).halt();
    ByteBuffer journal = proved(program, new byte[0], 0xffff_ffffL);
    assertThat(journal.array()).isEqualTo(new byte[] {42, 0, 0, 0, 0, 0, 0, 0, -1});
  }

  /** Jumps in all directions, with and without a return address; an odd target is made even. */
  @Test
  void jumps() throws ProofRejectedException {
    var listing = new Listing().jump(RA, 12).immediate(Opcode.ADDI, A2, A2, 1).jump(ZERO, 12);
    listing.immediate(Opcode.ADDI, A2, A2, 2).immediate(Opcode.JALR, ZERO, RA, 1);
    // The target and the return address share a register.
    long start = listing.pc();
    listing.set(RA, start + 12 + 2047).immediate(Opcode.JALR, RA, RA, -2047).set(A2, 0);
    listing.registers(Opcode.SUB, A0, RA, ZERO).publish();
    // Between instructions that lie across words.
    listing.compressed(0x0001).jump(ZERO, 8).set(A2, 0);
    // c.j +4; c.li a2, 0; c.beqz a2, +4; c.bnez a2, +4; c.li a2, 0; c.addi a2, 4
    listing.compressed(0xa011, 0x4601, 0xc211, 0xe211, 0x4601, 0x0611);
    // c.jalr ra, which leaves its next address; c.jr ra
    long calls = listing.pc();
    listing.set(RA, calls + 10).compressed(0x9082).set(A2, 0);
    listing.immediate(Opcode.ADDI, A0, RA, 0).publish();
    listing.set(RA, listing.pc() + 10).compressed(0x8082).set(A2, 0);
    ByteBuffer journal = proved(published(listing), new byte[0], 0);
    assertThat(journal.getLong()).isEqualTo(start + 8);
    assertThat(journal.getLong()).isEqualTo(calls + 6);
    assertThat(journal.getLong()).isEqualTo(7);
  }

  /** Every compressed instruction that is no jump, as an assembler encodes it. */
  @Test
  void compressedInstructions() throws ProofRejectedException {
    var listing = new Listing().set(8, DATA);
    // c.li a2, -32; c.addi a2, 31; c.addiw a2, -1; c.nop; c.lui a3, 0xfffe0; c.lui a4, 1
    listing.compressed(0x5601, 0x067d, 0x367d, 0x0001, 0x7681, 0x6705);
    // c.mv sp, s0; c.addi16sp sp, -512; c.addi4spn a0, sp, 1020; c.addi16sp sp, 496
    listing.compressed(0x8122, 0x7101, 0x1fe8, 0x617d);
    // c.sdsp a2, 504(sp); c.ldsp a5, 504(sp); c.swsp a3, 252(sp); c.lwsp a0, 252(sp)
    listing.compressed(0xffb2, 0x77fe, 0xdfb6, 0x557e);
    // c.mv a1, sp; c.sd a5, 248(a1); c.ld a3, 248(a1); c.sw a5, 124(a1); c.lw a3, 124(a1)
    listing.compressed(0x858a, 0xfdfc, 0x7df4, 0xddfc, 0x5df4);
    // c.slli a3, 63; c.srai a3, 63; c.srli a3, 1; c.andi a3, -32; c.sub a3, a2; c.xor a3, a5
    listing.compressed(0x16fe, 0x96fd, 0x8285, 0x9a81, 0x8e91, 0x8ebd);
    // c.or a3, a4; c.and a3, a2; c.addw a3, a2; c.subw a3, a4; c.add a3, a2
    listing.compressed(0x8ed9, 0x8ef1, 0x9eb1, 0x9e99, 0x96b2);
    listing.publish().immediate(Opcode.ADDI, A0, 13, 0).publish();
    ByteBuffer journal = proved(listing.set(A0, 0).halt(), new byte[0], 0);
    assertThat(journal.getLong()).isEqualTo(-0x2_0000);
    long a2 = -2;
    long a3 = (((a2 << 63) >> 63) >>> 1 & -32) - a2;
    a3 = ((a3 ^ a2) | 0x1000) & a2;
    a3 = (int) ((int) (a3 + a2) - 0x1000) + a2;
    assertThat(journal.getLong()).isEqualTo(a3);
  }
}
