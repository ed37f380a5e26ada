package org.zarf.riscv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The parts of a program that run often, as compiled methods. The blocks that the interpreter
 * executed most are put together in regions, as many as fit in one method; regions hand over to one
 * another and to the interpreter at the ends of blocks. What the instructions do is the same
 * everywhere: the loader lets nobody write code, so that blocks stay true.
 */
final class CompiledCode {

  private static final int MAX_REGIONS = 256;

  /** A region, with the blocks that it was made of. */
  private record Compiled(Region region, List<Block> blocks, int size) {}

  private final Interpreter machine;
  private final DecodedCode code;
  private final long worth;

  /** The program's operations, with ENTER at the start of each compiled block. */
  private final byte[] operations;

  /** The number of the compiled block that starts at an index, or -1. */
  private final int[] entries;

  private final List<Compiled> regions = new ArrayList<>();
  private final List<Compiled> regionOfBlock = new ArrayList<>();
  private long[] executions = new long[0];

  /**
   * Compiles parts of a machine's program.
   *
   * @param worth a region is compiled if its instructions were interpreted so often
   */
  CompiledCode(Interpreter machine, long worth) {
    this.machine = machine;
    this.worth = worth;
    this.code = machine.code();
    this.operations = code.operations.clone();
    this.entries = new int[operations.length];
    Arrays.fill(entries, -1);
  }

  byte[] operations() {
    return operations;
  }

  /** Whether a compiled block starts at an instruction. */
  boolean starts(int index) {
    return entries[index] >= 0;
  }

  /** Whether compiled code can go on from an instruction and surely get somewhere. */
  boolean canRun(int index, long count) {
    return starts(index) && count >= regionOfBlock.get(entries[index]).size;
  }

  /** Executes at most so many instructions, from the start of a compiled block on. */
  int run(int index, long count) {
    Compiled compiled = regionOfBlock.get(entries[index]);
    Region region = compiled.region;
    region.left = count;
    int next;
    try {
      next = region.run(machine, machine.memory(), machine.registers(), executions, entries, index);
    } catch (StopSignal signal) {
      next = region.stopped;
      region.left += takeBack(compiled.blocks, next);
      machine.stop(signal, next);
    }
    machine.addCycles(count - region.left);
    return next;
  }

  /** Uncounts the instructions of a block from one that trapped on; answers how many. */
  private int takeBack(List<Block> blocks, int stopped) {
    for (Block block : blocks) {
      int place = block.placeOf(stopped);
      if (place >= 0) {
        executions[block.number()]--;
        for (int i = 0; i < place; i++) {
          machine.executions()[block.indices()[i]]++;
        }
        return block.size() - place;
      }
    }
    throw new IllegalStateException("no block with instruction " + stopped);
  }

  /** Moves the counts of blocks to their instructions. */
  void settle() {
    for (Compiled compiled : regions) {
      for (Block block : compiled.blocks) {
        for (int index : block.indices()) {
          machine.executions()[index] += executions[block.number()];
        }
        executions[block.number()] = 0;
      }
    }
  }

  /** Compiles what the interpreter has executed often. */
  void grow() {
    long[] interpreted = machine.executions();
    List<int[]> hot = candidates();
    hot.sort(
        Comparator.comparingLong((int[] block) -> -interpreted[block[0]])
            .thenComparingInt(block -> block[0]));
    int from = 0;
    while (from < hot.size() && regions.size() < MAX_REGIONS) {
      int to = from;
      int cost = 0;
      long executed = 0;
      while (to < hot.size()
          && (cost += RegionCompiler.cost(code, hot.get(to))) <= RegionCompiler.MAX_COST) {
        executed += interpreted[hot.get(to)[0]] * hot.get(to).length;
        to++;
      }
      if (executed < worth) {
        return;
      }
      add(hot.subList(from, to));
      from = to;
    }
  }

  private void add(List<int[]> hot) {
    List<Block> blocks = new ArrayList<>();
    hot.stream()
        .sorted(Comparator.comparingInt(block -> block[0]))
        .forEach(block -> blocks.add(new Block(regionOfBlock.size() + blocks.size(), block)));
    Compiled compiled =
        new Compiled(
            RegionCompiler.compile(code, blocks),
            blocks,
            blocks.stream().mapToInt(Block::size).sum());
    regions.add(compiled);
    for (Block block : blocks) {
      entries[block.start()] = block.number();
      operations[block.start()] = Operation.ENTER;
      regionOfBlock.add(compiled);
    }
    executions = Arrays.copyOf(executions, regionOfBlock.size());
  }

  /** The blocks that were executed, are not compiled yet, and can be. */
  private List<int[]> candidates() {
    long[] interpreted = machine.executions();
    BitSet leaders = leaders();
    List<int[]> found = new ArrayList<>();
    for (int i = leaders.nextSetBit(0); i >= 0; i = leaders.nextSetBit(i + 1)) {
      if (interpreted[i] > 0 && !starts(i)) {
        int[] block = block(i, leaders);
        if (block.length > 0) {
          found.add(block);
        }
      }
    }
    return found;
  }

  /** The instructions from one on up to what ends a block. One that is too long is parted. */
  private int[] block(int start, BitSet leaders) {
    List<Integer> indices = new ArrayList<>();
    int cost = 0;
    int i = start;
    while (RegionCompiler.canCompile(code, i)) {
      cost += RegionCompiler.cost(code, i);
      if (cost > RegionCompiler.MAX_COST / 4) {
        leaders.set(i);
        break;
      }
      indices.add(i);
      if (RegionCompiler.endsBlock(code, i) || leaders.get(code.next[i])) {
        break;
      }
      i = code.next[i];
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Where blocks start: at the targets of jumps and behind them, and, since the targets of computed
   * jumps are not known, wherever instructions were executed as often as no neighbour.
   */
  private BitSet leaders() {
    long[] interpreted = machine.executions();
    BitSet leaders = new BitSet();
    for (int i = 0; i < entries.length; i++) {
      if (code.targets[i] >= 0) {
        leaders.set(code.targets[i]);
      }
      boolean ends = !RegionCompiler.canCompile(code, i) || RegionCompiler.endsBlock(code, i);
      if (code.operations[i] != Operation.NO_CODE
          && (ends || interpreted[i] != interpreted[code.next[i]])) {
        leaders.set(code.next[i]);
      }
      if (starts(i)) {
        leaders.set(i);
      }
    }
    return leaders;
  }
}
