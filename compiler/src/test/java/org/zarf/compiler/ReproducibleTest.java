package org.zarf.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zarf.guest.GuestContext;

/** The same classes make the same guest, whatever the JVM did before, and in any JVM. */
class ReproducibleTest {

  @TempDir Path directory;

  /** Uses much of the class library. */
  static final class Varied {
    private Varied() {}

    sealed interface Shape {}

    record Square(int side) implements Shape {}

    record Circle(double radius) implements Shape {}

    static String describe(Shape shape) {
      return switch (shape) {
        case Square(int side) when side > 3 -> "large";
        case Square(int side) -> "square of " + side;
        case Circle(double radius) -> String.format("%.2f", radius);
      };
    }

    public static void main(GuestContext guest) {
      var words = new TreeMap<String, List<Integer>>();
      IntStream.range(0, 20)
          .forEach(i -> words.merge("w" + i % 5, List.of(i), (a, b) -> List.copyOf(b)));
      System.out.println(
          words.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining(",")));
      System.out.println(describe(new Square(4)) + describe(new Circle(2.5)));
      guest.publish(new Square(5));
      try {
        System.out.println(new BigInteger(guest.input()).pow(3).toString(16));
      } catch (NumberFormatException | UnsupportedOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Writes the guest, in a JVM of its own. */
  static final class Builder {
    private Builder() {}

    public static void main(String[] arguments) throws Exception {
      Files.write(Path.of(arguments[0]), Guest.of(Varied.class).elf());
    }
  }

  @Test
  void guestsAreTheSameToTheByte() throws Exception {
    Tools.requireCompiler();
    byte[] first = Guest.of(Varied.class).elf();
    assertThat(Guest.of(Varied.class).elf()).isEqualTo(first);
    // Other identities of objects than here.
    assertThat(inAnotherJvm("-XX:hashCode=3")).isEqualTo(first);
  }

  private byte[] inAnotherJvm(String option) throws Exception {
    Path elf = directory.resolve("guest.elf");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockExperimentalVMOptions",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Builder.class.getName(),
                elf.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllBytes(elf);
  }
}
