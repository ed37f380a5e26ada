package org.zarf.air;

import java.math.BigInteger;
import org.zarf.algebra.KoalaBear;

/**
 * Reads an expression as the interval of integers that it ranges over, when each column ranges over
 * the integers of its type. This is what tells an equation over the integers from one modulo p.
 */
public final class Bounds implements Algebra<Bounds.Interval> {

  /** The integers from min to max. */
  public record Interval(BigInteger min, BigInteger max) {}

  private static final BigInteger P = BigInteger.valueOf(KoalaBear.P);

  /** The interval of an expression. */
  public static Interval of(Expr expr) {
    return new Reader<>(new Bounds()).read(expr);
  }

  private Bounds() {}

  @Override
  public Interval constant(int value) {
    // A constant is read as the integer of least magnitude.
    BigInteger v = BigInteger.valueOf(KoalaBear.toInt(value));
    BigInteger signed = v.shiftLeft(1).compareTo(P) > 0 ? v.subtract(P) : v;
    return new Interval(signed, signed);
  }

  @Override
  public Interval leaf(Leaf leaf) {
    return switch (leaf) {
      case Cell cell -> cell(cell);
      case Leaf.Next(Cell of) -> cell(of);
      case Leaf.BusChallenge _, Leaf.BusColumn _, Leaf.InstanceIndex _, Leaf.PublishedSum _ ->
          throw new IllegalArgumentException("not an integer: " + leaf);
    };
  }

  private static Interval cell(Cell cell) {
    return switch (cell) {
      case Cell.Felt _ -> new Interval(BigInteger.ZERO, P.subtract(BigInteger.ONE));
      case Cell.Bit _ -> bits(1);
      case Cell.Checked(_, _, int bits) -> bits(bits);
      case Cell.Trusted(_, _, int bits) -> bits(bits);
      case Cell.Fixed(_, _, int bits) -> bits(bits);
    };
  }

  private static Interval bits(int bits) {
    return new Interval(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  @Override
  public Interval sum(Interval left, Interval right) {
    return new Interval(left.min.add(right.min), left.max.add(right.max));
  }

  @Override
  public Interval difference(Interval left, Interval right) {
    return new Interval(left.min.subtract(right.max), left.max.subtract(right.min));
  }

  @Override
  public Interval product(Interval left, Interval right) {
    BigInteger a = left.min.multiply(right.min);
    BigInteger b = left.min.multiply(right.max);
    BigInteger c = left.max.multiply(right.min);
    BigInteger d = left.max.multiply(right.max);
    return new Interval(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
  }

  @Override
  public Interval bounded(Interval inner, long min, long max) {
    return new Interval(BigInteger.valueOf(min), BigInteger.valueOf(max));
  }
}
