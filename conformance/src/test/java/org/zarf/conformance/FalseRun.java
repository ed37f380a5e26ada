package org.zarf.conformance;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.Executor;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.Recorder;
import org.zarf.riscv.RunOptions;
import org.zarf.witness.RunRecorder;

/**
 * A run that never was: the steps of a real one, some of them changed, left out or made up. All
 * that follows from a change follows here, too: later steps read what earlier ones claim to have
 * written. So the tables that are filled from it are consistent but for the lie itself.
 */
final class FalseRun {

  /** An access to memory: its word, what it finds if nothing was stored there, what it leaves. */
  private record Access(int word, long before, long after) {}

  private static final class Step {
    private final int index;
    private final List<Access> accesses;
    private long result;
    private long next;
    private Call call;

    /** What an LR or SC leaves in the reservation; null for other instructions. */
    private Long reservation;

    Step(int index, List<Access> accesses, long result, long next, Call call) {
      this.index = index;
      this.accesses = accesses;
      this.result = result;
      this.next = next;
      this.call = call;
    }
  }

  private final GuestProgram program;
  private final List<Step> steps = new ArrayList<>();
  private final long[] registers = new long[Registers.COUNT];
  private final Map<Integer, Long> memory = new HashMap<>();
  private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
  private long exitCode;

  private FalseRun(GuestProgram program) {
    this.program = program;
  }

  /** The real run of a program, up to where it halts or traps. */
  static FalseRun of(GuestProgram program, byte... input) {
    var run = new FalseRun(program);
    Executor.record(program, RunOptions.defaults().withInput(input), run.new Steps());
    return run;
  }

  /** Collects the steps of the real run. */
  private final class Steps implements Recorder {
    private List<Access> accesses = new ArrayList<>();
    private Long reservation;

    @Override
    public void access(int word, long before, long after) {
      accesses.add(new Access(word, before, after));
    }

    @Override
    public void reservation(long before, long after) {
      reservation = after;
    }

    @Override
    public void step(int index, long rs1, long rs2, long rdBefore, long rdAfter, long nextPc) {
      boolean isCall = program.instructions().get(index).op() == Opcode.ECALL;
      Call call = isCall ? Call.of(rs1) : null;
      steps.add(new Step(index, accesses, rdAfter, nextPc, call));
      steps.getLast().reservation = reservation;
      accesses = new ArrayList<>();
      reservation = null;
    }
  }

  GuestProgram program() {
    return program;
  }

  /** How many steps there are. */
  int size() {
    return steps.size();
  }

  /** Another result of a step. */
  FalseRun result(int step, long value) {
    steps.get(step).result = value;
    return this;
  }

  /** Another instruction after a step; the steps that follow are not changed. */
  FalseRun next(int step, long pc) {
    steps.get(step).next = pc;
    return this;
  }

  /** Another access to memory by a step. */
  FalseRun access(int step, int i, int word, long before, long after) {
    steps.get(step).accesses.set(i, new Access(word, before, after));
    return this;
  }

  /** Another word after an access to memory by a step. */
  FalseRun leaves(int step, int i, long after) {
    Access access = steps.get(step).accesses.get(i);
    return access(step, i, access.word, access.before, after);
  }

  /** Without the last access to memory of a step. */
  FalseRun withoutAccess(int step) {
    steps.get(step).accesses.removeLast();
    return this;
  }

  /** One more access by the last step. */
  FalseRun also(int word, long before, long after) {
    steps.getLast().accesses.add(new Access(word, before, after));
    return this;
  }

  /** Another reservation after an LR or SC. */
  FalseRun reserves(int step, long value) {
    steps.get(step).reservation = value;
    return this;
  }

  /** The last step is an LR or SC that leaves a reservation, or 0. */
  FalseRun reserves(long value) {
    return reserves(size() - 1, value);
  }

  /** Without a step. */
  FalseRun without(int step) {
    steps.remove(step);
    return this;
  }

  /** Without this step and all that follow. */
  FalseRun cut(int step) {
    steps.subList(step, steps.size()).clear();
    return this;
  }

  /** One more step, of an instruction that touches no memory. */
  FalseRun then(int index, long result) {
    long next = program.instructions().get(index).next();
    steps.add(new Step(index, List.of(), result, next, null));
    return this;
  }

  /** One more step, of an instruction that accesses one word. */
  FalseRun then(int index, long result, int word, long before, long after) {
    then(index, result);
    Step step = steps.removeLast();
    var accesses = new ArrayList<>(List.of(new Access(word, before, after)));
    steps.add(new Step(index, accesses, step.result, step.next, null));
    return this;
  }

  /** One more step, a call of this kind, whatever a7 holds. */
  FalseRun then(int index, Call call) {
    then(index, 0);
    steps.getLast().call = call;
    return this;
  }

  /** The first so many bytes published. */
  byte[] journal() {
    return journal.toByteArray();
  }

  /** What a0 held at the last halt, of which 32 bits can be claimed. */
  long exitCode() {
    return exitCode & 0xffff_ffffL;
  }

  /** Hands the run to a recorder. */
  void tell(RunRecorder recorder) {
    for (Step step : steps) {
      for (Access access : step.accesses) {
        long before = memory.getOrDefault(access.word, access.before);
        recorder.access(access.word, before, access.after);
        memory.put(access.word, access.after);
      }
      if (step.reservation != null) {
        recorder.reservation(registers[Registers.RESERVATION], step.reservation);
        registers[Registers.RESERVATION] = step.reservation;
      }
      if (step.call == null) {
        step(step, recorder);
      } else {
        call(step, recorder);
      }
    }
  }

  private void step(Step step, RunRecorder recorder) {
    Instruction x = program.instructions().get(step.index);
    long rdBefore = registers[x.rd()];
    recorder.step(
        step.index, registers[x.rs1()], registers[x.rs2()], rdBefore, step.result, step.next);
    if (x.op().operands().writesRd()) {
      registers[x.rd()] = step.result;
    }
  }

  private void call(Step step, RunRecorder recorder) {
    long a0 = registers[Registers.A0];
    long a1 = registers[Registers.A1];
    long bytes = registers[Registers.JOURNAL];
    switch (step.call) {
      case PRINT -> recorder.step(step.index, Call.PRINT.number(), 0, 0, 0, step.next);
      case HALT -> {
        exitCode = a0;
        recorder.step(step.index, Call.HALT.number(), a0, bytes, bytes, 0);
      }
      case JOURNAL -> {
        recorder.step(step.index, Call.JOURNAL.number(), a0, a1, bytes, step.next);
        for (int i = 0; i < a1; i++) {
          journal.write((int) (a0 >>> (8 * i)));
        }
        registers[Registers.JOURNAL] = bytes + a1;
      }
    }
  }
}
