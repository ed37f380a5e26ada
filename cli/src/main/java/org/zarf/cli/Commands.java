package org.zarf.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands.
 *
 * @param streams what they read and write
 * @param compilerFlags what {@code build} passes on
 */
record Commands(Streams streams, List<String> compilerFlags) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(streams));
    }
    if (type == BuildCommand.class) {
      return type.cast(new BuildCommand(streams, compilerFlags));
    }
    if (type == ProveCommand.class) {
      return type.cast(new ProveCommand(streams));
    }
    if (type == VerifyCommand.class) {
      return type.cast(new VerifyCommand(streams));
    }
    if (type == InspectCommand.class) {
      return type.cast(new InspectCommand(streams));
    }
    if (type == NewCommand.class) {
      return type.cast(new NewCommand(streams));
    }
    if (type == DemoCommand.class) {
      return type.cast(new DemoCommand(streams));
    }
    if (type == BenchCommand.class) {
      return type.cast(new BenchCommand(streams));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
