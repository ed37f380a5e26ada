package org.zarf.gallery.schnorr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zarf.sdk.Program;
import org.zarf.testkit.Trials;

/** The guest's arithmetic of the field and the group against BigInteger's. */
class ArithmeticTest {

  private static final Program PROGRAM = Guests.load("test/arithmetic.elf");
  private static final BigInteger P = Point.P;
  private static final BigInteger N = Point.N;
  private static final BigInteger ROOT = P.add(BigInteger.ONE).shiftRight(2);

  /** Numbers below 2^256 at which something overflows, is reduced, or is zero modulo P or N. */
  private static final List<BigInteger> EDGES =
      Stream.of(
              BigInteger.ZERO,
              BigInteger.ONE.shiftLeft(64),
              BigInteger.ONE.shiftLeft(128),
              BigInteger.ONE.shiftLeft(192),
              BigInteger.ONE.shiftLeft(255),
              BigInteger.ONE.shiftLeft(256),
              BigInteger.ONE.shiftLeft(256).subtract(P),
              P,
              N)
          .flatMap(edge -> Stream.of(-2, -1, 0, 1, 2).map(BigInteger::valueOf).map(edge::add))
          .filter(edge -> edge.signum() >= 0 && edge.bitLength() <= 256)
          .distinct()
          .toList();

  /** Questions to the guest, and the answers that are right. */
  private static final class Questions {

    private final ByteArrayOutputStream input = new ByteArrayOutputStream();
    private final List<String> texts = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();

    void ask(char operation, byte[] right, BigInteger... operands) {
      input.write(operation);
      for (BigInteger operand : operands) {
        input.writeBytes(Bip340.bytes(operand));
      }
      texts.add(operation + " of " + Stream.of(operands).map(o -> o.toString(16)).toList());
      answers.add(right);
    }

    void binary(BigInteger a, BigInteger b) {
      ask('+', Bip340.bytes(a.add(b).mod(P)), a, b);
      ask('-', Bip340.bytes(a.subtract(b).mod(P)), a, b);
      ask('*', Bip340.bytes(a.multiply(b).mod(P)), a, b);
    }

    void unary(BigInteger a) {
      ask('h', Bip340.bytes(a.multiply(BigInteger.TWO.modInverse(P)).mod(P)), a);
      ask('s', Bip340.bytes(a.multiply(a).mod(P)), a);
      ask('i', Bip340.bytes(a.modPow(P.subtract(BigInteger.TWO), P)), a);
      BigInteger root = a.modPow(ROOT, P);
      ask('r', flagged(root.multiply(root).subtract(a).mod(P).signum() == 0, root), a);
      Optional<Point> point = Point.lift(a);
      ask('l', point.map(p -> flagged(true, p.y())).orElse(new byte[1]), a);
    }

    void combination(BigInteger s, BigInteger e, Point point) {
      Point sum = Point.G.times(s).plus(point.times(e.negate()));
      byte[] right = sum.equals(Point.INFINITY) ? new byte[] {1} : flagged(false, sum.x(), sum.y());
      ask('c', right, s, e, point.x());
    }

    private static byte[] flagged(boolean flag, BigInteger... numbers) {
      var out = new ByteArrayOutputStream();
      out.write(flag ? 1 : 0);
      for (BigInteger number : numbers) {
        out.writeBytes(Bip340.bytes(number));
      }
      return out.toByteArray();
    }

    void check() {
      Guests.Ended ended = Guests.run(PROGRAM, input.toByteArray());
      assertThat(ended.exitCode()).as(ended.printed()).isZero();
      String journal = HexFormat.of().formatHex(ended.journal());
      int at = 0;
      for (int i = 0; i < answers.size(); i++) {
        String right = HexFormat.of().formatHex(answers.get(i));
        assertThat(journal.substring(at, at + right.length())).as(texts.get(i)).isEqualTo(right);
        at += right.length();
      }
      assertThat(journal).hasSize(at);
    }
  }

  @Test
  void sumsDifferencesAndProductsAtEdges() {
    var questions = new Questions();
    for (BigInteger a : EDGES) {
      for (BigInteger b : EDGES) {
        questions.binary(a, b);
      }
    }
    questions.check();
  }

  @Test
  void functionsOfOneNumberAtEdges() {
    var questions = new Questions();
    EDGES.forEach(questions::unary);
    questions.check();
  }

  @Trials(20)
  void functionsOfAnyNumber(SplittableRandom random) {
    var questions = new Questions();
    for (int i = 0; i < 50; i++) {
      questions.binary(number(random), number(random));
    }
    for (int i = 0; i < 4; i++) {
      questions.unary(number(random));
    }
    questions.check();
  }

  @Test
  void combinationsAtEdges() {
    var questions = new Questions();
    List<BigInteger> scalars =
        EDGES.stream().filter(e -> e.bitLength() < 3 || e.subtract(N).bitLength() < 3).toList();
    assertThat(scalars).hasSize(8);
    for (BigInteger s : scalars) {
      for (BigInteger e : scalars) {
        questions.combination(s, e, Point.G);
      }
    }
    questions.check();
  }

  /** Where two sums meet: the same point, or a point and its inverse, are added on the way. */
  @Trials(3)
  void combinationsOfMultiplesOfTheGenerator(SplittableRandom random) {
    var questions = new Questions();
    for (int i = 0; i < 5; i++) {
      BigInteger secret = BigInteger.valueOf(random.nextInt(1, 40));
      Point point = Point.G.times(secret);
      point = point.isEven() ? point : point.negated();
      BigInteger small = BigInteger.valueOf(random.nextInt(40));
      questions.combination(BigInteger.valueOf(random.nextInt(40)), small, point);
      BigInteger e = number(random).mod(N);
      // s G - e P is at infinity for one of both signs
      questions.combination(e.multiply(secret).mod(N), e, point);
      questions.combination(e.multiply(secret).negate().mod(N), e, point);
    }
    questions.check();
  }

  @Trials(5)
  void anyCombinations(SplittableRandom random) {
    var questions = new Questions();
    for (int i = 0; i < 4; i++) {
      Optional<Point> point = Optional.empty();
      while (point.isEmpty()) {
        point = Point.lift(number(random).mod(P));
      }
      questions.combination(number(random), number(random), point.get());
    }
    questions.check();
  }

  /** Below 2^256, with long runs of ones and of zeros among them. */
  private static BigInteger number(SplittableRandom random) {
    if (random.nextInt(4) > 0) {
      var bytes = new byte[32];
      random.nextBytes(bytes);
      return Bip340.number(bytes);
    }
    BigInteger number = BigInteger.ZERO;
    for (int at = 0; at < 256; ) {
      int length = Math.min(random.nextInt(1, 90), 256 - at);
      BigInteger run = BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE).shiftLeft(at);
      number = random.nextBoolean() ? number.or(run) : number;
      at += length;
    }
    return number;
  }
}
