package org.zarf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a new project with a guest in some language. */
enum ProjectTemplate {
  /** The host is in Java too. */
  JAVA("app.Main", "<mainClass>app.Adult</mainClass>"),

  /** The host is in Kotlin too. */
  KOTLIN("app.MainKt", "<mainClass>app.Adult</mainClass>"),

  /** The host is in Java. */
  C("app.Main", "<sources><source>${project.basedir}/src/main/c/adult.c</source></sources>"),

  /** The host is in Java. */
  CPP("app.Main", "<sources><source>${project.basedir}/src/main/cpp/adult.cpp</source></sources>"),

  /** The host is in Java. */
  RUST("app.Main", "<crate>${project.basedir}/src/main/rust</crate>");

  private static final List<TemplateFile> JAVA_HOST =
      List.of(
          file("common/Person.java", "src/main/java/app/Person.java", "the private input"),
          file("common/Answer.java", "src/main/java/app/Answer.java", "the public output"),
          file("common/Main.java", "src/main/java/app/Main.java", "the host: proves and verifies"),
          file(
              "common/ProofTest.java",
              "src/test/java/app/ProofTest.java",
              "proves a run and tries to forge it"));

  private static final List<TemplateFile> FRAME =
      List.of(
          file("common/pom.xml", "pom.xml", "the build"),
          file("common/README.md", "README.md", ""),
          file("common/gitignore", ".gitignore", ""));

  private final String mainClass;
  private final String guest;

  /**
   * A template.
   *
   * @param mainClass of the host
   * @param guest what the Maven plugin is told
   */
  ProjectTemplate(String mainClass, String guest) {
    this.mainClass = mainClass;
    this.guest = guest;
  }

  /** One file: where its text is among the resources, where it goes, and what it is for. */
  private record TemplateFile(String resource, String target, String purpose) {}

  private static TemplateFile file(String resource, String target, String purpose) {
    return new TemplateFile(resource, target, purpose);
  }

  private List<TemplateFile> own() {
    return switch (this) {
      case JAVA ->
          List.of(
              file("java/Adult.java", "src/main/java/app/Adult.java", "the guest"),
              file(
                  "java/AdultTest.java",
                  "src/test/java/app/AdultTest.java",
                  "tests the guest on the JVM"));
      case KOTLIN ->
          List.of(
              file(
                  "kotlin/Adult.kt",
                  "src/main/kotlin/app/Adult.kt",
                  "the guest, its input and output"),
              file(
                  "kotlin/Main.kt", "src/main/kotlin/app/Main.kt", "the host: proves and verifies"),
              file(
                  "kotlin/AdultTest.kt",
                  "src/test/kotlin/app/AdultTest.kt",
                  "tests the guest on the JVM, proves a run and tries to forge it"));
      case C -> List.of(file("c/adult.c", "src/main/c/adult.c", "the guest"));
      case CPP -> List.of(file("cpp/adult.cpp", "src/main/cpp/adult.cpp", "the guest"));
      case RUST ->
          List.of(
              file("rust/Cargo.toml", "src/main/rust/Cargo.toml", "the guest's package"),
              file("rust/main.rs", "src/main/rust/src/main.rs", "the guest"));
    };
  }

  /** Also how users name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The program that compiles the guest. */
  String compiler() {
    return this == RUST ? "cargo" : "riscv64-unknown-elf-gcc";
  }

  /**
   * Writes the files.
   *
   * @param folder of the project, not yet there
   * @param version of the artifacts that it depends on
   */
  void write(Path folder, String version) throws IOException {
    var files = new ArrayList<>(own());
    if (this != KOTLIN) {
      files.addAll(JAVA_HOST);
    }
    String table =
        files.stream()
            .map(file -> "| `" + file.target + "` | " + file.purpose + " |")
            .collect(Collectors.joining("\n"));
    var values =
        Map.of(
            "name",
            folder.getFileName().toString(),
            "version",
            version,
            "main",
            mainClass,
            "guest",
            guest,
            "files",
            table,
            "dependencies",
            fragment("dependencies"),
            "sources",
            fragment("sources"),
            "plugins",
            fragment("plugins"));
    for (TemplateFile file : Stream.concat(FRAME.stream(), files.stream()).toList()) {
      Path target = folder.resolve(file.target);
      Files.createDirectories(target.getParent());
      Files.writeString(target, filled(text(file.resource), values));
    }
  }

  /** What this language adds to the build. */
  private String fragment(String name) throws IOException {
    return this == KOTLIN ? text("kotlin/" + name + ".xml") : "";
  }

  private static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("@" + value.getKey() + "@", value.getValue());
    }
    return filled;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = ProjectTemplate.class.getResourceAsStream("projects/" + resource)) {
      if (in == null) {
        throw new IOException("the template " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
