package org.zarf.air;

import java.util.List;
import org.zarf.algebra.KoalaBear;

/**
 * A polynomial in the cells of a row and of the next one: the only form in which a constraint is
 * ever written. An expression is data; checker, prover, verifier and documentation are readers of
 * it, each an {@link Algebra}.
 */
public sealed interface Expr extends Limbs
    permits Expr.Constant, Expr.Sum, Expr.Difference, Expr.Product, Expr.Bounded, Leaf {

  /** A field element known when the table is defined, in Montgomery form. */
  record Constant(int value) implements Expr {

    /** The constant 0. */
    public static final Expr ZERO = new Constant(KoalaBear.ZERO);

    /** The constant 1. */
    public static final Expr ONE = new Constant(KoalaBear.ONE);
  }

  /** {@code left + right}. */
  record Sum(Expr left, Expr right) implements Expr {}

  /** {@code left - right}. */
  record Difference(Expr left, Expr right) implements Expr {}

  /** {@code left * right}. */
  record Product(Expr left, Expr right) implements Expr {}

  /** An expression that other constraints hold to the integers from min to max. */
  record Bounded(Expr inner, long min, long max) implements Expr {}

  /** The constant that an integer stands for. */
  static Expr of(long value) {
    return new Constant(KoalaBear.of(value));
  }

  @Override
  default List<Expr> limbs() {
    return List.of(this);
  }

  /** this + that. */
  default Expr plus(Expr that) {
    return isZero(this) ? that : isZero(that) ? this : new Sum(this, that);
  }

  /** this + an integer. */
  default Expr plus(long that) {
    return plus(of(that));
  }

  /** this - that. */
  default Expr minus(Expr that) {
    return isZero(that) ? this : new Difference(this, that);
  }

  /** this - an integer. */
  default Expr minus(long that) {
    return minus(of(that));
  }

  /** this * that. */
  default Expr times(Expr that) {
    if (isZero(this) || isZero(that)) {
      return Constant.ZERO;
    }
    return isOne(this) ? that : isOne(that) ? this : new Product(this, that);
  }

  /** this * an integer. */
  default Expr times(long scale) {
    return times(of(scale));
  }

  /** this divided in the field by an integer that p does not divide. */
  default Expr over(long divisor) {
    return times(new Constant(KoalaBear.inverse(KoalaBear.of(divisor))));
  }

  /** -this. */
  default Expr negated() {
    return Constant.ZERO.minus(this);
  }

  /** 1 - this. */
  default Expr not() {
    return Constant.ONE.minus(this);
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Constant(int value) && value == KoalaBear.ZERO;
  }

  private static boolean isOne(Expr expr) {
    return expr instanceof Constant(int value) && value == KoalaBear.ONE;
  }
}
