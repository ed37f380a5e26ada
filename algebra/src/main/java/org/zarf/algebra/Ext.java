package org.zarf.algebra;

import static org.zarf.algebra.KoalaBear.add;
import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.sub;

/**
 * An element c0 + c1 x + .. + c4 x^4 of the challenge field E = F[x] / (x^5 + x^2 - 1), where F is
 * {@link KoalaBear}. It has about 2^154.94 elements.
 *
 * <p>This is the form for single values. Columns over E are five columns over F.
 */
public record Ext(int c0, int c1, int c2, int c3, int c4) {

  /** The degree of E over F. */
  public static final int DEGREE = 5;

  /** The element 0. */
  public static final Ext ZERO = new Ext(0, 0, 0, 0, 0);

  /** The element 1. */
  public static final Ext ONE = of(KoalaBear.ONE);

  /** An element of F, seen as one of E. */
  public static Ext of(int base) {
    return new Ext(base, 0, 0, 0, 0);
  }

  /** The element with five coefficients at {@code offset} of an array. */
  public static Ext at(int[] coefficients, int offset) {
    return new Ext(
        coefficients[offset],
        coefficients[offset + 1],
        coefficients[offset + 2],
        coefficients[offset + 3],
        coefficients[offset + 4]);
  }

  /** The coefficient of x^i. */
  public int coefficient(int i) {
    return switch (i) {
      case 0 -> c0;
      case 1 -> c1;
      case 2 -> c2;
      case 3 -> c3;
      case 4 -> c4;
      default -> throw new IndexOutOfBoundsException(i);
    };
  }

  /** Writes the five coefficients at {@code offset} of an array. */
  public void write(int[] target, int offset) {
    target[offset] = c0;
    target[offset + 1] = c1;
    target[offset + 2] = c2;
    target[offset + 3] = c3;
    target[offset + 4] = c4;
  }

  /** Whether this is 0. */
  public boolean isZero() {
    return (c0 | c1 | c2 | c3 | c4) == 0;
  }

  /** Whether this lies in F. */
  public boolean isBase() {
    return (c1 | c2 | c3 | c4) == 0;
  }

  /** this + that. */
  public Ext plus(Ext that) {
    return new Ext(
        add(c0, that.c0), add(c1, that.c1), add(c2, that.c2), add(c3, that.c3), add(c4, that.c4));
  }

  /** this - that. */
  public Ext minus(Ext that) {
    return new Ext(
        sub(c0, that.c0), sub(c1, that.c1), sub(c2, that.c2), sub(c3, that.c3), sub(c4, that.c4));
  }

  /** -this. */
  public Ext negated() {
    return ZERO.minus(this);
  }

  /** this times an element of F. */
  public Ext times(int base) {
    return new Ext(mul(c0, base), mul(c1, base), mul(c2, base), mul(c3, base), mul(c4, base));
  }

  /** this * that. */
  public Ext times(Ext that) {
    // The coefficients of x^0 .. x^8 of the product; then x^5 = 1 - x^2 from the highest down.
    int t0 = mul(c0, that.c0);
    int t1 = add(mul(c0, that.c1), mul(c1, that.c0));
    int t2 = add(add(mul(c0, that.c2), mul(c1, that.c1)), mul(c2, that.c0));
    int t3 = add(sum(c0, that.c3, c1, that.c2), sum(c2, that.c1, c3, that.c0));
    int t4 =
        add(add(sum(c0, that.c4, c1, that.c3), sum(c2, that.c2, c3, that.c1)), mul(c4, that.c0));
    int t5 = add(sum(c1, that.c4, c2, that.c3), sum(c3, that.c2, c4, that.c1));
    int t6 = add(add(mul(c2, that.c4), mul(c3, that.c3)), mul(c4, that.c2));
    int t7 = add(mul(c3, that.c4), mul(c4, that.c3));
    int t8 = mul(c4, that.c4);
    t5 = sub(t5, t8); // x^8 = x^3 - x^5
    t3 = add(t3, t8);
    return new Ext(add(t0, t5), add(t1, t6), add(sub(t2, t5), t7), sub(t3, t6), sub(t4, t7));
  }

  private static int sum(int a, int b, int c, int d) {
    return add(mul(a, b), mul(c, d));
  }

  /**
   * this to the power of a non-negative exponent.
   *
   * @throws IllegalArgumentException if the exponent is negative
   */
  public Ext pow(long exponent) {
    if (exponent < 0) {
      throw new IllegalArgumentException("negative exponent " + exponent);
    }
    Ext result = ONE;
    Ext square = this;
    for (long rest = exponent; rest != 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result.times(square);
      }
      square = square.times(square);
    }
    return result;
  }

  /**
   * 1 / this.
   *
   * @throws ArithmeticException if this is 0
   */
  public Ext inverse() {
    if (isZero()) {
      throw new ArithmeticException("0 has no inverse");
    }
    // The norm to F is this * (this^p * this^(p^2) * this^(p^3) * this^(p^4)).
    Ext conjugates = ONE;
    Ext power = this;
    for (int i = 1; i < DEGREE; i++) {
      power = power.frobenius();
      conjugates = conjugates.times(power);
    }
    int norm = times(conjugates).c0;
    return conjugates.times(KoalaBear.inverse(norm));
  }

  /**
   * The inverses of some elements, for little more than one inversion.
   *
   * @throws ArithmeticException if one of them is 0
   */
  public static Ext[] inverses(Ext[] values) {
    Ext[] products = new Ext[values.length];
    Ext product = ONE;
    for (int i = 0; i < values.length; i++) {
      products[i] = product;
      product = product.times(values[i]);
    }
    Ext inverse = product.inverse();
    for (int i = values.length - 1; i >= 0; i--) {
      products[i] = products[i].times(inverse);
      inverse = inverse.times(values[i]);
    }
    return products;
  }

  /** this^p. */
  public Ext frobenius() {
    Ext result = of(c0);
    for (int i = 1; i < DEGREE; i++) {
      result = result.plus(Frobenius.OF_POWERS[i].times(coefficient(i)));
    }
    return result;
  }

  @Override
  public String toString() {
    return "["
        + KoalaBear.toInt(c0)
        + ", "
        + KoalaBear.toInt(c1)
        + ", "
        + KoalaBear.toInt(c2)
        + ", "
        + KoalaBear.toInt(c3)
        + ", "
        + KoalaBear.toInt(c4)
        + "]";
  }

  /** The images of 1, x, .., x^4 under the map y -> y^p. */
  private static final class Frobenius {
    private static final Ext[] OF_POWERS = new Ext[DEGREE];

    static {
      Ext image = new Ext(0, KoalaBear.ONE, 0, 0, 0).pow(KoalaBear.P);
      OF_POWERS[0] = ONE;
      for (int i = 1; i < DEGREE; i++) {
        OF_POWERS[i] = OF_POWERS[i - 1].times(image);
      }
    }
  }
}
