package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {

  @TempDir Path folder;

  @BeforeAll
  static void findTheCompiler() throws Exception {
    boolean isThere = false;
    for (String directory : System.getenv("PATH").split(":")) {
      isThere |= Files.isExecutable(Path.of(directory, "riscv64-unknown-elf-gcc"));
    }
    if (System.getenv("CI") != null) {
      assertThat(isThere).as("the cross-compiler is installed").isTrue();
    }
    assumeTrue(isThere, "no riscv64-unknown-elf-gcc");
  }

  @Test
  void makesTheCommittedExample() {
    Path elf = folder.resolve("hello.elf");
    Call call = Call.of("build", Call.HELLO.resolveSibling("hello.c"), "-o", elf);
    assertThat(call.err()).isEmpty();
    assertThat(call.status()).isZero();
    assertThat(elf).hasSameBinaryContentAs(Call.HELLO);
  }

  @Test
  void passesFlagsOn() throws Exception {
    Path source = folder.resolve("answer.cpp");
    Files.writeString(source, "#include <code.h>\nint main() { return CODE + MORE; }\n");
    Path headers = Files.createDirectory(folder.resolve("headers"));
    Files.writeString(headers.resolve("code.h"), "#define CODE 40\n");
    Path elf = folder.resolve("answer.elf");
    Call built =
        Call.of("build", "-I" + headers, source, "-DMORE=2", "-O3", "-o", elf, "--", "-Wextra");
    assertThat(built.status()).as(built.err()).isZero();
    assertThat(Call.of("run", elf).message()).contains("exit code 42");
  }

  @Test
  void saysWhatTheCompilerSays() throws Exception {
    Path source = folder.resolve("wrong.c");
    Files.writeString(source, "int main(void) { return missing; }\n");
    Path elf = folder.resolve("wrong.elf");
    Call call = Call.of("build", source, "-o", elf);
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("wrong.c:1", "missing");
    assertThat(call.message()).contains("the compiler failed");
    assertThat(elf).doesNotExist();
  }
}
