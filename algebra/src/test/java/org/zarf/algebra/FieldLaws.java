package org.zarf.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.testkit.Trials;

/** KoalaBear against big integers, and its extension against the laws of a field. */
class FieldLaws {

  private static final BigInteger P = BigInteger.valueOf(KoalaBear.P);

  @Trials(2000)
  void baseFieldAgreesWithBigIntegers(SplittableRandom random) {
    long a = pick(random);
    long b = pick(random);
    int x = KoalaBear.of(a);
    int y = KoalaBear.of(b);
    assertThat(KoalaBear.isElement(x)).isTrue();
    assertThat(KoalaBear.toInt(KoalaBear.add(x, y))).isEqualTo(mod(big(a).add(big(b))));
    assertThat(KoalaBear.toInt(KoalaBear.sub(x, y))).isEqualTo(mod(big(a).subtract(big(b))));
    assertThat(KoalaBear.toInt(KoalaBear.mul(x, y))).isEqualTo(mod(big(a).multiply(big(b))));
    if (a != 0) {
      assertThat(KoalaBear.mul(x, KoalaBear.inverse(x))).isEqualTo(KoalaBear.ONE);
    }
  }

  @Trials(200)
  void integersOfAnySizeAreReduced(SplittableRandom random) {
    long[] centres = {0, KoalaBear.P, 1L << 31, 2L * KoalaBear.P, 1L << 32, Long.MIN_VALUE};
    long value =
        random.nextBoolean()
            ? centres[random.nextInt(centres.length)] + random.nextInt(-2, 3)
            : random.nextLong() >> random.nextInt(64);
    assertThat(KoalaBear.toInt(KoalaBear.of(value))).isEqualTo(mod(big(value)));
  }

  @Trials(300)
  void extensionIsAField(SplittableRandom random) {
    Ext a = ext(random);
    Ext b = ext(random);
    Ext c = ext(random);
    assertThat(a.times(b)).isEqualTo(b.times(a));
    assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
    assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    assertThat(a.minus(b).plus(b)).isEqualTo(a);
    assertThat(a.frobenius()).isEqualTo(a.pow(KoalaBear.P));
    if (!a.isZero()) {
      assertThat(a.times(a.inverse())).isEqualTo(Ext.ONE);
    }
  }

  @Test
  void theModulusOfTheExtension() {
    Ext x = new Ext(0, KoalaBear.ONE, 0, 0, 0);
    assertThat(x.pow(5).plus(x.pow(2))).isEqualTo(Ext.ONE);
  }

  @Test
  void rootsOfUnityFormAChain() {
    for (int k = 1; k <= KoalaBear.TWO_ADICITY; k++) {
      int root = KoalaBear.rootOfUnity(k);
      assertThat(KoalaBear.mul(root, root)).isEqualTo(KoalaBear.rootOfUnity(k - 1));
    }
    assertThat(KoalaBear.rootOfUnity(1)).isEqualTo(KoalaBear.of(-1));
  }

  @Test
  void threeGeneratesTheUnits() {
    for (long factor : new long[] {2, 127}) { // p - 1 = 2^24 * 127
      assertThat(KoalaBear.pow(KoalaBear.GENERATOR, (KoalaBear.P - 1) / factor))
          .isNotEqualTo(KoalaBear.ONE);
    }
  }

  private static long pick(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(3);
      case 1 -> KoalaBear.P - 1 - random.nextInt(3);
      default -> random.nextInt(KoalaBear.P);
    };
  }

  private static Ext ext(SplittableRandom random) {
    int[] c = new int[5];
    for (int i = 0; i < 5; i++) {
      c[i] = KoalaBear.of(pick(random));
    }
    return Ext.at(c, 0);
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  private static int mod(BigInteger x) {
    return x.mod(P).intValueExact();
  }
}
