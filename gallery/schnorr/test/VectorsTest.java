package org.zarf.gallery.schnorr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zarf.sdk.Program;
import org.zarf.verifier.Journal;

/**
 * The test vectors of BIP 340, as published: github.com/bitcoin/bips, bip-0340/test-vectors.csv, of
 * 20 April 2023.
 */
class VectorsTest {

  private static final Program PROGRAM = Guests.load("schnorr.elf");
  private static final long MOST_CYCLES = 1 << 20;

  static List<Guests.Vector> all() throws IOException {
    return Guests.Vector.all();
  }

  static List<Guests.Vector> withSecret() throws IOException {
    return all().stream().filter(Guests.Vector::hasSecret).toList();
  }

  @Test
  void areAllThere() throws IOException {
    assertThat(all()).hasSize(19);
    assertThat(all().stream().filter(Guests.Vector::isValid)).hasSize(9);
    assertThat(withSecret()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("all")
  void verifyInTheGuest(Guests.Vector vector) {
    var signed = new Signed(new byte[32], vector.key(), vector.signature(), vector.message());
    Guests.Ended ended = Guests.run(PROGRAM, signed.input().bytes());
    assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(vector.isValid() ? 0 : 1);
    if (vector.isValid()) {
      Statement statement = Statement.of(Journal.of(ended.journal()));
      assertThat(statement.message()).isEqualTo(vector.message());
      assertThat(statement.commitment()).isEqualTo(signed.commitment());
      assertThat(ended.cycles()).isLessThan(MOST_CYCLES);
    } else {
      assertThat(ended.journal()).isEmpty();
      assertThat(ended.printed()).startsWith("schnorr: the ");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void verifyOnTheJvm(Guests.Vector vector) {
    assertThat(Bip340.verify(vector.key(), vector.message(), vector.signature()))
        .isEqualTo(vector.isValid());
  }

  @ParameterizedTest
  @MethodSource("withSecret")
  void areSignedOnTheJvm(Guests.Vector vector) {
    var secret = Bip340.number(vector.secret());
    assertThat(Bip340.key(secret)).isEqualTo(vector.key());
    assertThat(Bip340.sign(secret, vector.message(), vector.auxiliary()))
        .isEqualTo(vector.signature());
  }
}
