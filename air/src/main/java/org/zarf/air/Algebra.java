package org.zarf.air;

/**
 * A way to read expressions: as values at a point, as degrees, as bounds, as prose, as code. {@link
 * Reader} walks an expression and visits shared parts once.
 *
 * @param <T> what an expression is read as
 */
public interface Algebra<T> {

  /** Reads a constant, given in Montgomery form. */
  T constant(int value);

  /** Reads a column or a value of the proof. */
  T leaf(Leaf leaf);

  /** Reads a sum of two things already read. */
  T sum(T left, T right);

  /** Reads a difference of two things already read. */
  T difference(T left, T right);

  /** Reads a product of two things already read. */
  T product(T left, T right);

  /** Reads an expression with known bounds; most readers have no use for these. */
  default T bounded(T inner, long min, long max) {
    return inner;
  }
}
