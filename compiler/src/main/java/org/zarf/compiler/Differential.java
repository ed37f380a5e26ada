package org.zarf.compiler;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.zarf.guest.GuestContext;
import org.zarf.guest.GuestMain;
import org.zarf.guest.GuestRun;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.Program;

/**
 * Runs a guest in Java or Kotlin both on the JVM and in the virtual machine, without proving, and
 * compares: what it publishes, its exit code, and the exception that it does not catch.
 *
 * {@snippet :
 * Differential guest = Differential.of(Sum.class);
 * byte[] valid = {1, 2, 3};
 * guest.requireEqual(valid);
 * Inputs.damaged(valid, 100, new SplittableRandom(1)).forEach(guest::requireEqual);
 * }
 *
 * <p>Static fields of the guest keep their values from run to run on the JVM, and only there: what
 * depends on them differs.
 */
public final class Differential {

  private static final String UNCAUGHT = "Exception in thread \"main\" ";
  private static final int MOST_BYTES_SHOWN = 64;

  private final Program program;
  private final GuestMain main;
  private final RunOptions options;

  private Differential(Program program, GuestMain main, RunOptions options) {
    this.program = program;
    this.main = main;
    this.options = options;
  }

  /**
   * Compiles a guest, as {@link Guest#of(Class)}.
   *
   * @throws GuestCompilationException if it is no guest, or uses what guests cannot
   */
  public static Differential of(Class<?> main) throws GuestCompilationException {
    return of(Guest.of(main).program(), entry(main));
  }

  /**
   * A guest that is compiled already.
   *
   * @param main its entry method, as in {@code Sum::main}
   */
  public static Differential of(Program program, GuestMain main) {
    return new Differential(
        program, main, RunOptions.defaults().withMaxCycles(1L << 32).withMaxMemory(1L << 30));
  }

  /** With another limit than 2^32 cycles; a run that reaches it is a difference. */
  public Differential withMaxCycles(long cycles) {
    return new Differential(program, main, options.withMaxCycles(cycles));
  }

  /**
   * Runs the guest both ways.
   *
   * @return the run on the JVM, which is as that in the machine
   * @throws AssertionError if they differ; the message says in what, and on which input
   */
  public GuestRun requireEqual(byte[] input) {
    GuestRun expected = GuestRun.of(main, input);
    difference(expected, input)
        .ifPresent(
            difference -> {
              throw new AssertionError(difference + ", on " + shown(input));
            });
    return expected;
  }

  private Optional<String> difference(GuestRun expected, byte[] input) {
    var printed = new ByteArrayOutputStream();
    Run run = Executor.run(program.guest(), options.withInput(input).withPrint(printed));
    String output = printed.toString(StandardCharsets.UTF_8);
    if (!run.exit().equals(new Exit.Halted(Integer.toUnsignedLong(expected.exitCode())))) {
      return Optional.of(
          "exit code %d on the JVM%s, but %s in the machine, which printed: %s"
              .formatted(
                  expected.exitCode(),
                  expected.failure().map(f -> " (" + f + ")").orElse(""),
                  run.exit(),
                  output));
    }
    if (!Arrays.equals(run.journal(), expected.journal())) {
      return Optional.of(
          "the journal is %s on the JVM, but %s in the machine"
              .formatted(shown(expected.journal()), shown(run.journal())));
    }
    return sameFailure(expected, output)
        ? Optional.empty()
        : Optional.of(
            "%s on the JVM, but the machine printed: %s"
                .formatted(expected.failure().map(f -> UNCAUGHT + f).orElse("none"), output));
  }

  /** The machine prints the exception that nobody caught, then its trace. */
  private static boolean sameFailure(GuestRun expected, String output) {
    if (expected.failure().isEmpty()) {
      return output.contains(UNCAUGHT) == expected.output().contains(UNCAUGHT);
    }
    String report = UNCAUGHT + expected.failure().get() + "\n";
    int at = output.lastIndexOf(report);
    return at >= 0
        && output.indexOf(UNCAUGHT, at + 1) < 0
        && output
            .substring(at + report.length())
            .lines()
            .findFirst()
            .map(line -> line.startsWith("\tat ") || line.startsWith("Caused by: "))
            .orElse(true);
  }

  private static String shown(byte[] bytes) {
    int count = Math.min(bytes.length, MOST_BYTES_SHOWN);
    return bytes.length
        + " bytes "
        + HexFormat.of().formatHex(bytes, 0, count)
        + (count < bytes.length ? "..." : "");
  }

  /** The method that {@link Guest} compiles; it may be in a class that is not public. */
  private static GuestMain entry(Class<?> main) {
    try {
      Method method = main.getDeclaredMethod("main", GuestContext.class);
      method.setAccessible(true);
      return guest -> call(method, guest);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(main + " was compiled, but has no entry method", e);
    }
  }

  private static void call(Method method, GuestContext guest) throws Exception {
    try {
      method.invoke(null, guest);
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case Exception failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw e;
      }
    }
  }
}
