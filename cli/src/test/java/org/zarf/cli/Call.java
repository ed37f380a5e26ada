package org.zarf.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A call of the command line: its exit status and what it wrote. */
record Call(int status, byte[] outBytes, String err) {

  static final Path ROOT = Path.of(System.getProperty("zarf.root", "..")).toAbsolutePath();
  static final Path HELLO = ROOT.resolve("examples/hello/hello.elf");
  static final Path HELLO_INPUT = ROOT.resolve("examples/hello/input.bin");

  static Call of(Object... arguments) {
    return with(new byte[0], arguments);
  }

  /** With bytes on standard input. */
  static Call with(byte[] in, Object... arguments) {
    System.setProperty(Installation.HOME_PROPERTY, ROOT.normalize().toString());
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int status = Main.execute(streams, words);
    return new Call(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  String out() {
    return new String(outBytes, StandardCharsets.UTF_8);
  }

  JsonObject json() {
    return JsonParser.parseString(out()).getAsJsonObject();
  }

  /** The last line of standard error: the message of a failed command. */
  String message() {
    String[] lines = err.strip().split("\\R");
    return lines[lines.length - 1];
  }
}
