package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.guest.GuestContext;
import org.zarf.guest.GuestMain;
import org.zarf.guest.GuestRun;

class DifferentialTest {

  private static Differential guest;
  private static Guest compiled;

  /** Ends in each of the ways that there are. */
  static final class Ending {
    private Ending() {}

    public static void main(GuestContext guest) throws Exception {
      byte[] input = guest.input();
      guest.publish(input);
      System.out.println("ends by " + input[0]);
      switch (input[0]) {
        case 0 -> {}
        case 1 -> guest.halt(1);
        case 2 -> guest.halt(-1);
        case 3 -> throw new IllegalStateException("two\nlines", new RuntimeException());
        case 4 -> throw new Exception();
        default -> guest.publish(new byte[input[0]]);
      }
    }
  }

  @BeforeAll
  static void compile() throws Exception {
    Tools.requireCompiler();
    compiled = Guest.of(Ending.class);
    guest = Differential.of(compiled.program(), Ending::main);
  }

  @Test
  void equalRunsAreToldAsOnTheJvm() {
    assertThat(guest.requireEqual(new byte[] {0, 7}).journal()).containsExactly(0, 7);
    assertThat(guest.requireEqual(new byte[] {1}).exitCode()).isOne();
    assertThat(guest.requireEqual(new byte[] {2}).exitCode()).isEqualTo(-1);
    assertThat(guest.requireEqual(new byte[] {3}).failure()).isPresent();
    assertThat(guest.requireEqual(new byte[] {4}).failure().orElseThrow()).hasMessage(null);
    GuestRun none = guest.requireEqual(new byte[0]);
    assertThat(none.failure().orElseThrow())
        .isInstanceOf(ArrayIndexOutOfBoundsException.class)
        .hasMessage("Index 0 out of bounds for length 0");
  }

  @Test
  void aClassIsCompiledAndCalled() throws Exception {
    Differential same = Differential.of(Ending.class);
    assertThat(same.requireEqual(new byte[] {3}).failure().orElseThrow())
        .isInstanceOf(IllegalStateException.class);
    assertThat(same.requireEqual(new byte[] {2}).exitCode()).isEqualTo(-1);
  }

  /** What the machine does, beside other things on the JVM. */
  private static void assertDiffers(GuestMain main, int ending, String... texts) {
    byte[] input = {(byte) ending};
    assertThatCode(() -> guest.requireEqual(input)).doesNotThrowAnyException();
    Differential wrong = Differential.of(compiled.program(), main);
    assertThatThrownBy(() -> wrong.requireEqual(input))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(texts)
        .hasMessageEndingWith(", on 1 bytes 0" + ending);
  }

  @Test
  void differencesAreFound() {
    assertDiffers(g -> {}, 0, "the journal is 0 bytes ", "1 bytes 00 in the machine");
    assertDiffers(g -> g.publish(g.input()), 1, "exit code 0 on the JVM", "Halted[code=1]");
    assertDiffers(g -> g.halt(1), 2, "exit code 1 on the JVM", "Halted[code=4294967295]");
    assertDiffers(
        throwing(new IllegalStateException("two")), 3, "IllegalStateException: two on the JVM");
    assertDiffers(throwing(new IllegalStateException("two\nlines and more")), 3, "lines and more");
    assertDiffers(throwing(new RuntimeException("two\nlines")), 3, "lang.RuntimeException: two");
    assertDiffers(throwing(new Exception("")), 4, "Exception:  on the JVM");
    assertDiffers(throwing(new Exception()), 1, "Exception on the JVM", "printed: ends by 1");
    GuestMain halting =
        g -> {
          g.publish(g.input());
          g.halt(1);
        };
    assertDiffers(halting, 4, "none on the JVM", "main\" java.lang.Exception");
    Differential limited = guest.withMaxCycles(1000);
    assertThatThrownBy(() -> limited.requireEqual(new byte[] {0}))
        .hasMessageContaining("OutOfCycles");
  }

  static final class Decoding {
    private Decoding() {}

    public static void main(GuestContext guest) {
      String text = new String(guest.input(), StandardCharsets.UTF_8);
      guest.publish(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Bytes that are no UTF-8 become what they become on the JVM, and take no others with them. */
  @Test
  void malformedTextIsDecodedAsOnTheJvm() throws Exception {
    Differential decoding = Differential.of(Decoding.class);
    decoding.requireEqual("a\u00e9\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8));
    byte[] malformed = {'C', 'o', 'r', (byte) 0xf0, '.', '\n', 'f', 'o', 'u', 'r'};
    decoding.requireEqual(malformed);
    byte[] valid = "a\u00e9\u20ac\ud83d\ude00".repeat(3).getBytes(StandardCharsets.UTF_8);
    Inputs.damaged(valid, 300, new SplittableRandom(5)).forEach(decoding::requireEqual);
  }

  private static GuestMain throwing(Exception failure) {
    return g -> {
      g.publish(g.input());
      throw failure;
    };
  }

  @Test
  void damagedInputsAreManyAndTheSameForASeed() {
    byte[] valid = new byte[20];
    var lengths = new HashSet<Integer>();
    var texts = new HashSet<String>();
    for (byte[] damaged : Inputs.damaged(valid, 500, new SplittableRandom(1)).toList()) {
      lengths.add(damaged.length);
      texts.add(Arrays.toString(damaged));
    }
    assertThat(lengths).contains(0, 19, 20, 21, 24);
    assertThat(texts).hasSizeGreaterThan(200);
    assertThat(valid).containsOnly(0);
    assertThat(Inputs.damaged(new byte[0], 50, new SplittableRandom(1)).toList())
        .anyMatch(damaged -> damaged.length > 0);
    assertThat(Inputs.damaged(valid, 50, new SplittableRandom(2)).toList())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(Inputs.damaged(valid, 50, new SplittableRandom(2)).toList());
    assertThat(Inputs.truncated(new byte[] {1, 2})).containsExactly(new byte[0], new byte[] {1});
  }
}
