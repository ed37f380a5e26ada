package org.zarf.compiler;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The C sources of a program: what TeaVM made, on the runtime of guests in place of TeaVM's own.
 */
final class RuntimeSources {

  private static final String RESOURCES = "org/zarf/compiler/c/";

  private static final List<String> ADDED = List.of("zarf_java.c", "zarf_java.h", "pspkernel.h");

  private static final List<String> REPLACED =
      List.of("heaptrace.c", "log.c", "memory.c", "memory.h", "stringhash.c");

  /** A text of one of TeaVM's files, and what takes its place wherever it stands. */
  private record Patch(String file, String text, String replacement) {}

  private static final String THROW = " { zarf_java_index_out_of_bounds(index, ";

  private static final List<Patch> PATCHES =
      List.of(
          // Classes are told by their addresses alone: one addition less in each virtual call.
          new Patch(
              "core.h",
              "extern char* teavm_beforeClasses;",
              "#define teavm_beforeClasses ((char*) 0)"),
          new Patch("core.c", "char *teavm_beforeClasses;", ""),
          new Patch("core.c", "teavm_beforeClasses = (char*) teavm_classReferences[0];", ""),
          new Patch("core.c", "if (c < teavm_beforeClasses) teavm_beforeClasses = c;", ""),
          new Patch("core.c", "teavm_beforeClasses -= 4096;", ""),
          new Patch("exceptions.h", "#include <stdint.h>", "#include \"zarf_java.h\""),
          // The operands of an expression share a variable: none may begin before another ends,
          // which C promises for statements only.
          new Patch(
              "stack.h",
              "#define TEAVM_WITH_CALL_SITE_ID(id, expr) (TEAVM_CALL_SITE(id), (expr))",
              "#define TEAVM_WITH_CALL_SITE_ID(id, expr) ({ TEAVM_CALL_SITE(id); (expr); })"),
          // A negative index is a large one.
          new Patch(
              "exceptions.h",
              "if (index < 0 || index >= TEAVM_ARRAY_LENGTH(array)) {",
              "if ((uint32_t) index >= (uint32_t) TEAVM_ARRAY_LENGTH(array))"
                  + THROW
                  + "TEAVM_ARRAY_LENGTH(array));"),
          new Patch("exceptions.h", "if (index < 0) {", "if (index < 0)" + THROW + "-1);"),
          new Patch(
              "exceptions.h",
              "if (index >= TEAVM_ARRAY_LENGTH(array)) {",
              "if (index >= TEAVM_ARRAY_LENGTH(array))" + THROW + "TEAVM_ARRAY_LENGTH(array));"));

  private RuntimeSources() {}

  /** All files by name. */
  static Map<String, byte[]> of(Translation translation) {
    var files = new LinkedHashMap<>(translation.sources());
    files.replaceAll((name, source) -> name.endsWith(".c") ? repaired(source) : source);
    for (Patch patch : PATCHES) {
      files.merge(patch.file(), new byte[0], (source, none) -> patched(source, patch));
    }
    ADDED.forEach(name -> files.put(name, resource(name)));
    REPLACED.forEach(name -> files.put(name, resource("teavm/" + name)));
    return files;
  }

  private static byte[] repaired(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    return JavaLines.repaired(Spills.repaired(text)).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] patched(byte[] source, Patch patch) {
    String text = new String(source, StandardCharsets.UTF_8);
    if (!text.contains(patch.text())) {
      throw new IllegalStateException("TeaVM's " + patch.file() + " is not the one known here");
    }
    return text.replace(patch.text(), patch.replacement()).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    byte[] bytes = TeaVmLoader.bytes(RuntimeSources.class.getClassLoader(), RESOURCES + name);
    if (bytes == null) {
      throw new IllegalStateException(name + " is missing from the compiler");
    }
    return bytes;
  }
}
