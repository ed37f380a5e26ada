package org.zarf.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, with the streams that they use. */
final class Commands implements IFactory {

  private final Streams streams;

  Commands(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Streams.class) {
        return type.cast(constructor.newInstance(streams));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }
}
