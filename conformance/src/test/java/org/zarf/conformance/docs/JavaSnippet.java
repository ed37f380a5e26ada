package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Statements of a page, compiled as a user of the modules would compile them, and run. */
final class JavaSnippet {

  private static final String NAME = "Snippet";

  private final Path classes;

  private JavaSnippet(Path classes) {
    this.classes = classes;
  }

  /** Compiles statements; the packages of the library are imported. */
  static JavaSnippet compile(String statements, Path folder) throws IOException {
    Path classes = Files.createTempDirectory(folder, "snippet");
    Path source = classes.resolve(NAME + ".java");
    Files.writeString(
        source,
        """
        import java.nio.file.*;
        import org.zarf.sdk.*;
        import org.zarf.stark.*;
        import org.zarf.verifier.*;

        public class %s {
          public static void main(String[] arguments) throws Exception {
        %s
          }
        }
        """
            .formatted(NAME, statements));
    var errors = new StringWriter();
    List<String> options =
        List.of(
            "-d", classes.toString(), "--module-path", modules(), "--add-modules", "org.zarf.sdk");
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjects(source);
      assertThat(compiler.getTask(errors, files, null, options, null, units).call())
          .as("%s%n%s", statements, errors)
          .isTrue();
    }
    return new JavaSnippet(classes);
  }

  /** The modules on the class path: packages that they do not export stay out of reach. */
  private static String modules() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(JavaSnippet::isModule)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isModule(String entry) {
    try {
      return ModuleFinder.of(Path.of(entry)).findAll().stream()
          .anyMatch(module -> !module.descriptor().isAutomatic());
    } catch (FindException e) {
      return false; // what the compiler needs is on the class path too: jars with broken
      // descriptors
    }
  }

  /** Runs the statements, which must end normally. */
  void run(Console console) throws IOException {
    String path = classes + File.pathSeparator + System.getProperty("java.class.path");
    console.run(
        List.of(
            Console.java().toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "-Xmx4g",
            "-cp",
            path,
            NAME));
  }
}
