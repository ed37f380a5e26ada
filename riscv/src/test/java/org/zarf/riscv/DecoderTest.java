package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.testkit.Trials;

/** The decoder says what the binary tools say, and refuses what they refuse. */
class DecoderTest {
  private static final long PC = 0x10000;

  private static final Set<String> NAMES =
      Opcode.all().stream()
          .map(op -> op.name().toLowerCase(Locale.ROOT).replace('_', '.'))
          .collect(Collectors.toSet());

  @TempDir Path directory;

  @Test
  void everyCompressedInstructionIsWhatTheDisassemblerSays() throws IOException {
    List<Integer> codes = new ArrayList<>();
    for (int code = 0; code < 1 << 16; code++) {
      if ((code & 3) != 3) {
        codes.add(code);
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(2 * codes.size()).order(ByteOrder.LITTLE_ENDIAN);
    codes.forEach(code -> bytes.putShort((short) (int) code));
    List<String> lines = Toolchain.in(directory).disassemble(bytes.array());
    assertThat(lines.size()).isEqualTo(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      check(codes.get(i), 2L * i, lines.get(i));
    }
  }

  @Test
  void randomInstructionsAreWhatTheDisassemblerSays() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    int[] opcodes = {
      0x03, 0x13, 0x17, 0x1b, 0x23, 0x2f, 0x33, 0x37, 0x3b, 0x63, 0x67, 0x6f, 0x0f, 0x73
    };
    int[] words = new int[60_000];
    for (int i = 0; i < words.length; i++) {
      int opcode = i % 16 == 0 ? random.nextInt(128) : opcodes[random.nextInt(opcodes.length)];
      // Longer formats would shift the disassembler's view of what follows.
      opcode &= (opcode & 0x1c) == 0x1c ? ~4 : ~0;
      words[i] = (random.nextInt() & ~127) | opcode | 3;
      if (random.nextInt(4) != 0
          && (opcode == 0x33 || opcode == 0x3b || opcode == 0x13 || opcode == 0x1b)) {
        int[] functions = {0, 0x20, 1};
        words[i] = (words[i] & 0x1ffffff) | functions[random.nextInt(3)] << 25;
      }
    }
    for (int i = 4; i < 4000; i++) {
      // Both widths of every atomic operation, and now and then a width that there is not.
      int funct3 = random.nextInt(8) == 0 ? random.nextInt(8) : 2 + random.nextInt(2);
      int rs2 = random.nextBoolean() ? 0 : random.nextInt(32);
      int high = random.nextInt(128) << 25;
      words[i] = high | rs2 << 20 | random.nextInt(32) << 15 | funct3 << 12 | 0x2f;
      words[i] |= random.nextInt(32) << 7;
    }
    words[0] = 0x00000073;
    words[1] = 0x00100073;
    words[2] = 0x0ff0000f;
    words[3] = 0x0000100f;
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(words);
    Map<Long, String> lines = new HashMap<>();
    for (String line : Toolchain.in(directory).disassemble(bytes.array())) {
      lines.put(Long.parseLong(line.substring(0, line.indexOf(':')).strip(), 16), line);
    }
    for (int i = 0; i < words.length; i++) {
      check(words[i], 4L * i, lines.get(4L * i));
    }
  }

  /** Encodings that the manual reserves although the disassembler gives them a meaning. */
  private static boolean isReserved(String name, String[] operands) {
    boolean zero = operands.length == 2 && operands[1].matches("(0x)?0");
    return zero && (name.equals("c.addi16sp") || name.equals("c.lui"));
  }

  private static void check(int bits, long offset, String line) {
    Instruction decoded = Decoder.decode(bits, PC + offset);
    String[] columns = line.split("\t", 4);
    String name = columns[2].strip();
    String[] operands =
        columns.length < 4
            ? new String[0]
            : columns[3].replaceAll("\\s*[<#].*", "").strip().split(",");
    Instruction expected =
        isReserved(name, operands) ? null : expected(name, operands, offset, Decoder.length(bits));
    if (expected == null && decoded != null) {
      // The disassembler doesn't print hints and fences with unusual fields.
      assertThat(decoded.rd() == Registers.SINK).as("%s decodes to %s", line, decoded).isTrue();
    } else {
      assertThat(decoded).as(line).isEqualTo(expected);
    }
  }

  /** Builds the normal form of what the disassembler printed; null for other names. */
  private static @Nullable Instruction expected(
      String fullName, String[] operands, long offset, int length) {
    String name = fullName.startsWith("c.") ? fullName.substring(2) : fullName;
    name = name.replaceAll("\\.(aq|rl|aqrl)$", "");
    boolean compressed = fullName.startsWith("c.");
    name = name.endsWith("sp") && !name.startsWith("addi") ? name.substring(0, 2) : name;
    long pc = PC + offset;
    return switch (name) {
      case "nop", "fence", "fence.i" -> constant(0, 0, length, pc);
      case "li" -> constant(register(operands[0]), number(operands[1]), length, pc);
      case "lui" -> constant(register(operands[0]), upper(operands[1]), length, pc);
      case "auipc" -> constant(register(operands[0]), pc + upper(operands[1]), length, pc);
      case "mv" -> of(Opcode.ADD, operands[0], "x0", operands[1], length, pc);
      case "j" -> jump(0, operands[0], length, pc);
      case "jal" -> jump(register(operands[0]), operands[1], length, pc);
      case "jr" -> immediate(Opcode.JALR, 0, register(operands[0]), 0, length, pc);
      case "beqz" -> branch(Opcode.BEQ, operands[0], "x0", operands[1], pc, length);
      case "bnez" -> branch(Opcode.BNE, operands[0], "x0", operands[1], pc, length);
      case "addi4spn", "addi16sp" ->
          immediate(
              Opcode.ADDI,
              register(operands[0]),
              Registers.SP,
              number(operands[operands.length - 1]),
              length,
              pc);
      case "slli64", "srli64", "srai64" -> {
        Opcode op = Opcode.valueOf(name.substring(0, 4).toUpperCase(Locale.ROOT));
        int rd = register(operands[0]);
        yield immediate(op, rd, rd, 0, length, pc);
      }
      case "ecall", "ebreak" ->
          new Instruction(Opcode.valueOf(name.toUpperCase(Locale.ROOT)), 0, 0, 0, 0, length, pc);
      case "jalr" ->
          compressed
              ? immediate(Opcode.JALR, Registers.RA, register(operands[0]), 0, length, pc)
              : memory(Opcode.JALR, operands, length, pc);
      default -> NAMES.contains(name) ? regular(name, compressed, operands, length, pc) : null;
    };
  }

  private static Instruction regular(
      String name, boolean compressed, String[] operands, int length, long pc) {
    Opcode op = Opcode.valueOf(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    boolean two = compressed && operands.length == 2;
    String second = two ? operands[0] : operands[1];
    String third = operands[operands.length - 1];
    return switch (op.operands()) {
      case REGISTERS -> of(op, operands[0], second, third, length, pc);
      case BRANCH -> branch(op, operands[0], operands[1], operands[2], pc, length);
      case STORE -> memory(op, operands, length, pc);
      case ADDRESS, ATOMIC -> atomic(op, operands, length, pc);
      default -> {
        if (op.accessBytes() > 0) {
          yield memory(op, operands, length, pc);
        }
        // An immediate operation may also be what "c.and" with a number is called.
        yield immediate(op, register(operands[0]), register(second), number(third), length, pc);
      }
    };
  }

  private static Instruction memory(Opcode op, String[] operands, int length, long pc) {
    String place = operands[1];
    long offset = number(place.substring(0, place.indexOf('(')));
    int base = register(place.substring(place.indexOf('(') + 1, place.indexOf(')')));
    int other = register(operands[0]);
    return op.operands().writesRd()
        ? immediate(op, other, base, offset, length, pc)
        : new Instruction(op, 0, base, other, offset, length, pc);
  }

  private static Instruction atomic(Opcode op, String[] operands, int length, long pc) {
    int base = register(operands[operands.length - 1].replaceAll("[()]", ""));
    int rs2 = operands.length == 3 ? register(operands[1]) : 0;
    return new Instruction(op, destination(register(operands[0])), base, rs2, 0, length, pc);
  }

  private static Instruction constant(int rd, long value, int length, long pc) {
    return immediate(Opcode.ADDI, rd, 0, value, length, pc);
  }

  private static Instruction of(Opcode op, String rd, String rs1, String rs2, int length, long pc) {
    return new Instruction(
        op, destination(register(rd)), register(rs1), register(rs2), 0, length, pc);
  }

  private static Instruction immediate(Opcode op, int rd, int rs1, long imm, int length, long pc) {
    return new Instruction(op, destination(rd), rs1, 0, imm, length, pc);
  }

  private static Instruction jump(int rd, String target, int length, long pc) {
    long distance = target(target) - (pc - PC);
    return new Instruction(Opcode.JAL, destination(rd), 0, 0, distance, length, pc);
  }

  private static Instruction branch(
      Opcode op, String rs1, String rs2, String target, long pc, int length) {
    long distance = target(target) - (pc - PC);
    return new Instruction(op, 0, register(rs1), register(rs2), distance, length, pc);
  }

  private static int destination(int rd) {
    return rd == 0 ? Registers.SINK : rd;
  }

  private static int register(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private static long number(String text) {
    return Long.decode(text);
  }

  private static long upper(String text) {
    return (int) (number(text) << 12);
  }

  private static long target(String text) {
    return Long.parseUnsignedLong(text.replace("0x", ""), 16);
  }

  @Trials(20_000)
  void anyBitsDecodeToSomethingValidOrNothing(SplittableRandom random) {
    long pc = PC + 2L * random.nextInt(1000);
    Instruction decoded = Decoder.decode(random.nextInt(), pc);
    if (decoded != null) {
      assertThat(decoded.pc()).isEqualTo(pc);
      assertThat(decoded.toString()).isNotEmpty();
    }
  }
}
