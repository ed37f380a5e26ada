package org.zarf.air;

import java.util.IdentityHashMap;

/** Reads expressions by an algebra, each shared part once. */
public final class Reader<T> {

  private final Algebra<T> algebra;
  private final IdentityHashMap<Expr, T> known = new IdentityHashMap<>();

  /** A reader that has read nothing yet. */
  public Reader(Algebra<T> algebra) {
    this.algebra = algebra;
  }

  /** Reads an expression. */
  public T read(Expr expr) {
    T value = known.get(expr);
    if (value == null) {
      value = visit(expr);
      known.put(expr, value);
    }
    return value;
  }

  private T visit(Expr expr) {
    return switch (expr) {
      case Expr.Constant(int value) -> algebra.constant(value);
      case Expr.Sum(var left, var right) -> algebra.sum(read(left), read(right));
      case Expr.Difference(var left, var right) -> algebra.difference(read(left), read(right));
      case Expr.Product(var left, var right) -> algebra.product(read(left), read(right));
      case Expr.Bounded(var inner, long min, long max) -> algebra.bounded(read(inner), min, max);
      case Leaf leaf -> algebra.leaf(leaf);
    };
  }
}
