package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.sdk.Prover;
import org.zarf.stark.Parameters;

/** The numbers that the pages state are those of the code. */
class StatedNumbersTest {

  private static String page(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("zarf.root", "..")).resolve(name));
  }

  private static int log(long power) {
    assertThat(Long.bitCount(power)).isEqualTo(1);
    return Long.numberOfTrailingZeros(power);
  }

  @Test
  void protocol() throws IOException {
    Parameters hiding = Parameters.zeroKnowledge();
    assertThat(page("docs/protocol.md"))
        .contains(
            "B = 2q + 12 = %d when hiding (q = %d,"
                .formatted(hiding.blindingRows(), hiding.maxQueries()),
            "m = n - %d".formatted(hiding.chunkMaskCount()),
            "r_i random with %d coefficients".formatted(hiding.chunkMaskCount()),
            "%d bits for both sets".formatted(hiding.securityBits()),
            "+ 1) x %d < 2^%d".formatted(Clock.STEP, log(Clock.END)));
    assertThat(page("docs/glossary.md"))
        .contains("domain size over table height: %d.".formatted(hiding.blowup()));
    assertThat(Parameters.revealing().blowup()).isEqualTo(hiding.blowup());
  }

  @Test
  void machine() throws IOException {
    assertThat(page("docs/machine.md"))
        .contains(
            "| 0 .. 2^%d |".formatted(log(AddressSpace.RAM_START)),
            "| 2^%d .. 2^%d |".formatted(log(AddressSpace.INPUT_START), log(AddressSpace.END)),
            "%d halt".formatted(Call.HALT.number()),
            "%d print".formatted(Call.PRINT.number()),
            "%d journal".formatted(Call.JOURNAL.number()),
            "up to 2^%d cycles".formatted(log(Prover.MAX_CYCLES)));
  }
}
