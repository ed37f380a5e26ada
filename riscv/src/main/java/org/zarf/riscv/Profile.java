package org.zarf.riscv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.InstructionClass;

/** Where the cycles of a run went. */
public final class Profile {
  /** Stands for code outside of all functions. */
  public static final String NO_SYMBOL = "(no symbol)";

  private final GuestProgram program;
  private final long[] executions;

  Profile(GuestProgram program, long[] executions) {
    this.program = program;
    this.executions = executions;
  }

  /** How often an instruction was executed. */
  public long executions(int index) {
    return executions[index];
  }

  /** The cycles of a class of instructions. */
  public long cycles(InstructionClass wanted) {
    long sum = 0;
    List<Instruction> instructions = program.instructions();
    for (int i = 0; i < instructions.size(); i++) {
      if (instructions.get(i).op().instructionClass() == wanted) {
        sum += executions[i];
      }
    }
    return sum;
  }

  /** The functions that ran, the longest first. */
  public List<FunctionCycles> functions() {
    Map<String, Long> cycles =
        cyclesBy(pc -> Optional.of(program.symbolAt(pc).map(Symbol::name).orElse(NO_SYMBOL)));
    List<FunctionCycles> functions = new ArrayList<>();
    cycles.forEach((name, count) -> functions.add(new FunctionCycles(name, count)));
    functions.sort(
        Comparator.comparingLong(FunctionCycles::cycles)
            .reversed()
            .thenComparing(FunctionCycles::name));
    return functions;
  }

  /** The lines that ran, the longest first; without code whose lines the file does not say. */
  public List<LineCycles> lines() {
    List<LineCycles> lines = new ArrayList<>();
    cyclesBy(program::lineAt).forEach((line, count) -> lines.add(new LineCycles(line, count)));
    lines.sort(
        Comparator.comparingLong(LineCycles::cycles)
            .reversed()
            .thenComparing(l -> l.line().file())
            .thenComparing(l -> l.line().line()));
    return lines;
  }

  /** Sums of executions over instructions with the same place, those without one left out. */
  private <T> Map<T, Long> cyclesBy(LongFunction<Optional<T>> place) {
    Map<T, Long> cycles = new HashMap<>();
    List<Instruction> instructions = program.instructions();
    for (int i = 0; i < instructions.size(); i++) {
      if (executions[i] != 0) {
        long count = executions[i];
        place.apply(instructions.get(i).pc()).ifPresent(p -> cycles.merge(p, count, Long::sum));
      }
    }
    return cycles;
  }
}
