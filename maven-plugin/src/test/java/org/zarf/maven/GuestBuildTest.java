package org.zarf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zarf.compiler.GuestCompilationException;
import org.zarf.guest.GuestContext;
import org.zarf.sdk.Program;
import org.zarf.toolchain.ToolchainException;

class GuestBuildTest {

  private static final String COMPILER = "riscv64-unknown-elf-gcc";

  @TempDir Path folder;

  @BeforeEach
  void requireCompiler() {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, COMPILER)));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("%s is installed", COMPILER).isTrue();
    }
    assumeTrue(found, COMPILER + " is not installed");
  }

  private void compile(String body) throws IOException {
    Path source = folder.resolve("Twice.java");
    Files.writeString(
        source,
        "public class Twice { public static void main(org.zarf.guest.GuestContext guest) {"
            + body
            + "} }");
    var command = new ArrayList<String>();
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    command.addAll(List.of("-cp", library().toString(), source.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
    assertThat(status).isZero();
  }

  private static Path library() {
    return Path.of(
        GuestContext.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private GuestBuild build(String mainClass) {
    return new GuestBuild(
        new GuestSource.Java(mainClass, List.of(folder.resolve("classes"), library())),
        folder.resolve("out/guest.elf"),
        folder.resolve("zarf/guest.elf.inputs"));
  }

  @Test
  void aGuestIsCompiledWhenItChanged() throws Exception {
    compile("guest.publish(new byte[] {1});");
    assertThat(build("Twice").run()).isPresent();
    Path elf = folder.resolve("out/guest.elf");
    byte[] first = Files.readAllBytes(elf);
    assertThat(Program.load(elf).id()).isEqualTo(Program.of(first).id());
    assertThat(build("Twice").run()).isEmpty();

    Files.write(elf, new byte[1]);
    assertThat(build("Twice").run()).isPresent();
    assertThat(Files.readAllBytes(elf)).isEqualTo(first);
    Files.delete(elf);
    assertThat(build("Twice").run()).isPresent();

    compile("guest.publish(new byte[] {2});");
    assertThat(build("Twice").run()).isPresent();
    assertThat(Files.readAllBytes(elf)).isNotEqualTo(first);
    assertThat(build("Twice").run()).isEmpty();
  }

  @Test
  void afterAnErrorNothingIsUpToDate() throws Exception {
    compile("guest.publish(new byte[] {1});");
    assertThatThrownBy(() -> build("Thrice").run())
        .isInstanceOf(GuestCompilationException.class)
        .hasMessage("there is no class Thrice on the class path: check its name and package");
    assertThat(build("Twice").run()).isPresent();
    assertThatThrownBy(() -> build("Thrice").run()).isInstanceOf(GuestCompilationException.class);
    assertThat(build("Twice").run()).isPresent();
  }

  @Test
  void cIsCompiledAgainWhenAHeaderChanged() throws Exception {
    Path source = folder.resolve("c/main.c");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "#include \"a.h\"\nint main(void) { return A; }");
    Files.writeString(source.resolveSibling("a.h"), "#define A 0");
    var build =
        new GuestBuild(
            new GuestSource.C(List.of(source)),
            folder.resolve("c/guest.elf"),
            folder.resolve("zarf/c.inputs"));
    assertThat(build.run()).isPresent();
    assertThat(build.run()).isEmpty();
    Files.writeString(source.resolveSibling("a.h"), "#define A 1");
    assertThat(build.run()).isPresent();
    Files.writeString(source.resolveSibling("a.h"), "#define A @");
    assertThatThrownBy(build::run)
        .isInstanceOf(ToolchainException.class)
        .hasMessageContaining("the compiler failed");
  }
}
