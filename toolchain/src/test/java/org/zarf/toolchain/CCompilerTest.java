package org.zarf.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CCompilerTest {

  static final Path ROOT =
      Path.of(System.getProperty("zarf.root", "..")).toAbsolutePath().normalize();

  @TempDir Path folder;

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theKitNamesEveryFileOfItsFolder() throws IOException {
    var named =
        Stream.of(
                GuestKit.SOURCES,
                GuestKit.HEADERS,
                List.of(GuestKit.FLAGS, GuestKit.LINKER_SCRIPT, GuestKit.CPP_SPECS))
            .flatMap(List::stream);
    Path kit = ROOT.resolve("guest/c");
    try (Stream<Path> files = Files.walk(kit)) {
      assertThat(named)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(f -> kit.relativize(f).toString())
                  .filter(f -> !f.startsWith("tests/"))
                  .toList());
    }
  }

  @Test
  void makesTheCommittedExample() throws Exception {
    Tools.require(CCompiler.COMMAND);
    Path hello = ROOT.resolve("examples/hello");
    BuiltGuest built = CCompiler.compile(CSources.of(List.of(hello.resolve("hello.c"))));
    assertThat(built.diagnostics()).isEmpty();
    assertThat(built.elf()).isEqualTo(Files.readAllBytes(hello.resolve("hello.elf")));
  }

  @Test
  void bytesDependOnNoFolder() throws Exception {
    Tools.require(CCompiler.COMMAND);
    byte[] first = null;
    for (String name : List.of("one", "another/one")) {
      Path place = Files.createDirectories(folder.resolve(name));
      Path main = place.resolve("main.cpp");
      Path part = Files.createDirectories(place.resolve("parts")).resolve("part.c");
      Files.writeString(main, "extern \"C\" int part();\nint main() { return part(); }\n");
      Files.writeString(part, "#include <part.h>\nint part(void) { return PART; }\n");
      Files.writeString(place.resolve("part.h"), "#define PART 3\n");
      CSources sources = CSources.of(List.of(main, part)).withFlags(List.of("-I" + place, "-g"));
      byte[] elf = CCompiler.compile(sources).elf();
      first = first == null ? elf : first;
      assertThat(elf).isEqualTo(first);
    }
  }

  @Test
  void aKitThatIsCompiledBeforeMakesTheSameGuests() throws Exception {
    Tools.require(CCompiler.COMMAND);
    Path source = source("main.c", "#include <zarf.h>\nint main(void) { zarf_halt(2); }\n");
    List<String> flags = List.of("-g", "-O1", "-Wl,--defsym=__stack_size=0x200000");
    CSources sources = CSources.of(List.of(source)).withFlags(flags);
    byte[] atOnce = CCompiler.compile(sources).elf();
    CompiledKit kit = CompiledKit.with(flags);
    for (int i = 0; i < 2; i++) {
      assertThat(CCompiler.compile(sources, kit).elf()).isEqualTo(atOnce);
    }
    assertThatThrownBy(() -> CCompiler.compile(sources.withFlags(List.of("-g")), kit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not with [-g]");
  }

  @Test
  void aKitNeedsFlagsThatTheCompilerTakes() {
    Tools.require(CCompiler.COMMAND);
    assertThatThrownBy(() -> CompiledKit.with(List.of("-fnothing")))
        .isInstanceOf(ToolchainException.class);
  }

  @Test
  void classesWithVirtualFunctionsCompileWithoutAWarning() throws Exception {
    Tools.require(CCompiler.COMMAND);
    Path source =
        source(
            "main.cpp",
            "struct A { virtual int f(); virtual ~A() {} };\n"
                + "int A::f() { return 1; }\n"
                + "int main() { A *a = new A(); return a->f(); }\n");
    assertThat(CCompiler.compile(CSources.of(List.of(source))).diagnostics()).isEmpty();
  }

  @Test
  void warningsAreHandedOut() throws Exception {
    Tools.require(CCompiler.COMMAND);
    Path source = source("warned.c", "#warning mind the gap\nint main(void) { return 0; }\n");
    assertThat(CCompiler.compile(CSources.of(List.of(source))).diagnostics())
        .contains("warned.c:1", "mind the gap");
  }

  @Test
  void whatIsWrongIsHandedOut() throws Exception {
    Tools.require(CCompiler.COMMAND);
    Path source = source("wrong.c", "int main(void) { return missing; }\n");
    assertThatThrownBy(() -> CCompiler.compile(CSources.of(List.of(source))))
        .isInstanceOfSatisfying(
            ToolchainException.class,
            e -> assertThat(e.diagnostics()).contains("wrong.c:1", "missing"))
        .hasMessage("the compiler failed (exit status 1)");
  }

  @Test
  void noSourcesAreRefused() {
    assertThatThrownBy(() -> CSources.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
