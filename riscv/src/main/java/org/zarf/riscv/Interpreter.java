package org.zarf.riscv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Registers;

/**
 * The state of a machine and the loop that advances it: the one place that says what instructions
 * do.
 */
final class Interpreter {
  private static final int MAX_PRINT = 1 << 20;

  private final GuestProgram program;
  private final DecodedCode code;
  private final Memory memory;
  private final long[] registers = new long[DecodedCode.NOWHERE + 1];
  private final long[] executions;
  private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
  private final long maxMemory;
  private OutputStream print;
  private long cycles;
  private @Nullable Exit exit;

  Interpreter(GuestProgram program, RunOptions options) {
    this.program = program;
    this.code = new DecodedCode(program);
    this.memory = Memory.of(program, options.input());
    this.executions = new long[code.operations.length];
    this.print = options.print();
    this.maxMemory = options.maxMemory();
    memory.limit(maxMemory);
  }

  Memory memory() {
    return memory;
  }

  DecodedCode code() {
    return code;
  }

  /** How the run ended, or null when it can go on. */
  @Nullable Exit exit() {
    return exit;
  }

  long cycles() {
    return cycles;
  }

  long[] executions() {
    return executions;
  }

  byte[] journal() {
    return journal.toByteArray();
  }

  long register(int register) {
    return registers[register];
  }

  /**
   * Executes instructions until an exit or a number of them is reached, and answers the index of
   * the next one.
   */
  int run(int start, long count) {
    return run(start, count, code.operations);
  }

  /**
   * Stops at {@link Operation#ENTER} too. Longer than a page so that the instruction set can be
   * read in one piece, and so that the compiler sees one loop with one switch.
   *
   * @param operations those of the code, some of them replaced by that
   */
  int run(int start, long count, byte[] operations) {
    final byte[] rd = code.rd;
    final byte[] rs1 = code.rs1;
    final byte[] rs2 = code.rs2;
    final long[] immediates = code.immediates;
    final int[] following = code.next;
    final long[] x = registers;
    final long[] executed = executions;
    final Memory m = memory;
    int i = start;
    long done = 0;
    try {
      while (done < count && exit == null) {
        final int d = rd[i];
        final long a = x[rs1[i]];
        final long c = x[rs2[i]];
        final long imm = immediates[i];
        final long b = c + imm;
        int next = following[i];
        switch (operations[i]) {
          case Operation.ADD -> x[d] = a + b;
          case Operation.SUB -> x[d] = a - b;
          case Operation.ADDW -> x[d] = (int) (a + b);
          case Operation.SUBW -> x[d] = (int) (a - b);
          case Operation.AND -> x[d] = a & b;
          case Operation.OR -> x[d] = a | b;
          case Operation.XOR -> x[d] = a ^ b;
          case Operation.SLL -> x[d] = a << b;
          case Operation.SRL -> x[d] = a >>> b;
          case Operation.SRA -> x[d] = a >> b;
          case Operation.SLLW -> x[d] = signed((int) a << (int) b);
          case Operation.SRLW -> x[d] = signed((int) a >>> (int) b);
          case Operation.SRAW -> x[d] = signed((int) a >> (int) b);
          case Operation.SLT -> x[d] = a < b ? 1 : 0;
          case Operation.SLTU -> x[d] = Long.compareUnsigned(a, b) < 0 ? 1 : 0;
          case Operation.BEQ -> next = a == c ? target(i) : next;
          case Operation.BNE -> next = a != c ? target(i) : next;
          case Operation.BLT -> next = a < c ? target(i) : next;
          case Operation.BGE -> next = a >= c ? target(i) : next;
          case Operation.BLTU -> next = Long.compareUnsigned(a, c) < 0 ? target(i) : next;
          case Operation.BGEU -> next = Long.compareUnsigned(a, c) >= 0 ? target(i) : next;
          case Operation.MUL -> x[d] = a * b;
          case Operation.LB -> x[d] = m.load1(a + imm);
          case Operation.LBU -> x[d] = m.load1(a + imm) & 0xff;
          case Operation.LH -> x[d] = m.load2(a + imm);
          case Operation.LHU -> x[d] = m.load2(a + imm) & 0xffff;
          case Operation.LW -> x[d] = m.load4(a + imm);
          case Operation.LWU -> x[d] = m.load4(a + imm) & 0xffffffffL;
          case Operation.LD -> x[d] = m.load8(a + imm);
          case Operation.SB -> m.store1(a + imm, c);
          case Operation.SH -> m.store2(a + imm, c);
          case Operation.SW -> m.store4(a + imm, c);
          case Operation.SD -> m.store8(a + imm, c);
          case Operation.JAL -> {
            next = target(i);
            x[d] = link(i);
          }
          case Operation.JALR -> {
            next = computedTarget((a + imm) & ~1L);
            x[d] = link(i);
          }
          case Operation.ECALL -> call();
          case Operation.EBREAK -> throw StopSignal.trap(new Cause.Breakpoint());
          case Operation.NO_CODE -> throw noCode(code.pcs[i]);
          case Operation.ENTER -> {
            cycles += done;
            return i;
          }
          default ->
              x[d] =
                  operations[i] < Operation.FIRST_ATOMIC
                      ? Operation.multiplyOrDivide(operations[i], a, b)
                      : Atomic.execute(operations[i], x, m, a, b);
        }
        executed[i]++;
        done++;
        i = next;
      }
    } catch (StopSignal signal) {
      stop(signal, i);
    }
    cycles += done;
    return i;
  }

  /** Ends the run in an instruction, which was not executed. */
  void stop(StopSignal signal, int index) {
    exit = blamed(signal.exitAt(code.pcs[index]), code.rs1[index] == Registers.SP);
  }

  /** Counts what was executed elsewhere. */
  void addCycles(long count) {
    cycles += count;
  }

  long[] registers() {
    return registers;
  }

  /**
   * Blames the stack for an access outside of memory that happens once it reaches below memory. A
   * stack pointer of 0 may be one that was never set, unless the access is relative to it.
   */
  private Exit blamed(Exit end, boolean isOnStack) {
    long sp = registers[Registers.SP];
    if (sp >= AddressSpace.RAM_START || (sp == 0 && !isOnStack)) {
      return end;
    }
    return switch (end) {
      case Exit.Trapped(Cause.GuardPage(long address), long pc) ->
          new Exit.Trapped(new Cause.StackOverflow(address, sp), pc);
      case Exit.Trapped(Cause.AccessOutOfRange(long address, _), long pc) ->
          new Exit.Trapped(new Cause.StackOverflow(address, sp), pc);
      default -> end;
    };
  }

  /** The results of 32-bit operations are sign-extended. */
  private static long signed(int word) {
    return word;
  }

  private int target(int i) {
    int target = code.targets[i];
    if (target < 0) {
      throw noCode(code.pcs[i] + code.immediates[i]);
    }
    return target;
  }

  /** The index of the instruction that a computed jump leads to. */
  int computedTarget(long pc) {
    int target = program.indexAt(pc);
    if (target < 0) {
      throw noCode(pc);
    }
    return target;
  }

  /** What a jump leaves in rd: the address behind it, also when no instruction is there. */
  private long link(int i) {
    return code.pcs[code.next[i]];
  }

  /** A jump out of the code is the jump's fault; a bad instruction that of its own place. */
  private StopSignal noCode(long pc) {
    Cause cause = program.code().whyNot(pc);
    return cause instanceof Cause.JumpOutOfCode
        ? StopSignal.trap(cause)
        : StopSignal.trapAt(cause, pc);
  }

  private void call() {
    long number = registers[Registers.A7];
    Call call = Call.of(number);
    if (call == null) {
      throw StopSignal.trap(new Cause.UnknownCall(number));
    }
    switch (call) {
      case HALT -> halt(registers[Registers.A0]);
      case JOURNAL -> publish(registers[Registers.A0], registers[Registers.A1]);
      case PRINT -> print(registers[Registers.A1], registers[Registers.A2]);
    }
  }

  private void halt(long exitCode) {
    if (exitCode >>> 32 != 0) {
      throw StopSignal.trap(new Cause.BadExitCode(exitCode));
    }
    exit = new Exit.Halted(exitCode);
  }

  private void publish(long word, long count) {
    long written = registers[Registers.JOURNAL];
    boolean fits = count >= 1 && count <= 8 && (count == 8 || word >>> (8 * count) == 0);
    if (!fits || written % 8 != 0) {
      throw StopSignal.trap(new Cause.BadJournalCall(word, count, written));
    }
    if (memory.bytes() + written + count > maxMemory) {
      throw StopSignal.outOfMemory(maxMemory);
    }
    for (int i = 0; i < count; i++) {
      journal.write((int) (word >>> (8 * i)));
    }
    registers[Registers.JOURNAL] = written + count;
  }

  /** Proves nothing, so it cannot fail either: text outside of memory is not shown. */
  private void print(long address, long size) {
    boolean inside =
        Long.compareUnsigned(address, AddressSpace.RAM_START) >= 0
            && Long.compareUnsigned(address, AddressSpace.END) <= 0;
    if (!inside || size == 0) {
      return;
    }
    long room = Math.min(AddressSpace.END - address, MAX_PRINT);
    int length = (int) (Long.compareUnsigned(size, room) < 0 ? size : room);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = memory.load1(address + i);
    }
    try {
      print.write(text);
    } catch (IOException e) {
      print = OutputStream.nullOutputStream();
    }
  }

  /** The executions of instructions only, without the places that hold none. */
  Profile profile() {
    int count = program.instructions().size();
    return new Profile(program, Arrays.copyOf(executions, count));
  }
}
