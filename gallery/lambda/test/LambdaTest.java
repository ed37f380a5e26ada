package org.zarf.gallery.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.compiler.Differential;
import org.zarf.compiler.Inputs;
import org.zarf.gallery.Ended;
import org.zarf.gallery.Forgery;
import org.zarf.gallery.lambda.Reduction.Answer;
import org.zarf.gallery.lambda.Reduction.Normal;
import org.zarf.gallery.lambda.Reduction.OutOfFuel;
import org.zarf.gallery.lambda.Reduction.Outcome;
import org.zarf.gallery.lambda.Reduction.Question;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.testkit.Trials;
import org.zarf.verifier.Receipt;

/** Terms reduce in the machine as on the JVM, to what the calculus says. */
class LambdaTest {

  private static final byte[] SALT = new byte[Reduction.SALT_BYTES];
  private static final String OMEGA = "(\\x. x x) (\\x. x x)";
  private static final String PREDECESSOR = "(\\n f x. n (\\g h. h (g f)) (\\u. x) (\\u. u))";

  private static Program program;

  @BeforeAll
  static void load() throws Exception {
    program = Ended.program("lambda");
  }

  private static byte[] input(String term, int fuel) {
    return Codec.of(Question.class).encode(new Question(term, SALT, fuel));
  }

  private static Outcome outcome(String term, int fuel) {
    Ended ended = Ended.of(program, Reduction::main, input(term, fuel));
    assertThat(ended.exitCode()).as(term).isZero();
    return Codec.of(Answer.class).decode(ended.journal()).outcome();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x|x",
        "f x y|f x y",
        "f (x y)|f (x y)",
        "\\x.x|\\x. x",
        "(\\x y. x) a b|a",
        "(\\x y. y) a b|b",
        "(\\x. x x) y|y y",
        "f \\x. x|f (\\x. x)",
        "(\\f. f f) \\x. x|\\x. x",
        "(\\x y. x) y|\\y'. y",
        "\\y. (\\x y. x) y|\\y. \\y'. y",
        "(\\x y. y) ((\\x. x x) (\\x. x x)) z|z",
        "(\\f. (\\x. f (x x)) (\\x. f (x x))) (\\r. z)|z",
      })
  void toItsNormalForm(String term, String normal) {
    assertThat(((Normal) outcome(term, 10_000)).text()).isEqualTo(normal);
  }

  @Trials(5)
  void numeralsCompute(SplittableRandom random) {
    int m = random.nextInt(7);
    int n = random.nextInt(7);
    String both = " " + m + " " + n;
    assertThat(number("(\\m n f x. m f (n f x))" + both)).isEqualTo(m + n);
    assertThat(number("(\\m n f. m (n f))" + both)).isEqualTo(m * n);
    assertThat(number(PREDECESSOR + m)).isEqualTo(Math.max(0, m - 1));
  }

  @Test
  void aFactorialByAFixedPoint() {
    String fixedPoint = "(\\f. (\\x. f (x x)) (\\x. f (x x)))";
    String step = "\\r n. n (\\u x y. y) (\\x y. x) 1 (\\f. n (r (" + PREDECESSOR + " n) f))";
    assertThat(number(fixedPoint + " (" + step + ") 3")).isEqualTo(6);
  }

  private static int number(String term) {
    return ((Normal) outcome(term, 10_000)).number();
  }

  @Test
  void fuelIsCounted() {
    assertThat(outcome("(\\x. x) ((\\x. x) y)", 2)).isEqualTo(new Normal("y", -1, 2));
    assertThat(outcome("(\\x. x) ((\\x. x) y)", 1)).isEqualTo(new OutOfFuel());
    assertThat(outcome("y", 0)).isEqualTo(new Normal("y", -1, 0));
    assertThat(outcome(OMEGA, 100)).isEqualTo(new OutOfFuel());
    assertThat(outcome("(\\x. x x x) (\\x. x x x)", 50)).isEqualTo(new OutOfFuel());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(", "(x", "x)", "\\", "\\x", "\\.x", "\\1. x", "x $", "1001"})
  void whatIsNoTermIsRefused(String text) {
    Ended ended = Ended.of(program, Reduction::main, input(text, 10));
    assertThat(ended.exitCode()).isOne();
    assertThat(ended.journal()).isEmpty();
  }

  /** Whatever the input, up to the message of the exception; but never with unlimited fuel. */
  @Trials(15)
  void damagedTermsEndAsOnTheJvm(SplittableRandom random) {
    String term = PREDECESSOR + " " + random.nextInt(4) + " (\\y z. y " + OMEGA + ") \u03bb";
    byte[] input = input(term, 50);
    int fuel = input.length - Integer.BYTES;
    Differential guest = Differential.of(program, Reduction::main);
    guest.requireEqual(input);
    Inputs.damaged(Arrays.copyOf(input, fuel), 30, random)
        .map(damaged -> joined(damaged, Arrays.copyOfRange(input, fuel, input.length)))
        .forEach(guest::requireEqual);
    Inputs.damaged(term.getBytes(StandardCharsets.ISO_8859_1), 30, random)
        .map(damaged -> input(new String(damaged, StandardCharsets.ISO_8859_1), 50))
        .forEach(guest::requireEqual);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    return ByteBuffer.allocate(head.length + tail.length).put(head).put(tail).array();
  }

  @Test
  void shortenedTermsEndAsOnTheJvm() {
    byte[] input = input(PREDECESSOR + " 2", 50);
    Inputs.truncated(input).forEach(Differential.of(program, Reduction::main)::requireEqual);
  }

  /** That a term does not end within its fuel is a result like any other, and as hard to forge. */
  @Test
  void aTermWithoutANormalFormIsProvedToUseAllFuel() throws Exception {
    Receipt receipt = Prover.create().prove(program, Input.of(input(OMEGA, 20)));
    var codec = Codec.of(Answer.class);
    Answer answer = codec.decode(receipt.verify(program.id()).bytes());
    var sha = MessageDigest.getInstance("SHA-256");
    sha.update(SALT);
    byte[] term = sha.digest(OMEGA.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.term()).isEqualTo(term);
    assertThat(answer.fuel()).isEqualTo(20);
    assertThat(answer.outcome()).isEqualTo(new OutOfFuel());
    var ended = new Answer(term, 20, new Normal("x", -1, 3));
    Forgery.rejected(receipt, program, codec.encode(ended));
    Forgery.rejected(receipt, program, codec.encode(new Answer(term, 2000, new OutOfFuel())));
  }
}
