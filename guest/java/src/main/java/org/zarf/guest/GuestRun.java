package org.zarf.guest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a guest on the JVM, without the virtual machine: for the guest's unit tests, and to
 * compare with what the virtual machine does.
 *
 * {@snippet :
 * GuestRun run = GuestRun.of(Sum::main, new byte[] {1, 2, 3});
 * byte[] published = run.journal();
 * }
 */
public final class GuestRun {

  /** The exit code of a guest that an exception ends. */
  public static final int UNCAUGHT = 1;

  private final byte[] journal;
  private final int exitCode;
  private final String output;
  private final @Nullable Throwable failure;

  private GuestRun(byte[] journal, int exitCode, String output, @Nullable Throwable failure) {
    this.journal = journal;
    this.exitCode = exitCode;
    this.output = output;
    this.failure = failure;
  }

  /**
   * Runs a guest in this thread, to its end. During the run, {@code System.out} and {@code
   * System.err} of the whole JVM are the guest's, so that runs take turns.
   *
   * @param main the guest, as in {@code Sum::main}
   * @param input its private input
   */
  public static GuestRun of(GuestMain main, byte[] input) {
    synchronized (GuestRun.class) {
      var context = new Context(input.clone());
      PrintStream out = System.out;
      PrintStream err = System.err;
      System.setOut(context.stream);
      System.setErr(context.stream);
      try {
        main.main(context);
        context.end(0, null);
      } catch (Throwable failure) {
        context.end(UNCAUGHT, failure); // of no effect after halt
      } finally {
        System.setOut(out);
        System.setErr(err);
      }
      return context.end(0, null);
    }
  }

  /** What the guest published. */
  public byte[] journal() {
    return journal.clone();
  }

  /** How the run ended: 0 for success, {@link #UNCAUGHT} for an exception, or what it chose. */
  public int exitCode() {
    return exitCode;
  }

  /** What the guest printed. In the virtual machine the trace of {@link #failure()} follows. */
  public String output() {
    return output;
  }

  /** The exception that ended the run, if one did. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Unwinds the stack of a guest that has halted. */
  private static final class Halted extends Error {

    private static final long serialVersionUID = 1L;

    Halted() {
      super("the guest has halted", null, false, false);
    }
  }

  private static final class Context implements GuestContext {

    private final byte[] input;
    private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
    private @Nullable GuestRun end;

    Context(byte[] input) {
      this.input = input;
    }

    /** What the run is once it has ended: the first end counts. */
    GuestRun end(int code, @Nullable Throwable failure) {
      GuestRun known = end;
      if (known != null) {
        return known;
      }
      var text = output.toString(StandardCharsets.UTF_8);
      var run = new GuestRun(journal.toByteArray(), code, text, failure);
      end = run;
      return run;
    }

    @Override
    public byte[] input() {
      return input.clone();
    }

    @Override
    public void publish(byte[] bytes) {
      journal.writeBytes(bytes);
    }

    @Override
    public void print(String text) {
      stream.print(text);
    }

    @Override
    public void halt(int code) {
      end(code, null);
      throw new Halted();
    }
  }
}
