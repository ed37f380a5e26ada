package org.zarf.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this page.")
  private boolean isWanted;
}
