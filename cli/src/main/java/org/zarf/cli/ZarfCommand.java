package org.zarf.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a name: the list of the others. */
@Command(
    name = "zarf",
    description = {
      "Runs RISC-V programs and proves what they did, without showing what they were given.",
      "",
      "A proof (a receipt) shows that a program, named by its id, ran to its end on some input, "
          + "published this journal and ended with this exit code. The input stays hidden."
    },
    descriptionHeading = "%n",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = ZarfCommand.Version.class,
    subcommands = {
      RunCommand.class,
      ProveCommand.class,
      VerifyCommand.class,
      InspectCommand.class,
      BuildCommand.class,
      NewCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      HelpCommand.class,
    },
    footer = {
      "",
      "Exit status:",
      "  0  done",
      "  1  the guest failed or trapped, or the receipt was rejected",
      "  2  the call or a file is wrong",
      "",
      "Start with:",
      "  zarf demo            a real program proved and verified, with explanations",
      "  zarf gallery         applications: what a zkVM is for",
      "  zarf help COMMAND    what a command does, its options, examples",
    })
final class ZarfCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  /** Of this build. */
  static String version() {
    var descriptor = ZarfCommand.class.getModule().getDescriptor();
    return descriptor == null
        ? "0.1.0"
        : descriptor.version().map(Object::toString).orElse("0.1.0");
  }

  /** Says which Zarf and which Java this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "zarf "
            + version()
            + " (Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.arch")
            + ")"
      };
    }
  }
}
