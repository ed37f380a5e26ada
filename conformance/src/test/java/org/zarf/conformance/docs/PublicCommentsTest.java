package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a module exports has a comment. The build checks the comments that there are;
 * that one is missing it cannot tell apart from a missing {@code @param} or {@code @return}, which
 * many comments do without.
 */
class PublicCommentsTest {

  private static final Path ROOT = Path.of(System.getProperty("zarf.root", ".."));

  /** What users do not build on. */
  private static final Set<String> OTHERS = Set.of("cli", "conformance", "testkit");

  private static final Pattern EXPORT = Pattern.compile("(?m)^  exports ([a-z.]+);");

  /** What the compiler says of a declaration without a comment; all its remarks have one code. */
  private static final Set<String> MISSING =
      Set.of("no comment", "use of default constructor, which does not provide a comment");

  @TempDir Path classes;

  @Test
  void everythingExportedIsCommented() throws IOException {
    List<Path> sources = new ArrayList<>();
    List<String> exported = new ArrayList<>();
    for (Path module : modules()) {
      String declaration = Files.readString(module.resolve("module-info.java"));
      EXPORT.matcher(declaration).results().forEach(export -> exported.add(export.group(1)));
      try (var files = Files.walk(module)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("module-info.java"))
            .forEach(sources::add);
      }
    }
    assertThat(exported).hasSizeGreaterThan(10);
    assertThat(withoutComment(sources, exported)).isEmpty();
  }

  @Test
  void whatHasNoCommentIsFound() throws IOException {
    Path bare = Files.createDirectory(classes.resolve("bare")).resolve("Bare.java");
    Files.writeString(
        bare,
        """
        package bare;

        public class Bare {
          /** Has one. */
          public Bare() {}

          public int bare() {
            return 0;
          }
        }
        """);
    assertThat(withoutComment(List.of(bare), List.of("bare")))
        .containsExactly(bare + ":3", bare + ":7");
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> !OTHERS.contains(folder.getFileName().toString()))
          .map(folder -> folder.resolve("src/main/java"))
          .filter(folder -> Files.exists(folder.resolve("module-info.java")))
          .toList();
    }
  }

  private List<String> withoutComment(List<Path> sources, List<String> packages)
      throws IOException {
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-proc:none",
            "--add-modules",
            "jdk.incubator.vector",
            "-Xmaxwarns",
            "10000",
            "-Xdoclint:all/protected",
            "-Xdoclint/package:" + String.join(",", packages));
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      boolean isCompiled = compiler.getTask(null, files, diagnostics, options, null, units).call();
      assertThat(isCompiled).as(() -> diagnostics.getDiagnostics().toString()).isTrue();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(found -> MISSING.contains(found.getMessage(Locale.ROOT)))
        .map(PublicCommentsTest::describe)
        .toList();
  }

  private static String describe(Diagnostic<? extends JavaFileObject> found) {
    return found.getSource().getName() + ":" + found.getLineNumber();
  }
}
