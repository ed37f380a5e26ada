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
    int[] product = new int[2 * DEGREE - 1];
    for (int i = 0; i < DEGREE; i++) {
      for (int j = 0; j < DEGREE; j++) {
        product[i + j] = add(product[i + j], mul(coefficient(i), that.coefficient(j)));
      }
    }
    // x^5 = 1 - x^2, from the highest power down, because x^8 reduces to x^5.
    for (int k = product.length - 1; k >= DEGREE; k--) {
      product[k - 5] = add(product[k - 5], product[k]);
      product[k - 3] = sub(product[k - 3], product[k]);
    }
    return at(product, 0);
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
