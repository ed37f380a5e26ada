package org.zarf.gallery.schnorr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.sdk.Program;
import org.zarf.sdk.ProvedRun;
import org.zarf.sdk.Prover;
import org.zarf.stark.ProofRejectedException;
import org.zarf.testkit.Trials;
import org.zarf.verifier.Journal;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;

/** An honest receipt is accepted; each thing that a cheater could try is not. */
class CheatingTest {

  private static final Program PROGRAM = Guests.load("schnorr.elf");
  private static final byte[] MESSAGE = "I agree".getBytes(UTF_8);
  private static final int SIZE_AT = 32 + 32 + 64;

  private static Signed signed;
  private static ProvedRun proved;

  @BeforeAll
  static void prove() throws Exception {
    signed = Signed.byFreshKey(MESSAGE);
    proved = Prover.create().proveRun(PROGRAM, signed.input());
  }

  @Test
  void theHonestReceiptNamesMessageAndCommitment() throws ProofRejectedException {
    Statement statement = Statement.of(proved.receipt().verify(PROGRAM.id()));
    assertThat(statement.message()).isEqualTo(MESSAGE);
    assertThat(statement.commitment()).isEqualTo(signed.commitment());
  }

  @Test
  void anotherMessageIsRejected() {
    rejected(
        new Signed(signed.salt(), signed.key(), signed.signature(), "I refuse".getBytes(UTF_8)));
    rejected(new Signed(signed.salt(), signed.key(), signed.signature(), new byte[0]));
  }

  @Test
  void anotherKeysCommitmentIsRejected() {
    Signed other = Signed.byFreshKey(MESSAGE);
    rejected(other);
    rejected(new Signed(other.salt(), signed.key(), signed.signature(), MESSAGE));
  }

  /** Who knows no signature has nothing that the program accepts. */
  @Trials(10)
  void aForgedSignatureIsRefused(SplittableRandom random) {
    byte[] input = signed.input().bytes();
    int bit = random.nextInt(8 * 32, 8 * SIZE_AT);
    input[bit / 8] ^= (byte) (1 << bit % 8);
    refused(input, "schnorr: the ");
    byte[] message = signed.input().bytes();
    message[random.nextInt(SIZE_AT + 4, message.length)] ^= 1;
    refused(message, "schnorr: the signature is wrong");
  }

  @Test
  void anotherKeysSignatureIsRefused() {
    Signed other = Signed.byFreshKey(MESSAGE);
    var mixed = new Signed(signed.salt(), signed.key(), other.signature(), MESSAGE);
    refused(mixed.input().bytes(), "schnorr: the signature is wrong");
  }

  @Test
  void inputsOfAnotherLengthAreRefused() {
    byte[] input = signed.input().bytes();
    for (int length : List.of(0, 32, SIZE_AT, SIZE_AT + 3, input.length - 1, input.length + 1)) {
      refused(Arrays.copyOf(input, length), "");
    }
    for (int size : new int[] {65537, -1, Integer.MIN_VALUE}) {
      byte[] longer = signed.input().bytes();
      ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, size);
      refused(longer, "schnorr: the message is too long");
    }
  }

  @Test
  void theLongestMessageIsTaken() {
    Signed longest = Signed.byFreshKey(new byte[65536]);
    Guests.Ended ended = Guests.run(PROGRAM, longest.input().bytes());
    assertThat(ended.exitCode()).as(ended.printed()).isZero();
    assertThat(Statement.of(Journal.of(ended.journal())).message()).hasSize(65536);
  }

  /** What the guest refuses can be proved, but only with the exit code that says so. */
  @Test
  void aRefusalIsNoSignature() throws Exception {
    var wrong = new Signed(signed.salt(), new byte[32], signed.signature(), MESSAGE);
    Receipt receipt = Prover.create().prove(PROGRAM, wrong.input());
    assertThatThrownBy(() -> receipt.verify(PROGRAM.id()))
        .isInstanceOf(ProofRejectedException.class)
        .hasMessageContaining("the program ended with exit code 1");
  }

  @Test
  void theReceiptHidesKeySignatureAndSalt() {
    String receipt = new String(ReceiptCodec.encode(proved.receipt()), ISO_8859_1);
    byte[] secret = Arrays.copyOf(signed.input().bytes(), SIZE_AT);
    for (int at = 0; at + 8 <= secret.length; at++) {
      String part = new String(secret, at, 8, ISO_8859_1);
      assertThat(receipt.contains(part)).as("bytes from %d on of the input", at).isFalse();
    }
  }

  @Test
  void journalsOfOtherProgramsAreNoStatements() {
    byte[] journal = proved.receipt().journal().bytes();
    for (int length : List.of(0, 35, journal.length - 1, journal.length + 1)) {
      assertThatThrownBy(() -> Statement.of(Journal.of(Arrays.copyOf(journal, length))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a journal of " + length + " bytes is not one of schnorr.c");
    }
  }

  /** The honest proof with the journal of another claim. */
  private static void rejected(Signed claim) {
    byte[] message = claim.message();
    var journal = ByteBuffer.allocate(36 + message.length).order(ByteOrder.LITTLE_ENDIAN);
    journal.put(claim.commitment()).putInt(message.length).put(message);
    Receipt honest = proved.receipt();
    var claimed =
        new Receipt(
            honest.parameters(), honest.program(), Journal.of(journal.array()), 0, honest.proof());
    assertThatThrownBy(() -> claimed.verify(PROGRAM.id()))
        .isInstanceOf(ProofRejectedException.class);
  }

  private static void refused(byte[] input, String why) {
    Guests.Ended ended = Guests.run(PROGRAM, input);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.journal()).isEmpty();
    assertThat(ended.printed()).startsWith(why);
  }
}
