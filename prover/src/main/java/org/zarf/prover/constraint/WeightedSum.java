package org.zarf.prover.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.zarf.algebra.Ext;

/**
 * A sum of values times constants of the proof, over the extension: a start, and terms.
 *
 * @param start a value over the extension; or {@link #NOTHING}
 * @param constant a uniform value; or {@link #NOTHING}
 * @param terms the terms
 */
record WeightedSum(int start, int constant, List<Term> terms) {

  /** No start, or no constant. */
  static final int NOTHING = Integer.MIN_VALUE;

  /**
   * A value times a uniform value or a weight.
   *
   * @param value the value: a node at first, then a place
   * @param isExtension whether it is one over the extension
   * @param factor the number of the uniform value, or of the weight in sums of constraints
   */
  record Term(int value, boolean isExtension, int factor) {}

  WeightedSum {
    terms = List.copyOf(terms);
  }

  /** One more term. */
  WeightedSum plus(Term term) {
    var more = new ArrayList<>(terms);
    more.add(term);
    return new WeightedSum(start, constant, more);
  }

  /** How many terms there are over the base field: five for each one over the extension. */
  int width() {
    return (constant == NOTHING ? 0 : 1)
        + terms.stream().mapToInt(term -> term.isExtension ? Ext.DEGREE : 1).sum();
  }

  /** The values that are computed before the sum. */
  int[] operands() {
    var operands = new ArrayList<Integer>();
    operands.add(start);
    terms.forEach(term -> operands.add(term.value));
    return operands.stream().mapToInt(i -> i).filter(i -> i >= 0).toArray();
  }

  /** The sum with computed values renamed. */
  WeightedSum renamed(IntUnaryOperator name) {
    var renamed =
        terms.stream()
            .map(
                term ->
                    term.value < 0
                        ? term
                        : new Term(name.applyAsInt(term.value), term.isExtension, term.factor))
            .toList();
    return new WeightedSum(start < 0 ? start : name.applyAsInt(start), constant, renamed);
  }
}
