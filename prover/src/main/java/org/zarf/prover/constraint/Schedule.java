package org.zarf.prover.constraint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zarf.air.Expr;
import org.zarf.air.LogUp;
import org.zarf.air.Reader;
import org.zarf.air.Table;

/**
 * A graph in the order in which it is computed, with a place for each value.
 *
 * <p>Operands of the base field are slots of the base scratch, or columns where negative: -1 - i
 * stands for column i. Operands over the extension are slots of the extension scratch.
 */
final class Schedule {

  /** Where the constraints of each domain are summed up. */
  static final int ACCUMULATORS = 5;

  /** An operation and its places: where it writes, and what it reads. */
  record Step(Op op, int target, int a, int b, int c) {}

  private final List<Step> steps;
  private final List<WeightedSum> sums;
  private final List<ColumnRead> columns;
  private final List<Expr> uniforms;
  private final int baseSlots;
  private final int extSlots;
  private final int resultUnits;

  private Schedule(Graph graph, Allocation allocation, int resultUnits) {
    this.steps = allocation.steps;
    this.sums = allocation.sums;
    this.columns = List.copyOf(graph.columns());
    this.uniforms = List.copyOf(graph.uniforms());
    this.baseSlots = allocation.base.count;
    this.extSlots = allocation.extension.count;
    this.resultUnits = resultUnits;
  }

  /**
   * The sums of weighted constraints, one accumulator over the extension for each of {@link
   * #accumulatorOf}. Constraint k has weight k.
   */
  static Schedule ofConstraints(List<Table.Constraint> constraints) {
    var graph = new Graph();
    var reader = new Reader<>(graph);
    for (int k = 0; k < constraints.size(); k++) {
      Table.Constraint constraint = constraints.get(k);
      graph.accumulate(reader.read(constraint.expr()), accumulatorOf(constraint.domain()), k);
    }
    return of(graph, 5 * ACCUMULATORS);
  }

  /** The accumulator of a domain: domains with the same factor share one. */
  static int accumulatorOf(Table.Domain domain) {
    return switch (domain) {
      case EVERY_ROW, BUS_STEP -> 0;
      case TRANSITION -> 1;
      case FIRST_ROW -> 2;
      case END_ROW -> 3;
      case AFTER_END_ROW -> 4;
    };
  }

  /**
   * The fractions of some bus columns: for fraction i in order, the numerator in unit 6 i and the
   * denominator in units 6 i + 1 to 6 i + 5 of the results.
   */
  static Schedule ofFractions(List<LogUp.Fraction> fractions) {
    var graph = new Graph();
    var reader = new Reader<>(graph);
    for (int i = 0; i < fractions.size(); i++) {
      graph.output(reader.read(fractions.get(i).numerator()), 6 * i);
      graph.extensionOutput(reader.read(fractions.get(i).denominator()), 6 * i + 1);
    }
    return of(graph, 6 * fractions.size());
  }

  private static Schedule of(Graph graph, int resultUnits) {
    return new Schedule(graph, new Allocation(Fusion.of(graph.nodes())), resultUnits);
  }

  /** The steps, in order. */
  List<Step> steps() {
    return steps;
  }

  /** The weighted sums, on places; steps refer to them by number. */
  List<WeightedSum> sums() {
    return sums;
  }

  /** The base columns that are read. */
  List<ColumnRead> columns() {
    return columns;
  }

  /** The values that are the same in every row. */
  List<Expr> uniforms() {
    return uniforms;
  }

  /** How many values over the base field are alive at once. */
  int baseSlots() {
    return baseSlots;
  }

  /** How many values over the extension are alive at once. */
  int extSlots() {
    return extSlots;
  }

  /** How many base columns the results have. */
  int resultUnits() {
    return resultUnits;
  }

  /** Slots of one kind: the last one given back is given out first, while it is in the cache. */
  private static final class Slots {
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private int count;

    int take() {
      return free.isEmpty() ? count++ : free.pop();
    }

    void give(int slot) {
      free.push(slot);
    }
  }

  /** Gives each value a slot from its computation to its last use. */
  private static final class Allocation {
    /** In the place of the last use of a value whose slot was given back. */
    private static final int FREED = Integer.MAX_VALUE;

    private final Fusion.Fused graph;
    private final List<Node> nodes;
    private final int[] lastUse;
    private final int[] slotOf;
    private final Slots base = new Slots();
    private final Slots extension = new Slots();
    private final List<Step> steps = new ArrayList<>();
    private final List<WeightedSum> sums;

    Allocation(Fusion.Fused graph) {
      this.graph = graph;
      this.nodes = graph.nodes();
      this.sums = new ArrayList<>(graph.sums());
      this.lastUse = lastUses();
      this.slotOf = new int[nodes.size()];
      for (int i = 0; i < nodes.size(); i++) {
        if (nodes.get(i).op().isSink() || lastUse[i] >= 0) {
          place(i);
        }
      }
    }

    private void place(int index) {
      Node node = nodes.get(index);
      int[] places = new int[3];
      for (int i = 0; i < 3; i++) {
        places[i] = node.isComputed(i) ? slotOf[node.operand(i)] : node.operand(i);
      }
      if (node.op() == Op.WEIGHTED_SUM || node.op() == Op.ACCUMULATE) {
        sums.set(node.a(), sums.get(node.a()).renamed(value -> slotOf[value]));
      }
      // What dies here makes room first: operations may write over what they read.
      for (int operand : graph.operands(node)) {
        if (lastUse[operand] == index) {
          lastUse[operand] = FREED;
          slotsOf(nodes.get(operand)).give(slotOf[operand]);
        }
      }
      int target = -1;
      if (!node.op().isSink()) {
        target = slotsOf(node).take();
        slotOf[index] = target;
      }
      steps.add(new Step(node.op(), target, places[0], places[1], places[2]));
    }

    private Slots slotsOf(Node node) {
      return node.op().isExtension ? extension : base;
    }

    /** The last node that uses each node; -1 for what nobody needs. */
    private int[] lastUses() {
      int[] lastUse = new int[nodes.size()];
      Arrays.fill(lastUse, -1);
      for (int i = nodes.size() - 1; i >= 0; i--) {
        if (nodes.get(i).op().isSink() || lastUse[i] >= 0) {
          for (int operand : graph.operands(nodes.get(i))) {
            lastUse[operand] = Math.max(lastUse[operand], i);
          }
        }
      }
      return lastUse;
    }
  }
}
