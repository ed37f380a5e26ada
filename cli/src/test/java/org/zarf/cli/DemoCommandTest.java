package org.zarf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir Path folder;

  @Test
  void showsAndKeepsWhatItPromises() {
    Path kept = folder.resolve("kept");
    Call demo = Call.of("demo", "--keep", kept);
    assertThat(demo.status()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("What the verifier learns", "200 residents, 40 hospitals", "What stays hidden")
        .containsPattern("one resident moved +rejected: ")
        .containsPattern("one bit flipped +rejected: ");
    Path elf = kept.resolve("matching.elf");
    Path journal = kept.resolve("journal.bin");
    assertThat(verify(kept.resolve("matching.receipt"), elf, journal)).isZero();
    assertThat(verify(kept.resolve("forged.receipt"), elf, kept.resolve("forged-journal.bin")))
        .isEqualTo(1);
    assertThat(verify(kept.resolve("damaged.receipt"), elf, journal)).isEqualTo(1);
    assertThat(kept.resolve("input.bin")).exists();
  }

  private static int verify(Path receipt, Path elf, Path journal) {
    return Call.of("verify", receipt, "--program", elf, "--journal", journal).status();
  }
}
