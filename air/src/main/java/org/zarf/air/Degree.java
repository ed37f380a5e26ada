package org.zarf.air;

/** Reads an expression as its degree in the columns of the table; derived, never declared. */
public final class Degree implements Algebra<Integer> {

  /** The degree of an expression. */
  public static int of(Expr expr) {
    return new Reader<>(new Degree()).read(expr);
  }

  private Degree() {}

  @Override
  public Integer constant(int value) {
    return 0;
  }

  @Override
  public Integer leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell _, Leaf.Next _, Leaf.BusColumn _ -> 1;
      case Leaf.BusChallenge _, Leaf.InstanceIndex _, Leaf.PublishedSum _ -> 0;
    };
  }

  @Override
  public Integer sum(Integer left, Integer right) {
    return Math.max(left, right);
  }

  @Override
  public Integer difference(Integer left, Integer right) {
    return Math.max(left, right);
  }

  @Override
  public Integer product(Integer left, Integer right) {
    return left + right;
  }
}
