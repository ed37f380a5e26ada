package org.zarf.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.math.BigInteger;

/** Computes the powers of ten that guests need to write and read floating point numbers. */
public final class PowerTable {

  /** The class that the powers are put into. */
  static final String RESOURCE = "org/zarf/compiler/runtime/PowersOfTen.class";

  private static final int MIN = -324;
  private static final int MAX = 345;
  private static final int BITS = 126;
  private static final int BITS_PER_CHAR = 14;
  private static final int FIRST_CHAR = 0x100;

  private static final String TEXT = compute();

  private PowerTable() {}

  /** All powers, as {@code PowersOfTen} reads them. */
  public static String text() {
    return TEXT;
  }

  private static String compute() {
    var text = new StringBuilder();
    for (int k = MIN; k <= MAX; k++) {
      BigInteger power = scaled(k).add(BigInteger.ONE);
      for (int shift = BITS - BITS_PER_CHAR; shift >= 0; shift -= BITS_PER_CHAR) {
        int bits = power.shiftRight(shift).intValue() & ((1 << BITS_PER_CHAR) - 1);
        text.append((char) (FIRST_CHAR + bits));
      }
    }
    return text.toString();
  }

  /** {@code 10^-k} with 126 bits before the point, and none behind it. */
  private static BigInteger scaled(int k) {
    BigInteger five = BigInteger.valueOf(5).pow(Math.abs(k));
    if (k <= 0) {
      int excess = five.bitLength() - BITS;
      return excess > 0 ? five.shiftRight(excess) : five.shiftLeft(-excess);
    }
    return BigInteger.ONE.shiftLeft(BITS - 1 + five.bitLength()).divide(five);
  }

  /** The class file with the powers in it. */
  static byte[] fill(byte[] classFile) {
    ClassFile context = ClassFile.of();
    ClassTransform filling =
        (builder, element) -> {
          if (element instanceof MethodModel method && method.methodName().equalsString("text")) {
            builder.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                code -> code.loadConstant(TEXT).areturn());
          } else {
            builder.with(element);
          }
        };
    return context.transformClass(context.parse(classFile), filling);
  }
}
