package org.zarf.riscv;

import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Registers;

/** Runs programs, without proving anything. */
public final class Executor {
  private final RunOptions options;
  private final int start;
  private final Interpreter machine;

  /** A run that has not begun. */
  Executor(GuestProgram program, RunOptions options) {
    this.options = options;
    this.start = program.indexAt(program.entry());
    this.machine = new Interpreter(program, options);
  }

  /** Runs a program to its end or to a limit. */
  public static Run run(GuestProgram program, RunOptions options) {
    return new Executor(program, options).run(Tiers.USUAL);
  }

  /** Runs the program, and compiles what is executed often. */
  Run run(Tiers tiers) {
    CompiledCode compiled = new CompiledCode(machine, tiers.worth());
    int index = start;
    long interpreted = 0;
    while (canGoOn()) {
      long left = options.maxCycles() - machine.cycles();
      if (compiled.canRun(index, left)) {
        index = compiled.run(index, left);
      } else if (interpreted >= tiers.warmUp()) {
        interpreted = 0;
        compiled.grow();
      } else {
        // What is compiled but can't be run, near the limit, is interpreted.
        byte[] operations =
            compiled.starts(index) ? machine.code().operations : compiled.operations();
        long before = machine.cycles();
        index = machine.run(index, Math.min(left, tiers.slice()), operations);
        interpreted += machine.cycles() - before;
      }
    }
    compiled.settle();
    return result(index);
  }

  /** The machine, at the end of a run the state that it left. */
  Interpreter machine() {
    return machine;
  }

  /** Runs a program in the same way and reports every step. */
  public static Run record(GuestProgram program, RunOptions options, Recorder recorder) {
    Executor executor = new Executor(program, options);
    int index = executor.start;
    while (executor.canGoOn()) {
      index = executor.step(index, recorder);
    }
    return executor.result(index);
  }

  private boolean canGoOn() {
    return machine.exit() == null && machine.cycles() < options.maxCycles();
  }

  private Run result(int index) {
    Exit end = machine.exit();
    Exit exit =
        end != null ? end : new Exit.OutOfCycles(options.maxCycles(), machine.code().pcs[index]);
    return new Run(machine, exit, machine.profile());
  }

  /**
   * Executes one instruction by the common loop and reports what it read before and what is there
   * afterwards; nothing here knows what instructions do, but where their operands are.
   */
  private int step(int index, Recorder recorder) {
    DecodedCode code = machine.code();
    if (code.operations[index] == Operation.ECALL) {
      return call(index, recorder);
    }
    int bytes = code.accessBytes(index);
    long rs1 = machine.register(code.rs1[index]);
    long rs2 = machine.register(code.rs2[index]);
    long rdBefore = machine.register(code.rd[index]);
    long address = rs1 + code.immediates[index];
    int first = word(address);
    int last = word(address + bytes - 1);
    long firstBefore = bytes == 0 ? 0 : machine.memory().word(first);
    long lastBefore = bytes == 0 ? 0 : machine.memory().word(last);
    long reservation = machine.register(Registers.RESERVATION);
    int next = machine.run(index, 1);
    if (machine.exit() != null) {
      return next;
    }
    if (Operation.isReserving(code.operations[index])) {
      recorder.reservation(reservation, machine.register(Registers.RESERVATION));
    }
    if (bytes != 0) {
      recorder.access(first, firstBefore, machine.memory().word(first));
      if (last != first) {
        recorder.access(last, lastBefore, machine.memory().word(last));
      }
    }
    recorder.step(index, rs1, rs2, rdBefore, machine.register(code.rd[index]), code.pcs[next]);
    return next;
  }

  /** The word around an address; any word when the address is outside, where the access traps. */
  private static int word(long address) {
    return (int) (address >>> 3) & (AddressSpace.END_WORD - 1);
  }

  private int call(int index, Recorder recorder) {
    long number = machine.register(Registers.A7);
    long a0 = machine.register(Registers.A0);
    long a1 = machine.register(Registers.A1);
    long journal = machine.register(Registers.JOURNAL);
    int next = machine.run(index, 1);
    if (machine.exit() instanceof Exit.Halted) {
      recorder.step(index, number, a0, journal, journal, 0);
    } else if (machine.exit() == null) {
      boolean publishes = number == Call.JOURNAL.number();
      recorder.step(
          index,
          number,
          publishes ? a0 : 0,
          publishes ? a1 : 0,
          publishes ? journal : 0,
          machine.code().pcs[next]);
    }
    return next;
  }
}
