package org.zarf.riscv;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes random programs in assembler: every RV64IM instruction and, if wanted, atomics, loads and
 * stores at any offset, branches both ways, calls through registers. At the end the program writes
 * its data and its registers to the standard output and exits with 0, so it shows in an emulator of
 * Linux and in our machine alike what it computed.
 */
final class RandomGuest {
  private static final int DATA_BYTES = 4096;
  private static final List<String> THREE =
      List.of(
          "add", "sub", "addw", "subw", "and", "or", "xor", "sll", "srl", "sra", "sllw", "srlw",
          "sraw", "slt", "sltu", "mul", "mulw", "mulh", "mulhu", "mulhsu", "div", "divu", "rem",
          "remu", "divw", "divuw", "remw", "remuw");
  private static final List<String> IMMEDIATE =
      List.of("addi", "addiw", "andi", "ori", "xori", "slti", "sltiu");
  private static final List<String> SHIFT = List.of("slli", "srli", "srai");
  private static final List<String> WORD_SHIFT = List.of("slliw", "srliw", "sraiw");
  private static final List<String> BRANCH = List.of("beq", "bne", "blt", "bge", "bltu", "bgeu");
  private static final List<String> LOAD = List.of("lb", "lbu", "lh", "lhu", "lw", "lwu", "ld");
  private static final List<String> STORE = List.of("sb", "sh", "sw", "sd");

  private static final List<String> AMO =
      List.of("swap", "add", "xor", "and", "or", "min", "max", "minu", "maxu");

  private final SplittableRandom random;
  private final boolean hasAtomics;
  private final StringBuilder text = new StringBuilder();
  private int labels;

  private RandomGuest(SplittableRandom random, boolean hasAtomics) {
    this.random = random;
    this.hasAtomics = hasAtomics;
  }

  /** A program of about so many instructions. */
  static String write(SplittableRandom random, int instructions, boolean hasAtomics) {
    RandomGuest guest = new RandomGuest(random, hasAtomics);
    guest.prologue();
    for (int i = 0; i < instructions; i++) {
      if (guest.hasAtomics && random.nextInt(8) == 0) {
        guest.atomic();
      } else {
        guest.step(i);
      }
    }
    guest.epilogue();
    return guest.text.toString();
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(format, arguments)).append('\n');
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  /** Any register but x2 and x3, which hold the place of the data, and x4, which counts. */
  private String register() {
    int register = random.nextInt(29);
    return "x" + (register < 2 ? register : register + 3);
  }

  /** Compressed forms exist for these only. */
  private String frequent() {
    return "x" + (8 + random.nextInt(8));
  }

  private void prologue() {
    line(".option norelax\n.globl _start\n_start:");
    line("la x3, data + %d", DATA_BYTES / 2);
    line("la x2, data + %d", DATA_BYTES / 4);
    for (int i = 5; i < 32; i++) {
      line("li x%d, %d", i, value());
    }
  }

  private long value() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextLong(-3, 4);
      case 1 -> Long.MIN_VALUE + random.nextLong(2);
      case 2 -> Long.MAX_VALUE;
      case 3 -> random.nextInt();
      case 4 -> 1L << random.nextInt(64);
      default -> random.nextLong();
    };
  }

  private void step(int i) {
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> line("%s %s, %s, %s", pick(THREE), register(), register(), register());
      case 4, 5 ->
          line(
              "%s %s, %s, %d",
              pick(IMMEDIATE), register(), register(), random.nextInt(-2048, 2048));
      case 6 -> line("%s %s, %s, %d", pick(SHIFT), register(), register(), random.nextInt(64));
      case 7 -> line("%s %s, %s, %d", pick(WORD_SHIFT), register(), register(), random.nextInt(32));
      case 8 -> line("%s %s, %d(x3)", pick(LOAD), register(), offset());
      case 9 -> line("%s %s, %d(x3)", pick(STORE), register(), offset());
      case 10 -> computedAccess();
      case 11 -> compressible();
      case 12 -> branch();
      case 13 ->
          line(
              random.nextBoolean() ? "lui %s, %d" : "auipc %s, %d",
              register(),
              random.nextInt(1 << 20));
      case 14 -> call();
      default -> {
        if (i % 50 == 0) {
          loop();
        } else {
          line("li %s, %d", register(), value());
        }
      }
    }
  }

  private int offset() {
    return random.nextInt(-DATA_BYTES / 2, DATA_BYTES / 2 - 8);
  }

  /** A base register that depends on a random value. */
  private void computedAccess() {
    String base = "x" + (5 + random.nextInt(27));
    line("andi %s, %s, 1023", base, register());
    line("add %s, %s, x3", base, base);
    boolean load = random.nextBoolean();
    String value = load ? register() : frequent();
    line("%s %s, %d(%s)", pick(load ? LOAD : STORE), value, random.nextInt(-900, 900), base);
  }

  /** An aligned place in the data, in a register other than a value that is in use. */
  private String atomicPlace(String kept, int bytes) {
    String base = "x" + (5 + random.nextInt(27));
    base = base.equals(kept) ? base.equals("x5") ? "x6" : "x5" : base;
    line("andi %s, %s, %d", base, register(), 2040 + (bytes == 4 ? 4 : 0));
    line("add %s, %s, x3", base, base);
    return base;
  }

  private String ordering() {
    return pick(List.of("", ".aq", ".rl", ".aqrl"));
  }

  /** An AMO; or an LR and an SC, both on the same place and width, or one of them for nothing. */
  private void atomic() {
    boolean word = random.nextBoolean();
    String width = word ? "w" : "d";
    String value = register();
    String base = atomicPlace(value, word ? 4 : 8);
    if (random.nextInt(3) != 0) {
      // The base may also be the value, and what is replaced.
      String rd = random.nextInt(6) == 0 ? base : register();
      String rs2 = random.nextInt(6) == 0 ? base : value;
      line("amo%s.%s%s %s, %s, (%s)", pick(AMO), width, ordering(), rd, rs2, base);
      return;
    }
    int kind = random.nextInt(6);
    String failed = register();
    if (kind != 0) {
      String old = frequent();
      old = old.equals(base) ? base.equals("x8") ? "x9" : "x8" : old;
      line("lr.%s%s %s, (%s)", width, ordering(), old, base);
    }
    if (kind == 1) {
      // Another address in the same word, or the next one.
      line("addi %s, %s, %d", base, base, word ? 4 : 8);
    }
    line("sc.%s%s %s, %s, (%s)", width, ordering(), failed, register(), base);
    if (kind == 2) {
      line("sc.%s %s, %s, (x3)", width, register(), register());
    }
  }

  private void compressible() {
    String a = frequent();
    String b = frequent();
    switch (random.nextInt(8)) {
      case 0 ->
          line("%s %s, %s, %s", pick(List.of("sub", "xor", "or", "and", "subw", "addw")), a, a, b);
      case 1 ->
          line(
              "%s %s, %s, %d",
              pick(List.of("andi", "addi", "addiw")), a, a, random.nextInt(-32, 32));
      case 2 ->
          line("%s %s, %d(x2)", pick(List.of("ld", "sd")), register(), 8 * random.nextInt(64));
      case 3 ->
          line("%s %s, %d(x2)", pick(List.of("lw", "sw")), register(), 4 * random.nextInt(64));
      case 4 -> {
        // The base must survive the first access.
        b = a.equals(b) ? a.equals("x8") ? "x9" : "x8" : b;
        line("andi %s, %s, 31\nadd %s, %s, x3", a, b, a, a);
        line("%s %s, %d(%s)", pick(List.of("ld", "sd")), b, 8 * random.nextInt(32), a);
        line("%s %s, %d(%s)", pick(List.of("lw", "sw")), b, 4 * random.nextInt(32), a);
      }
      case 5 -> line("%s %s, %s, %d", pick(SHIFT), a, a, random.nextInt(64));
      case 6 -> line("addi %s, x2, %d\nmv %s, %s", a, 4 * random.nextInt(1, 256), register(), b);
      default -> {
        line("addi x2, x2, -32\naddi x2, x2, 32\nli %s, %d", register(), random.nextInt(-32, 32));
        line("lui %s, %d", a, random.nextInt(1, 32));
      }
    }
  }

  /** Skips some instructions, or not. */
  private void branch() {
    int label = labels++;
    switch (random.nextInt(3)) {
      case 0 -> line("%s %s, skip%d", pick(List.of("beqz", "bnez")), frequent(), label);
      case 1 -> line("j skip%d", label);
      default -> line("%s %s, %s, skip%d", pick(BRANCH), register(), register(), label);
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      line("%s %s, %s, %s", pick(THREE), register(), register(), register());
    }
    line("skip%d:", label);
  }

  /** Calls a function over the next instructions by a register, which returns by another. */
  private void call() {
    int label = labels++;
    String target = "x" + (5 + random.nextInt(10));
    String link = "x" + (20 + random.nextInt(10));
    line("j over%d", label);
    line("function%d: add %s, %s, %s", label, frequent(), register(), register());
    line("jalr x0, 0(%s)", link);
    line("over%d: la %s, function%d", label, target, label);
    line("jalr %s, %d(%s)", link, random.nextInt(2), target);
    line("jal %s, function%d", link, label);
  }

  private void loop() {
    int label = labels++;
    line("li x4, %d\nloop%d:", random.nextInt(1, 20), label);
    for (int i = random.nextInt(5); i >= 0; i--) {
      compressible();
      line("%s %s, %s, %s", pick(THREE), register(), register(), register());
    }
    line("addi x4, x4, -1\nbnez x4, loop%d", label);
  }

  private void epilogue() {
    line("la x3, registers");
    for (int i = 0; i < 32; i++) {
      line("sd x%d, %d(x3)", i, 8 * i);
    }
    line("li a7, 64\nli a0, 1\nla a1, data\nli a2, %d\necall", DATA_BYTES + 256);
    line("li a7, 93\nli a0, 0\necall");
    line(".data\n.balign 8\ndata:");
    for (int i = 0; i < DATA_BYTES / 8; i++) {
      line(".dword %d", value());
    }
    line("registers: .space 256");
  }
}
