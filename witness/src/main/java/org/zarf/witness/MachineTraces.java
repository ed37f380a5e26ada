package org.zarf.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zarf.air.Cell;
import org.zarf.air.RowWriter;
import org.zarf.air.TableTrace;
import org.zarf.algebra.ArrayPool;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Machine;
import org.zarf.machine.TableHeights;
import org.zarf.machine.isa.Registers;

/**
 * The traces of all tables of a run.
 *
 * @param tables by slot ascending, then height descending
 */
public record MachineTraces(List<TableTrace> tables) {

  private static final int BLOCK = 1 << 13;
  private static final int TILE = 64;

  /**
   * Fills the tables. Works in the common pool, or in the pool of the task that calls it.
   *
   * @param fixed the fixed columns of the machine and of the program, for the same heights
   */
  public static MachineTraces of(RunRecorder run, List<FixedTable> fixed, TableHeights heights) {
    Map<Integer, FixedTable> bySlot =
        fixed.stream().collect(Collectors.toMap(FixedTable::slot, Function.identity()));
    var traces = new ArrayList<TableTrace>();
    instructions(run, heights, traces);
    traces.add(registers(run, bySlot));
    traces.add(memory(run, heights));
    traces.add(program(run, bySlot));
    traces.add(withFixed(Machine.IMAGE, bySlot));
    LookupCounts counts = count(traces, heights);
    traces.addAll(lookups(counts, bySlot, heights));
    traces.sort(
        Comparator.comparingInt(TableTrace::slot)
            .thenComparing(TableTrace::logHeight, Comparator.reverseOrder()));
    return new MachineTraces(List.copyOf(traces));
  }

  /** Gives the memory away, for other traces: these are not valid any more. */
  public void recycle() {
    for (TableTrace trace : tables) {
      for (int[] column : trace.main()) {
        ArrayPool.INTS.give(column);
      }
    }
  }

  /** How often each entry of the lookup tables is asked for by some traces. */
  static LookupCounts count(List<TableTrace> traces, TableHeights heights) {
    Map<Integer, LookupCounts.Lookups> lookups = new ConcurrentHashMap<>();
    record Block(TableTrace trace, int first, int end) {}
    return traces.stream()
        .flatMap(
            trace -> {
              int rows = heights.regularRows(trace.logHeight());
              return IntStream.range(0, (rows + BLOCK - 1) / BLOCK)
                  .mapToObj(i -> new Block(trace, i * BLOCK, Math.min(rows, (i + 1) * BLOCK)));
            })
        .toList()
        .parallelStream()
        .collect(
            LookupCounts::new,
            (counts, block) ->
                counts.count(
                    lookups.computeIfAbsent(
                        block.trace.slot(),
                        slot ->
                            LookupCounts.Lookups.of(Machine.circuit().slots().get(slot).table())),
                    block.trace,
                    block.first,
                    block.end),
            LookupCounts::add);
  }

  private static void instructions(RunRecorder run, TableHeights heights, List<TableTrace> into) {
    var tasks = new ArrayList<Runnable>();
    int tables = Fillers.INSTRUCTIONS.size();
    int rows = IntStream.range(0, tables).map(t -> run.events(t).count()).sum();
    var chosen = InstanceHeights.of(heights, rows);
    for (int t = 0; t < tables; t++) {
      instances(Fillers.INSTRUCTIONS.get(t), run, run.events(t), chosen, into, tasks);
    }
    instances(Fillers.TOUCH, run, run.touches(), chosen, into, tasks);
    tasks.parallelStream().forEach(Runnable::run);
  }

  /** Splits the events of a table into instances, and these into blocks of rows to fill. */
  private static <R extends Record> void instances(
      Fillers.InstructionTable<R> table,
      RunRecorder run,
      EventBuffer events,
      InstanceHeights heights,
      List<TableTrace> into,
      List<Runnable> tasks) {
    int first = 0;
    for (int logHeight : heights.of(events.count())) {
      TableTrace trace = withAnything(table.part(), logHeight, new int[0][]);
      into.add(trace);
      int rows = Math.min(heights.tables().regularRows(logHeight), events.count() - first);
      for (int row = 0; row < rows; row += BLOCK) {
        int to = Math.min(rows, row + BLOCK);
        tasks.add(new Rows<>(table, new Event(run.instructions(), events), first, trace, row, to));
      }
      for (int[] column : trace.main()) {
        tasks.add(() -> Arrays.fill(column, rows, column.length, KoalaBear.ZERO));
      }
      first += rows;
    }
  }

  /**
   * Fills rows from {@code from} to {@code to} - 1, some at a time in short columns: stores to long
   * ones, whose lengths are powers of two, meet in the same places of the cache.
   *
   * @param shift the event of row 0
   */
  private record Rows<R extends Record>(
      Fillers.InstructionTable<R> table, Event event, int shift, TableTrace trace, int from, int to)
      implements Runnable {

    @Override
    public void run() {
      int[][] tile = new int[trace.main().length][TILE];
      var out = new RowWriter(tile);
      for (int first = from; first < to; first += TILE) {
        int count = Math.min(TILE, to - first);
        for (int i = 0; i < count; i++) {
          event.moveTo(shift + first + i);
          out.at(i);
          table.filler().fill(table.part().row(), event, out);
        }
        for (int c = 0; c < tile.length; c++) {
          System.arraycopy(tile[c], 0, trace.main()[c], first, count);
          Arrays.fill(tile[c], KoalaBear.ZERO);
        }
      }
    }
  }

  private static TableTrace registers(RunRecorder run, Map<Integer, FixedTable> fixed) {
    TableTrace trace = withFixed(Machine.REGISTERS, fixed);
    var out = new RowWriter(trace.main());
    var row = Machine.REGISTERS.row();
    for (int i = 0; i < Registers.COUNT; i++) {
      out.at(i);
      out.set(row.last(), run.register(i));
      out.set(row.time(), run.registerTime(i));
    }
    return trace;
  }

  private static TableTrace memory(RunRecorder run, TableHeights heights) {
    var rows = MemoryRows.of(run.memory(), run.image());
    TableTrace trace = cleared(Machine.MEMORY, heights.logHeight(rows.count()), new int[0][]);
    rows.fill(Machine.MEMORY.row(), new RowWriter(trace.main()));
    return trace;
  }

  private static TableTrace program(RunRecorder run, Map<Integer, FixedTable> fixed) {
    TableTrace trace = withFixed(Machine.PROGRAM, fixed);
    int[] times = trace.main()[Machine.PROGRAM.row().times().column()];
    for (int i = 0; i < run.instructions().size(); i++) {
      times[i] = KoalaBear.of(run.executions(i));
    }
    return trace;
  }

  /** The lookup tables with their counts: entries beyond the regular rows are in the spills. */
  private static List<TableTrace> lookups(
      LookupCounts counts, Map<Integer, FixedTable> fixed, TableHeights heights) {
    TableTrace range = withFixed(Machine.RANGE, fixed);
    TableTrace rangeSpill = withFixed(Machine.RANGE_SPILL, fixed);
    TableTrace pairs = withFixed(Machine.BYTE_PAIRS, fixed);
    TableTrace pairsSpill = withFixed(Machine.BYTE_PAIRS_SPILL, fixed);
    TableTrace power = withFixed(Machine.POWER, fixed);
    Cell times = Machine.RANGE.row().times();
    int rangeRows = heights.regularRows(range.logHeight());
    copy(counts.range, 0, range, times, rangeRows);
    copy(counts.range, rangeRows, rangeSpill, times, rangeRows);
    for (boolean and : new boolean[] {false, true}) {
      int[] from = and ? counts.and : counts.bytes;
      var row = Machine.BYTE_PAIRS.row();
      Cell to = and ? row.andTimes() : row.pairTimes();
      int pairRows = heights.regularRows(pairs.logHeight());
      copy(from, 0, pairs, to, pairRows);
      copy(from, pairRows, pairsSpill, to, pairRows);
    }
    copy(counts.power, 0, power, Machine.POWER.row().times(), counts.power.length);
    return List.of(range, rangeSpill, pairs, pairsSpill, power);
  }

  private static void copy(int[] counts, int first, TableTrace to, Cell cell, int most) {
    int[] column = to.main()[cell.column()];
    for (int i = 0; i < most && first + i < counts.length; i++) {
      column[i] = KoalaBear.of(counts[first + i]);
    }
  }

  /** A trace whose main cells hold anything. */
  private static TableTrace withAnything(Machine.Part<?> part, int logHeight, int[][] fixed) {
    int[][] main = new int[part.table().main().size()][];
    Arrays.setAll(main, c -> ArrayPool.INTS.take(1 << logHeight));
    return new TableTrace(part.slot(), logHeight, main, fixed);
  }

  private static TableTrace cleared(Machine.Part<?> part, int logHeight, int[][] fixed) {
    TableTrace trace = withAnything(part, logHeight, fixed);
    for (int[] column : trace.main()) {
      Arrays.fill(column, KoalaBear.ZERO);
    }
    return trace;
  }

  private static TableTrace withFixed(Machine.Part<?> part, Map<Integer, FixedTable> bySlot) {
    FixedTable fixed = bySlot.get(part.slot());
    if (fixed == null) {
      throw new IllegalArgumentException("no fixed columns of " + part.table().name());
    }
    return cleared(part, fixed.logHeight(), fixed.columns());
  }
}
