package org.zarf.gallery.schnorr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.testkit.Trials;

/** The statement of Schnorr's protocol, made by a program. */
class LogarithmTest {

  private static final Program PROGRAM = Guests.load("logarithm.elf");

  @Trials(5)
  void thePointOfAnyNumber(SplittableRandom random) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    BigInteger x = Bip340.number(bytes).mod(Point.N);
    assertThat(Guests.run(PROGRAM, Bip340.bytes(x)).journal()).isEqualTo(point(x));
  }

  @Test
  void theEnds() {
    for (BigInteger x : List.of(BigInteger.ONE, BigInteger.TWO, Point.N.subtract(BigInteger.ONE))) {
      assertThat(Guests.run(PROGRAM, Bip340.bytes(x)).journal()).isEqualTo(point(x));
    }
    BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    for (BigInteger x : List.of(BigInteger.ZERO, Point.N, Point.N.add(BigInteger.ONE), most)) {
      Guests.Ended ended = Guests.run(PROGRAM, Bip340.bytes(x));
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.journal()).isEmpty();
      assertThat(ended.printed()).isEqualTo("logarithm: the number is not in 1 .. order - 1\n");
    }
    for (int length : List.of(0, 31, 33)) {
      assertThat(Guests.run(PROGRAM, new byte[length]).exitCode()).isEqualTo(1);
    }
  }

  @Test
  void isProved() throws Exception {
    BigInteger x = BigInteger.valueOf(1234567);
    var receipt = Prover.create().prove(PROGRAM, Input.of(Bip340.bytes(x)));
    assertThat(receipt.verify(PROGRAM.id()).bytes()).isEqualTo(point(x));
  }

  private static byte[] point(BigInteger x) {
    Point point = Point.G.times(x);
    byte[] both = Arrays.copyOf(Bip340.bytes(point.x()), 64);
    System.arraycopy(Bip340.bytes(point.y()), 0, both, 32, 32);
    return both;
  }
}
