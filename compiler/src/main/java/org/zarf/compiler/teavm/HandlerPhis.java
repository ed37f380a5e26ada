package org.zarf.compiler.teavm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.model.BasicBlock;
import org.teavm.model.Incoming;
import org.teavm.model.Instruction;
import org.teavm.model.Phi;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BoundCheckInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.instructions.NullCheckInstruction;
import org.teavm.model.util.BasicBlockSplitter;
import org.teavm.model.util.DefinitionExtractor;
import org.teavm.model.util.PhiUpdater;

/**
 * Lets a block of a try statement end where it assigns to a variable that a handler reads.
 *
 * <p>TeaVM lists all values that such a variable has in a block, and finds out by their definitions
 * when each becomes the one: once a value is a copy, or one that was computed before, handlers saw
 * it too early, or another one. When a block has one value for a handler from its start to its end,
 * nothing is to be found out.
 */
public final class HandlerPhis {

  private HandlerPhis() {}

  /** In place of the updater's method. */
  public static void update(PhiUpdater updater, Program program, Variable[] parameters) {
    updater.updatePhis(program, parameters);
    separate(program);
  }

  /** In place of the updater's method. */
  public static void update(PhiUpdater updater, Program program, int parameterCount) {
    updater.updatePhis(program, parameterCount);
    separate(program);
  }

  private static void separate(Program program) {
    Map<Variable, Instruction> definitions = definitions(program);
    incomings(program).forEach(incoming -> uncheck(incoming, definitions));
    split(program, definitions);
    Set<List<Object>> known = new HashSet<>();
    List<Incoming> incomings = incomings(program);
    // Values that a block begins with go before those that it ends with.
    incomings.stream().filter(i -> !isDefinedInSource(i, definitions)).forEach(i -> keep(i, known));
    incomings.stream().filter(i -> isDefinedInSource(i, definitions)).forEach(i -> keep(i, known));
  }

  private static void keep(Incoming incoming, Set<List<Object>> known) {
    if (!known.add(List.of(incoming.getPhi(), incoming.getSource()))) {
      incoming.getPhi().getIncomings().remove(incoming);
    }
  }

  private static Map<Variable, Instruction> definitions(Program program) {
    var definitions = new HashMap<Variable, Instruction>();
    var extractor = new DefinitionExtractor();
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        instruction.acceptVisitor(extractor);
        for (Variable variable : extractor.getDefinedVariables()) {
          definitions.put(variable, instruction);
        }
      }
    }
    return definitions;
  }

  /** What handlers get from the blocks that they cover. */
  private static List<Incoming> incomings(Program program) {
    var incomings = new ArrayList<Incoming>();
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Phi phi : block.getPhis()) {
        phi.getIncomings().stream()
            .filter(incoming -> isCovered(incoming.getSource(), block))
            .forEach(incomings::add);
      }
    }
    return incomings;
  }

  private static boolean isCovered(BasicBlock source, BasicBlock handler) {
    return source.getTryCatchBlocks().stream()
        .map(TryCatchBlock::getHandler)
        .anyMatch(handler::equals);
  }

  private static boolean isDefinedInSource(
      Incoming incoming, Map<Variable, Instruction> definitions) {
    Instruction definition = definitions.get(incoming.getValue());
    return definition != null && incoming.getSource().equals(definition.getBasicBlock());
  }

  /** A value that has been checked is the value. */
  private static void uncheck(Incoming incoming, Map<Variable, Instruction> definitions) {
    while (isDefinedInSource(incoming, definitions)) {
      Variable checked = checked(definitions.get(incoming.getValue()));
      if (checked == null) {
        return;
      }
      incoming.setValue(checked);
    }
  }

  private static @Nullable Variable checked(@Nullable Instruction definition) {
    return switch (definition) {
      case NullCheckInstruction check -> check.getValue();
      case BoundCheckInstruction check -> check.getIndex();
      case null, default -> null;
    };
  }

  private static void split(Program program, Map<Variable, Instruction> definitions) {
    var ends = new HashSet<Instruction>();
    for (Incoming incoming : incomings(program)) {
      if (isDefinedInSource(incoming, definitions)) {
        ends.add(definitions.get(incoming.getValue()));
      }
    }
    var splitter = new BasicBlockSplitter(program);
    int count = program.basicBlockCount();
    for (int i = 0; i < count; i++) {
      BasicBlock block = program.basicBlockAt(i);
      Instruction next = block.getFirstInstruction();
      while (next != null) {
        Instruction instruction = next;
        next = instruction.getNext();
        if (next != null && !(next instanceof JumpInstruction) && ends.contains(instruction)) {
          BasicBlock rest = splitter.split(block, instruction);
          var jump = new JumpInstruction();
          jump.setTarget(rest);
          jump.setLocation(instruction.getLocation());
          block.add(jump);
          block = rest;
        }
      }
    }
    splitter.fixProgram();
  }
}
