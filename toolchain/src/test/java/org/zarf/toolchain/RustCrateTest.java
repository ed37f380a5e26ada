package org.zarf.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that the crate for guests brings: of what is the same on every machine. */
class RustCrateTest {

  private static final boolean IS_CI = "true".equals(System.getenv("CI"));

  @TempDir Path target;

  @Test
  void theTestsOfTheCratePass() throws Exception {
    Tools.require(RustCompiler.COMMAND);
    var command = new ArrayList<>(List.of("test", "--locked", "--target-dir", target.toString()));
    if (!IS_CI) {
      command.add("--offline");
    }
    CompilerProcess cargo =
        RustTools.installed().runCargo(command, CCompilerTest.ROOT.resolve("guest/rust"), Map.of());
    assumeFalse(
        !IS_CI && cargo.hasFailed() && cargo.diagnostics().contains("--offline"),
        "the crates that the tests need were never fetched");
    assertThat(cargo.hasFailed()).as(cargo.output() + cargo.diagnostics()).isFalse();
    assertThat(cargo.output()).contains("test records_are_their_fields ... ok");
  }
}
