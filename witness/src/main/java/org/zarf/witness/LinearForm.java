package org.zarf.witness;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.zarf.air.Algebra;
import org.zarf.air.Cell;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.air.Reader;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;

/**
 * A linear expression in the main columns, as the arrays that evaluate it column by column.
 *
 * @param constant Montgomery form
 * @param columns the columns
 * @param factors one for each column, Montgomery form
 */
record LinearForm(int constant, int[] columns, int[] factors) {

  /**
   * The form of an expression.
   *
   * @throws IllegalArgumentException if it is not linear in the main columns of the row
   */
  static LinearForm of(Expr expr) {
    Terms terms = new Reader<>(new Terms.Of()).read(expr);
    int[] columns = terms.factors.keySet().stream().mapToInt(i -> i).toArray();
    int[] factors = terms.factors.values().stream().mapToInt(i -> i).toArray();
    return new LinearForm(terms.constant, columns, factors);
  }

  /** Its values on some rows from {@code first} on, as integers in [0, p). */
  void evaluate(TableTrace trace, int first, int count, int[] out) {
    Arrays.fill(out, 0, count, constant);
    for (int k = 0; k < columns.length; k++) {
      int[] column = trace.main()[columns[k]];
      if (factors[k] == KoalaBear.ONE) {
        add(column, first, count, out);
      } else {
        addScaled(factors[k], column, first, count, out);
      }
    }
    for (int i = 0; i < count; i++) {
      out[i] = KoalaBear.toInt(out[i]);
    }
  }

  private static void add(int[] column, int first, int count, int[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = KoalaBear.add(out[i], column[first + i]);
    }
  }

  private static void addScaled(int factor, int[] column, int first, int count, int[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = KoalaBear.add(out[i], KoalaBear.mul(factor, column[first + i]));
    }
  }

  /** A sum of multiples of columns, by column. */
  private record Terms(int constant, Map<Integer, Integer> factors) {

    Terms times(int factor) {
      var scaled = new TreeMap<Integer, Integer>();
      factors.forEach((column, x) -> scaled.put(column, KoalaBear.mul(x, factor)));
      return new Terms(KoalaBear.mul(constant, factor), scaled);
    }

    /** Reads expressions as terms. */
    private record Of() implements Algebra<Terms> {

      @Override
      public Terms constant(int value) {
        return new Terms(value, Map.of());
      }

      @Override
      public Terms leaf(Leaf leaf) {
        if (leaf instanceof Cell cell && !(cell instanceof Cell.Fixed)) {
          return new Terms(KoalaBear.ZERO, Map.of(cell.column(), KoalaBear.ONE));
        }
        throw new IllegalArgumentException("not a main column: " + leaf);
      }

      @Override
      public Terms sum(Terms left, Terms right) {
        var sum = new TreeMap<>(left.factors);
        right.factors.forEach((column, x) -> sum.merge(column, x, KoalaBear::add));
        return new Terms(KoalaBear.add(left.constant, right.constant), sum);
      }

      @Override
      public Terms difference(Terms left, Terms right) {
        return sum(left, right.times(KoalaBear.neg(KoalaBear.ONE)));
      }

      @Override
      public Terms product(Terms left, Terms right) {
        if (left.factors.isEmpty()) {
          return right.times(left.constant);
        }
        if (right.factors.isEmpty()) {
          return left.times(right.constant);
        }
        throw new IllegalArgumentException("a product of columns");
      }
    }
  }
}
