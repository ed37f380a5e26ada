package org.zarf.gallery.schnorr;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A point of secp256k1 (SEC 2, 2.4.1), computed as its definition reads: of the curve y^2 = x^3 + 7
 * over the integers modulo {@link #P}.
 *
 * @param x below P
 * @param y below P
 */
public record Point(BigInteger x, BigInteger y) {

  /** The number of elements of the field. */
  public static final BigInteger P =
      BigInteger.TWO.pow(256).subtract(BigInteger.valueOf((1L << 32) + 977));

  /** The number of points, a prime. */
  public static final BigInteger N =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  /** The generator. */
  public static final Point G =
      new Point(
          new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16),
          new BigInteger("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8", 16));

  /** The neutral point; these coordinates are on no point of the curve. */
  public static final Point INFINITY = new Point(BigInteger.ZERO, BigInteger.ZERO);

  private static final BigInteger SEVEN = BigInteger.valueOf(7);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  /** The point with that x and even y; empty if there is none or x is not below P. */
  public static Optional<Point> lift(BigInteger x) {
    if (x.signum() < 0 || x.compareTo(P) >= 0) {
      return Optional.empty();
    }
    BigInteger square = x.pow(3).add(SEVEN).mod(P);
    BigInteger y = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    if (!y.multiply(y).mod(P).equals(square)) {
      return Optional.empty();
    }
    return Optional.of(new Point(x, y.testBit(0) ? P.subtract(y) : y));
  }

  /** The sum. */
  public Point plus(Point other) {
    if (equals(INFINITY)) {
      return other;
    }
    if (other.equals(INFINITY)) {
      return this;
    }
    if (equals(other.negated())) {
      return INFINITY;
    }
    BigInteger slope =
        equals(other)
            ? THREE.multiply(x).multiply(x).multiply(y.shiftLeft(1).modInverse(P))
            : other.y.subtract(y).multiply(other.x.subtract(x).modInverse(P));
    BigInteger sumX = slope.multiply(slope).subtract(x).subtract(other.x).mod(P);
    return new Point(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(P));
  }

  /** The inverse of the group. */
  public Point negated() {
    return equals(INFINITY) ? this : new Point(x, P.subtract(y));
  }

  /** The sum of so many of this point; a negative number stands for so many of its inverse. */
  public Point times(BigInteger scalar) {
    BigInteger count = scalar.mod(N);
    Point sum = INFINITY;
    for (int bit = count.bitLength() - 1; bit >= 0; bit--) {
      sum = sum.plus(sum);
      sum = count.testBit(bit) ? sum.plus(this) : sum;
    }
    return sum;
  }

  /** Whether y is even, as it is for one of each point and its inverse. */
  public boolean isEven() {
    return !y.testBit(0);
  }
}
