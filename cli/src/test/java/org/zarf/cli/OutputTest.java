package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard output that takes no more: in a process of its own, which ends for it. */
class OutputTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  private ProcessBuilder zarf(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors().toFile());
  }

  private Path errors() {
    return folder.resolve("errors.txt");
  }

  private static int status(Process process) throws InterruptedException {
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() throws IOException, InterruptedException {
    Process process = zarf("inspect", Call.HELLO.toString()).start();
    process.getInputStream().close();
    assertThat(status(process)).isEqualTo(Main.UNREAD);
    assertThat(errors()).isEmptyFile();
  }

  @Test
  void aFailureStaysOneWithoutAReader() throws IOException, InterruptedException {
    Process process = zarf("run", Call.HELLO.toString(), "--max-cycles", "9").start();
    process.getInputStream().close();
    assertThat(status(process)).isEqualTo(Main.FAILED);
    assertThat(errors()).content().startsWith("zarf: ").hasLineCount(1);
  }

  @Test
  void aFullDeviceIsAnError() throws IOException, InterruptedException {
    assumeTrue(Files.exists(FULL), "there is no " + FULL);
    Process process =
        zarf("inspect", Call.HELLO.toString()).redirectOutput(Redirect.to(FULL.toFile())).start();
    assertThat(status(process)).isEqualTo(Main.WRONG);
    assertThat(Files.readString(errors(), StandardCharsets.UTF_8))
        .isEqualTo("zarf: cannot write to standard output\n");
  }
}
