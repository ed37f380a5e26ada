package org.zarf.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** As {@link ConformanceTest}, of the cases in Kotlin, which it compiles first. */
class KotlinConformanceTest {

  @TempDir static Path classes;

  @BeforeAll
  static void compile() {
    Tools.requireCompiler();
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    ExitCode code =
        new K2JVMCompiler()
            .exec(
                stream,
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "24",
                Path.of(System.getProperty("basedir"), "src/test/kotlin").toString());
    assertThat(code).as(() -> said.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
  }

  @TestFactory
  Stream<DynamicContainer> everyCaseComputesWhatItDoesOnTheJvm() throws Exception {
    var parent = KotlinConformanceTest.class.getClassLoader();
    var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent);
    return Batches.kotlin(loader).stream()
        .map(batch -> new Machines(batch, List.of(classes)).tests());
  }
}
