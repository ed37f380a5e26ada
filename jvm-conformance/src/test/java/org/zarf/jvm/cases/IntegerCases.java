package org.zarf.jvm.cases;

import org.zarf.jvm.Bits;
import org.zarf.jvm.Lines;

/** Arithmetic on int, long and the narrow types. */
final class IntegerCases {

  private static final int[] INTS = {
    0, 1, -1, 2, -2, 7, -7, 31, 32, 33, 255, -256, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final long[] LONGS = {
    0, 1, -1, 3, -3, 63, 64, 65, -64, 1L << 31, -1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE
  };

  private IntegerCases() {}

  static void intOverflow(Lines out) {
    for (int a : INTS) {
      for (int b : INTS) {
        out.ints(a + b, a - b, a * b, -a, ~b);
      }
    }
  }

  static void longOverflow(Lines out) {
    for (long a : LONGS) {
      for (long b : LONGS) {
        out.longs(a + b, a - b, a * b, -a, ~b);
      }
    }
  }

  static void intDivision(Lines out) {
    for (int a : INTS) {
      for (int b : INTS) {
        out.outcome(() -> a / b);
        out.outcome(() -> a % b);
      }
    }
  }

  static void longDivision(Lines out) {
    for (long a : LONGS) {
      for (long b : LONGS) {
        out.outcome(() -> a / b);
        out.outcome(() -> a % b);
      }
    }
  }

  static void divisionByZeroSaysSo(Lines out) {
    int zero = INTS[0];
    out.message(() -> 1 / zero);
    out.message(() -> 1L % (long) zero);
  }

  static void divisionWhoseResultIsUnused(Lines out) {
    int zero = INTS[0];
    try {
      int unused = 5 / zero;
      out.add("no exception");
    } catch (ArithmeticException e) {
      out.add("exception");
    }
    try {
      long unused = 5L % zero;
      out.add("no exception");
    } catch (ArithmeticException e) {
      out.add("exception");
    }
  }

  static void compoundDivision(Lines out) {
    for (int divisor : new int[] {3, 0, -1}) {
      out.outcome(
          () -> {
            int value = Integer.MIN_VALUE;
            value /= divisor;
            return value;
          });
      out.outcome(
          () -> {
            byte value = -128;
            value /= divisor;
            return value;
          });
    }
  }

  static void divisionByConstants(Lines out) {
    for (int a : INTS) {
      out.ints(a / 1, a / -1, a / 2, a / 3, a / -7, a / 10, a % 10, a % 16, a % -16, a / 65536);
    }
    for (long a : LONGS) {
      out.longs(a / -1, a / 2, a / 3, a / -7, a % 10, a % 16, a % -16, a / (1L << 40));
    }
  }

  static void intShifts(Lines out) {
    for (int a : INTS) {
      for (int by : INTS) {
        out.ints(a << by, a >> by, a >>> by);
      }
    }
  }

  static void longShifts(Lines out) {
    for (long a : LONGS) {
      for (int by : INTS) {
        out.longs(a << by, a >> by, a >>> by);
      }
    }
  }

  static void shiftsByLongAmounts(Lines out) {
    for (long by : LONGS) {
      out.ints(-77 << by, -77 >> by, -77 >>> by);
      out.longs(-77L << by, -77L >> by, -77L >>> by);
    }
  }

  static void shiftsByConstantsOutOfRange(Lines out) {
    for (int a : INTS) {
      out.ints(a << 32, a << 33, a >> -1, a >>> 40, a << 64, a >>> -31);
      long b = a;
      out.longs(b << 64, b << 65, b >> -1, b >>> 100, b << 128, b >>> -63);
    }
  }

  static void compoundShiftsOfNarrowTypes(Lines out) {
    byte b = -128;
    b >>>= 1;
    short s = -2;
    s >>>= 20;
    char c = 0xffff;
    c <<= 4;
    byte d = 1;
    d <<= 7;
    long e = 1;
    e <<= 67;
    out.add(b, s, (int) c, d, e);
  }

  static void narrowing(Lines out) {
    for (int a : INTS) {
      out.ints((byte) a, (short) a, (char) a);
    }
    for (long a : LONGS) {
      out.longs((byte) a, (short) a, (char) a, (int) a);
    }
  }

  static void narrowCompoundAssignment(Lines out) {
    byte b = 127;
    b++;
    short s = Short.MIN_VALUE;
    s--;
    char c = 0;
    c--;
    int i = 5;
    i += 3.7;
    i -= 0.5f;
    byte m = 100;
    m *= 3;
    out.add(b, s, (int) c, i, m);
  }

  static void postAndPreIncrement(Lines out) {
    int i = 0;
    int[] a = new int[4];
    a[i++] = i++ + ++i;
    a[i] += i--;
    i = i++ + i++;
    out.ints(a);
    out.ints(i, i++ * i--, -i--, - --i);
  }

  static void evaluationOrder(Lines out) {
    int i = 1;
    int r = i + (i = 10) * i + (i += 5);
    int[] a = {0, 0, 0};
    int k = 0;
    a[k] = k = 2;
    out.add(r, i, k, a[0], a[2]);
  }

  static void charsAreNumbers(Lines out) {
    char c = 'a';
    c += 2;
    out.add(c, c + 1, (char) (c + 1), 'a' + 'b', "" + 'a' + 'b', (int) 'z', c++, ++c);
  }

  static void bitCounts(Lines out) {
    for (int a : INTS) {
      out.ints(
          Integer.bitCount(a),
          Integer.numberOfLeadingZeros(a),
          Integer.numberOfTrailingZeros(a),
          Integer.highestOneBit(a),
          Integer.lowestOneBit(a),
          Integer.reverse(a),
          Integer.reverseBytes(a),
          Integer.signum(a));
    }
  }

  static void longBitCounts(Lines out) {
    for (long a : LONGS) {
      out.longs(
          Long.bitCount(a),
          Long.numberOfLeadingZeros(a),
          Long.numberOfTrailingZeros(a),
          Long.highestOneBit(a),
          Long.lowestOneBit(a),
          Long.reverse(a),
          Long.reverseBytes(a),
          Long.signum(a));
    }
  }

  static void rotations(Lines out) {
    for (int by : INTS) {
      out.ints(Integer.rotateLeft(0x12345678, by), Integer.rotateRight(0x12345678, by));
      out.longs(Long.rotateLeft(0x123456789abcdefL, by), Long.rotateRight(0x123456789abcdefL, by));
    }
  }

  static void unsignedInts(Lines out) {
    for (int a : INTS) {
      for (int b : INTS) {
        out.add(Integer.compareUnsigned(a, b), Integer.toUnsignedLong(a));
        out.outcome(() -> Integer.divideUnsigned(a, b));
        out.outcome(() -> Integer.remainderUnsigned(a, b));
      }
    }
  }

  static void unsignedLongs(Lines out) {
    for (long a : LONGS) {
      for (long b : LONGS) {
        out.add(Long.compareUnsigned(a, b));
        out.outcome(() -> Long.divideUnsigned(a, b));
        out.outcome(() -> Long.remainderUnsigned(a, b));
      }
    }
  }

  static void unsignedText(Lines out) {
    for (int a : INTS) {
      out.add(Integer.toUnsignedString(a), Long.toUnsignedString(a));
    }
  }

  static void exactArithmetic(Lines out) {
    for (int a : INTS) {
      for (int b : INTS) {
        out.message(() -> Math.addExact(a, b));
        out.message(() -> Math.subtractExact(a, b));
        out.message(() -> Math.multiplyExact(a, b));
      }
      out.message(() -> Math.negateExact(a));
      out.message(() -> Math.incrementExact(a));
      out.message(() -> Math.decrementExact(a));
    }
  }

  static void exactLongArithmetic(Lines out) {
    for (long a : LONGS) {
      for (long b : LONGS) {
        out.message(() -> Math.addExact(a, b));
        out.message(() -> Math.subtractExact(a, b));
        out.message(() -> Math.multiplyExact(a, b));
      }
      out.message(() -> Math.negateExact(a));
      out.message(() -> Math.toIntExact(a));
    }
  }

  static void floorDivision(Lines out) {
    for (int a : INTS) {
      for (int b : INTS) {
        out.outcome(() -> Math.floorDiv(a, b));
        out.outcome(() -> Math.floorMod(a, b));
        out.outcome(() -> Math.floorMod((long) a, (long) b));
      }
    }
  }

  static void highProducts(Lines out) {
    for (long a : LONGS) {
      for (long b : LONGS) {
        out.longs(Math.multiplyHigh(a, b), Math.unsignedMultiplyHigh(a, b));
      }
    }
  }

  static void absoluteValues(Lines out) {
    for (int a : INTS) {
      out.ints(Math.abs(a), Math.max(a, 7), Math.min(a, -7), Math.clamp(a, -5, 5));
    }
    for (long a : LONGS) {
      out.longs(Math.abs(a), Math.max(a, 7), Math.min(a, -7));
    }
    out.message(() -> Math.absExact(Integer.MIN_VALUE));
  }

  static void textOfNumbers(Lines out) {
    for (int a : INTS) {
      out.add(a, Integer.toHexString(a), Integer.toBinaryString(a), Integer.toOctalString(a));
      out.add(Integer.toString(a, 7), Integer.toString(a, 36), Integer.toString(a, 99));
    }
    for (long a : LONGS) {
      out.add(a, Long.toHexString(a), Long.toBinaryString(a), Long.toString(a, 36));
    }
  }

  static void parsing(Lines out) {
    for (String text :
        new String[] {
          "0",
          "-0",
          "+7",
          "2147483647",
          "2147483648",
          "-2147483648",
          "",
          "-",
          "+",
          " 1",
          "1 ",
          "0x1",
          "1_000",
          "a",
          "--1",
          "\u0661\u0662",
          "00012"
        }) {
      out.outcome(() -> Integer.parseInt(text));
      out.outcome(() -> Long.parseLong(text));
      out.outcome(() -> Integer.parseInt(text, 16));
      out.outcome(() -> Short.parseShort(text));
      out.outcome(() -> Byte.parseByte(text));
    }
    out.outcome(() -> Integer.parseInt(null));
  }

  static void decoding(Lines out) {
    for (String text : new String[] {"0x1f", "-0X1F", "#ff", "017", "-017", "08", "12", "0x"}) {
      out.outcome(() -> Integer.decode(text));
      out.outcome(() -> Long.decode(text));
    }
  }

  static void boxesCompareAndHash(Lines out) {
    for (long a : LONGS) {
      out.ints(Long.hashCode(a), Long.valueOf(a).hashCode(), Integer.hashCode((int) a));
      out.ints(Short.hashCode((short) a), Byte.hashCode((byte) a), Character.hashCode((char) a));
    }
    out.add(Boolean.hashCode(true), Boolean.hashCode(false), Boolean.compare(true, false));
    out.add(Integer.compare(3, 5), Long.compare(5, 3), Byte.compare((byte) 1, (byte) 9));
    out.add(Character.compare('a', 'd'), Short.compare((short) 4, (short) -4));
  }

  static void boxingCache(Lines out) {
    for (int i : new int[] {-129, -128, 0, 127, 128}) {
      Integer a = i;
      Integer b = i;
      Long c = (long) i;
      Long d = (long) i;
      Short e = (short) i;
      Short f = (short) i;
      out.add(a == b, c == d, e == f, a.equals(b), c.equals(d), c.equals(a));
    }
    Character x = 'x';
    Character y = 'x';
    Byte p = 5;
    Byte q = 5;
    out.add(x == y, p == q, Boolean.TRUE == Boolean.valueOf("TRUE"));
  }

  static void constantFolding(Lines out) {
    final int big = Integer.MAX_VALUE + 1;
    final long product = 1_000_000 * 1_000_000;
    final long right = 1_000_000L * 1_000_000;
    out.add(big, product, right, 07, 0b1010, 0xFF_FF, 1_0L, 'a' + 1, (byte) 200, (char) 97);
  }

  static void loopThatWraps(Lines out) {
    int count = 0;
    for (int i = Integer.MAX_VALUE - 2; i > 0; i++) {
      count++;
    }
    long sum = 0;
    for (byte b = 120; b > 0; b++) {
      sum += b;
    }
    int hash = 7;
    for (int i = 0; i < 1000; i++) {
      hash = hash * 31 + i;
    }
    out.add(count, sum, hash);
  }

  static void randomInts(Lines out, Bits bits) {
    for (int i = 0; i < 60; i++) {
      int a = bits.nextInt();
      int b = bits.nextInt();
      out.ints(a + b, a - b, a * b, a & b, a | b, a ^ b, a << b, a >> b, a >>> b);
      out.outcome(() -> a / b + " " + a % b);
      out.add(a < b, a <= b, a == b, Integer.compareUnsigned(a, b), (byte) a, (short) a, (char) a);
    }
  }

  static void randomLongs(Lines out, Bits bits) {
    for (int i = 0; i < 60; i++) {
      long a = bits.nextLong();
      long b = bits.nextLong();
      int s = bits.nextInt();
      out.longs(a + b, a - b, a * b, a & b, a | b, a ^ b, a << b, a >> b, a >>> s, (int) a);
      out.outcome(() -> a / b + " " + a % b);
      out.add(a < b, a >= b, a != b, Long.compareUnsigned(a, b), Math.multiplyHigh(a, b));
    }
  }
}
