package org.zarf.prover.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zarf.prover.constraint.WeightedSum.Term;

/**
 * Makes weighted sums of the operations of a graph that multiply by constants of the proof: chains
 * of additions become one sum, and so do the constraints of an accumulator, a few at a time.
 */
final class Fusion {

  /** Terms that a sum of constraints waits for: what they need is kept until then. */
  private static final int WIDTH = 16;

  /** In the place of what has become part of a sum. */
  private static final Node NOTHING = new Node(Op.CONSTANT, 0, 0, 0);

  private final List<Node> nodes;
  private final int[] uses;
  private final @Nullable WeightedSum[] sumAt;
  private final List<Node> fused = new ArrayList<>();
  private final List<WeightedSum> sums = new ArrayList<>();
  private final WeightedSum[] pending;

  private Fusion(List<Node> nodes) {
    this.nodes = nodes;
    this.uses = uses(nodes);
    this.sumAt = new WeightedSum[nodes.size()];
    this.pending = new WeightedSum[Schedule.ACCUMULATORS];
    Arrays.fill(pending, empty());
  }

  /**
   * The nodes of a graph after fusion.
   *
   * @param nodes in the order and with the numbers of the graph
   * @param sums what nodes of {@link Op#WEIGHTED_SUM} and {@link Op#ACCUMULATE} refer to
   */
  record Fused(List<Node> nodes, List<WeightedSum> sums) {

    /** The computed values that a node reads. */
    int[] operands(Node node) {
      if (node.op() == Op.WEIGHTED_SUM || node.op() == Op.ACCUMULATE) {
        return sums.get(node.a()).operands();
      }
      return node.operands();
    }
  }

  static Fused of(List<Node> nodes) {
    var fusion = new Fusion(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      fusion.fused.add(fusion.uses[i] > 0 ? fusion.fuse(i) : NOTHING);
    }
    for (int a = 0; a < Schedule.ACCUMULATORS; a++) {
      if (!fusion.pending[a].terms().isEmpty()) {
        fusion.fused.add(fusion.accumulate(a));
      }
    }
    return new Fused(List.copyOf(fusion.fused), List.copyOf(fusion.sums));
  }

  private static WeightedSum empty() {
    return new WeightedSum(WeightedSum.NOTHING, WeightedSum.NOTHING, List.of());
  }

  /** How often each node is used by those that count; sinks once. */
  private static int[] uses(List<Node> nodes) {
    int[] uses = new int[nodes.size()];
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.op().isSink()) {
        uses[i]++;
      }
      if (uses[i] > 0) {
        for (int operand : node.operands()) {
          uses[operand]++;
        }
      }
    }
    return uses;
  }

  private Node fuse(int index) {
    Node node = nodes.get(index);
    return switch (node.op()) {
      case SCALE -> sum(index, empty().plus(new Term(node.a(), false, node.b())));
      case AFFINE -> {
        var constant = new WeightedSum(WeightedSum.NOTHING, node.c(), List.of());
        yield sum(index, constant.plus(new Term(node.a(), false, node.b())));
      }
      case EXT_MULTIPLY_UNIFORM -> sum(index, empty().plus(new Term(node.a(), true, node.b())));
      case ADD_SCALED ->
          sum(index, startingWith(node.a()).plus(new Term(node.b(), false, node.c())));
      case ADD_WEIGHTED -> accumulate(node, new Term(node.a(), false, node.c()));
      case EXT_ADD_WEIGHTED -> accumulate(node, new Term(node.a(), true, node.c()));
      default -> node;
    };
  }

  /** The sum at a node that nothing else uses; or one that starts with the node's value. */
  private WeightedSum startingWith(int index) {
    WeightedSum sum = sumAt[index];
    if (sum == null || uses[index] > 1) {
      return new WeightedSum(index, WeightedSum.NOTHING, List.of());
    }
    fused.set(index, NOTHING);
    return sum;
  }

  private Node sum(int index, WeightedSum sum) {
    sumAt[index] = sum;
    sums.add(sum);
    return new Node(Op.WEIGHTED_SUM, sums.size() - 1, 0, 0);
  }

  private Node accumulate(Node node, Term term) {
    pending[node.b()] = pending[node.b()].plus(term);
    return pending[node.b()].width() < WIDTH ? NOTHING : accumulate(node.b());
  }

  private Node accumulate(int accumulator) {
    sums.add(pending[accumulator]);
    pending[accumulator] = empty();
    return new Node(Op.ACCUMULATE, sums.size() - 1, accumulator, 0);
  }
}
