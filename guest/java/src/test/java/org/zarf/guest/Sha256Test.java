package org.zarf.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.testkit.Trials;

class Sha256Test {

  /** FIPS 180-4's example of one block. */
  @Test
  void isThatOfTheStandard() {
    assertThat(HexFormat.of().formatHex(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Trials(50)
  void isThatOfThePlatform(SplittableRandom random) throws NoSuchAlgorithmException {
    byte[] first = new byte[random.nextInt(200)];
    byte[] second = new byte[random.nextInt(70)];
    random.nextBytes(first);
    random.nextBytes(second);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(first);
    assertThat(Sha256.of(first, second)).isEqualTo(digest.digest(second));
  }
}
