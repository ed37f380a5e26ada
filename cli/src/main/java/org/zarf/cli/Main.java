package org.zarf.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zarf.sdk.RunFailedException;
import org.zarf.sdk.TooLargeException;
import org.zarf.stark.ProofRejectedException;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Where the command line starts. */
public final class Main {

  /** Exit status: done. */
  static final int DONE = 0;

  /** Exit status: the guest failed, trapped, or the receipt was rejected. */
  static final int FAILED = 1;

  /** Exit status: the call or a file is wrong. */
  static final int WRONG = 2;

  /**
   * Exit status: done, but the reader of the output is gone. That of any program that SIGPIPE ends.
   */
  static final int UNREAD = 141;

  private static final Set<String> PROVING = Set.of("prove", "demo", "bench");

  /** The parent of all loggers of Zarf. */
  private static final Logger LOGGER = Logger.getLogger("org.zarf");

  private Main() {}

  /** Runs a command and ends the JVM with its exit status. */
  public static void main(String[] arguments) {
    PrintStream err = errors();
    System.setErr(err);
    System.setProperty("java.util.logging.SimpleFormatter.format", "zarf: %5$s%n");
    // Which kernels there are matters only to those who prove.
    boolean isProving = arguments.length > 0 && PROVING.contains(arguments[0]);
    LOGGER.setLevel(isProving ? Level.INFO : Level.WARNING);
    var streams = new Streams(System.in, System.out, err, Terminals.watchErrors());
    int status = execute(streams, arguments);
    System.out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs a command. */
  static int execute(Streams streams, String... arguments) {
    List<String> words = List.of(arguments);
    // What stands after "--" of a build is for the compiler, not to be parsed.
    int end = words.indexOf("--");
    boolean hasFlags = end >= 0 && words.getFirst().equals(BuildCommand.NAME);
    List<String> parsed = hasFlags ? words.subList(0, end) : words;
    List<String> flags = hasFlags ? words.subList(end + 1, words.size()) : List.of();
    int status;
    try {
      status = line(streams, flags).execute(parsed.toArray(String[]::new));
    } catch (OutOfMemoryError e) {
      status = outOfMemory(streams);
    }
    if (streams.out().checkError()) {
      // Whoever closes a pipe has seen enough.
      if (Terminals.isPipe(Terminals.OUTPUT)) {
        return status == DONE ? UNREAD : status;
      }
      return say(streams, WRONG, "cannot write to standard output");
    }
    return status;
  }

  private static CommandLine line(Streams streams, List<String> compilerFlags) {
    CommandLine line = new CommandLine(new ZarfCommand(), new Commands(streams, compilerFlags));
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
    addHelp(line);
    for (CommandLine command : line.getSubcommands().values()) {
      if (!(command.getCommand() instanceof HelpCommand)) {
        addHelp(command);
      }
    }
    return line.setOut(writer(streams.out()))
        .setErr(writer(streams.err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, args) -> badCall(streams, e))
        .setExecutionExceptionHandler((e, command, result) -> failed(streams, e));
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this page.")
                .build());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static int badCall(Streams streams, ParameterException e) {
    String command = e.getCommandLine().getCommandName();
    String page = command.equals("zarf") ? "zarf help" : "zarf help " + command;
    return say(streams, WRONG, e.getMessage() + " (see: " + page + ")");
  }

  private static int failed(Streams streams, Exception e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case CommandException known -> say(streams, known.status(), message);
      case ProofRejectedException _ -> say(streams, FAILED, "the receipt is rejected: " + message);
      case RunFailedException _ -> say(streams, FAILED, "the guest failed: " + message);
      case TooLargeException _ -> say(streams, WRONG, message);
      case IOException io -> say(streams, WRONG, Failures.of(io));
      default -> {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          if (cause instanceof OutOfMemoryError) {
            yield outOfMemory(streams);
          }
        }
        yield say(streams, WRONG, "internal error, please report it: " + e);
      }
    };
  }

  private static int outOfMemory(Streams streams) {
    return say(
        streams,
        WRONG,
        "out of memory: the limit is "
            + Figures.bytes(Runtime.getRuntime().maxMemory())
            + "; give more with --memory");
  }

  private static int say(Streams streams, int status, String message) {
    streams.err().println("zarf: " + message.replaceAll("\\s*\\R\\s*", " "));
    return status;
  }

  /** The launcher filters what the JVM itself says, and passes the real standard error. */
  private static PrintStream errors() {
    String file = System.getProperty(Terminals.ERRORS_PROPERTY, "");
    if (file.isEmpty()) {
      return System.err;
    }
    try {
      return new PrintStream(
          new FileOutputStream(Path.of(file).toFile(), true), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return System.err;
    }
  }
}
