package org.zarf.air;

/** Reads an expression as whether it reads the next row. */
final class ReadsNext implements Algebra<Boolean> {

  static boolean of(Expr expr) {
    return new Reader<>(new ReadsNext()).read(expr);
  }

  private ReadsNext() {}

  @Override
  public Boolean constant(int value) {
    return false;
  }

  @Override
  public Boolean leaf(Leaf leaf) {
    return leaf instanceof Leaf.Next || (leaf instanceof Leaf.BusColumn(_, boolean next) && next);
  }

  @Override
  public Boolean sum(Boolean left, Boolean right) {
    return left || right;
  }

  @Override
  public Boolean difference(Boolean left, Boolean right) {
    return left || right;
  }

  @Override
  public Boolean product(Boolean left, Boolean right) {
    return left || right;
  }
}
