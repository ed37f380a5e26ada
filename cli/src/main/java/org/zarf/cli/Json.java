package org.zarf.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintStream;

/** Writes the one object that a command's {@code --json} puts on standard output. */
final class Json {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  static void print(PrintStream out, JsonObject object) {
    out.println(GSON.toJson(object));
  }
}
