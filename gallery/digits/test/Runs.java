package org.zarf.gallery.digits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.verifier.Journal;

/** Runs the guest of this entry, without proving. */
final class Runs {

  static final Path ROOT = Path.of(System.getProperty("zarf.root", ".."));
  static final Path FOLDER = ROOT.resolve("gallery/digits");
  static final byte[] MODEL = bytes(FOLDER.resolve("model.bin"));
  static final Program PROGRAM = program(FOLDER.resolve("digits.elf"));

  /** Outputs and inputs of each layer. */
  static final int[][] LAYERS = {{8, 9}, {16, 72}, {Network.CLASSES, 256}};

  private Runs() {}

  record Ended(long exitCode, Journal journal, String printed) {}

  static Ended run(Input input) {
    var printed = new ByteArrayOutputStream();
    Run run =
        Executor.run(
            PROGRAM.guest(), RunOptions.defaults().withInput(input.bytes()).withPrint(printed));
    if (run.exit() instanceof Exit.Halted(long code)) {
      return new Ended(code, Journal.of(run.journal()), printed.toString(StandardCharsets.UTF_8));
    }
    throw new AssertionError(run.exit().toString());
  }

  static Question question(byte[] model, List<byte[]> images) {
    return new Question(
        Question.Salted.of(model), images.stream().map(Question.Salted::of).toList());
  }

  static int[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  static Program program(Path elf) {
    try {
      return Program.load(elf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadProgramException e) {
      throw new IllegalStateException(elf.toString(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
