package org.zarf.gallery.schnorr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.Program;

/** Runs the guests of this entry, without proving. */
final class Guests {

  static final Path FOLDER =
      Path.of(System.getProperty("zarf.root", "..")).resolve("gallery/schnorr");

  private Guests() {}

  /** How a run ended, what it published, and what it wrote to the debug stream. */
  record Ended(long exitCode, byte[] journal, String printed, long cycles) {}

  static Program load(String elf) {
    try {
      return Program.load(FOLDER.resolve(elf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadProgramException e) {
      throw new IllegalStateException(elf, e);
    }
  }

  static Ended run(Program program, byte[] input) {
    var printed = new ByteArrayOutputStream();
    Run run =
        Executor.run(program.guest(), RunOptions.defaults().withInput(input).withPrint(printed));
    assertThat(run.exit()).isInstanceOf(Exit.Halted.class);
    long code = ((Exit.Halted) run.exit()).code();
    return new Ended(code, run.journal(), printed.toString(StandardCharsets.UTF_8), run.cycles());
  }

  /** A row of the test vectors of BIP 340. */
  record Vector(String[] fields) {

    static List<Vector> all() throws IOException {
      return Files.readAllLines(FOLDER.resolve("test/test-vectors.csv")).stream()
          .skip(1)
          .map(line -> new Vector(line.split(",", -1)))
          .toList();
    }

    boolean hasSecret() {
      return !fields[1].isEmpty();
    }

    byte[] secret() {
      return bytes(1);
    }

    byte[] key() {
      return bytes(2);
    }

    byte[] auxiliary() {
      return bytes(3);
    }

    byte[] message() {
      return bytes(4);
    }

    byte[] signature() {
      return bytes(5);
    }

    boolean isValid() {
      return Boolean.parseBoolean(fields[6]);
    }

    private byte[] bytes(int field) {
      return HexFormat.of().parseHex(fields[field]);
    }

    @Override
    public String toString() {
      return "vector " + fields[0];
    }
  }
}
