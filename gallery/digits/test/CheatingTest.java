package org.zarf.gallery.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.ProvedRun;
import org.zarf.sdk.Prover;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Journal;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;

/** An honest receipt is accepted; each thing that a cheater could try is not. */
class CheatingTest {

  private static final int SALT_BYTES = 32;
  private static final int COUNT_AT = SALT_BYTES + Network.MODEL_BYTES;
  private static final int DIGIT_AT = 32 + 4 + 32;

  private static Question question;
  private static ProvedRun proved;

  @BeforeAll
  static void prove() throws Exception {
    question = Question.ofSamples(Runs.FOLDER, 1);
    proved = Prover.create().proveRun(Runs.PROGRAM, question.input());
  }

  @Test
  void theHonestReceiptSaysWhatTheNetworkSees() throws ProofRejectedException {
    Answer answer = Answer.of(proved.receipt().verify(Runs.PROGRAM.id()));
    int digit = Network.digit(Network.decode(Runs.MODEL).logits(image()));
    assertThat(answer.images()).hasSize(1);
    assertThat(answer.images().getFirst().digit()).isEqualTo(digit);
    assertThat(answer.images().getFirst().commitment())
        .isEqualTo(question.images().getFirst().commitment());
    assertThat(answer.network()).isEqualTo(question.model().commitment());
  }

  @Test
  void anotherDigitIsRejected() {
    for (int wrong = 1; wrong < Network.CLASSES; wrong++) {
      byte[] claim = journal();
      claim[DIGIT_AT] = (byte) ((claim[DIGIT_AT] + wrong) % Network.CLASSES);
      rejected(claim);
    }
  }

  /** Whoever has a receipt about one network cannot pass it off as one about another. */
  @Test
  void anotherNetworksCommitmentIsRejected() {
    byte[] claim = journal();
    System.arraycopy(Question.Salted.of(Runs.MODEL).commitment(), 0, claim, 0, 32);
    rejected(claim);
  }

  @Test
  void anotherImagesCommitmentIsRejected() {
    byte[] claim = journal();
    System.arraycopy(Question.Salted.of(image()).commitment(), 0, claim, 32 + 4, 32);
    rejected(claim);
  }

  @Test
  void anotherCountIsRejected() {
    byte[] claim = journal();
    claim[32] = 2;
    rejected(claim);
    rejected(Arrays.copyOf(journal(), 32 + 4));
  }

  /** With one parameter changed, the run commits to the changed network: everyone sees it. */
  @Test
  void otherWeightsHaveAnotherCommitment() {
    for (int at : List.of(0, 72, 1000, Network.MODEL_BYTES - 4)) {
      byte[] other = Runs.MODEL.clone();
      other[at] ^= 1;
      var salted = new Question.Salted(question.model().salt(), other);
      Runs.Ended ended = Runs.run(new Question(salted, question.images()).input());
      Answer answer = Answer.of(ended.journal());
      assertThat(answer.network())
          .isEqualTo(salted.commitment())
          .isNotEqualTo(question.model().commitment());
    }
  }

  @Test
  void anotherImageHasAnotherCommitment() {
    byte[] other = image();
    other[100] ^= 1;
    var salted = new Question.Salted(question.images().getFirst().salt(), other);
    Runs.Ended ended = Runs.run(new Question(question.model(), List.of(salted)).input());
    assertThat(Answer.of(ended.journal()).images().getFirst().commitment())
        .isEqualTo(salted.commitment())
        .isNotEqualTo(question.images().getFirst().commitment());
  }

  /** A proof about a program that says what the cheater likes. */
  @Test
  void aReceiptOfAnotherProgramIsRejected() throws Exception {
    Program other = Runs.program(Runs.ROOT.resolve("examples/hello/hello.elf"));
    byte[] five = {5, 0, 0, 0};
    Receipt receipt = Prover.create().prove(other, Input.of(five));
    assertThatThrownBy(() -> receipt.verify(Runs.PROGRAM.id()))
        .isInstanceOf(ProofRejectedException.class)
        .hasMessageContaining("the receipt is about program " + other.id());
    var renamed =
        new Receipt(
            receipt.parameters(),
            proved.receipt().program(),
            receipt.journal(),
            receipt.exitCode(),
            receipt.proof());
    assertThatThrownBy(() -> renamed.verify(Runs.PROGRAM.id()))
        .isInstanceOf(ProofRejectedException.class);
  }

  /** A program that says something else is another program. */
  @Test
  void aChangedProgramHasAnotherId() throws Exception {
    byte[] elf = Files.readAllBytes(Runs.FOLDER.resolve("digits.elf"));
    String message = "digits: a bias is out of range";
    int at = new String(elf, StandardCharsets.ISO_8859_1).indexOf(message);
    elf[at] ^= 1;
    assertThat(Program.of(elf).id()).isNotEqualTo(Runs.PROGRAM.id());
  }

  @Test
  void badCountsOfImagesAreRefused() {
    for (int count : new int[] {0, -1, Integer.MIN_VALUE, 65}) {
      refused(patched(COUNT_AT, count), "digits: the number of images is out of range\n");
    }
  }

  @Test
  void badModelsAreRefused() {
    int firstBias = SALT_BYTES + 72;
    for (int bias : new int[] {(1 << 24) + 1, -(1 << 24) - 1, Integer.MIN_VALUE}) {
      refused(patched(firstBias, bias), "digits: a bias is out of range\n");
    }
    int multiplier = firstBias + 4 * 8;
    for (int bad : new int[] {0, -1, (1 << 24) + 1}) {
      refused(patched(multiplier, bad), "digits: a multiplier is out of range\n");
    }
  }

  @Test
  void inputsOfAnotherLengthAreRefused() {
    byte[] input = question.input().bytes();
    for (int length : new int[] {0, 31, 32, 1000, COUNT_AT, COUNT_AT + 4, input.length - 1}) {
      assertThat(Runs.run(Input.of(Arrays.copyOf(input, length))).exitCode()).isEqualTo(1);
    }
    assertThat(Runs.run(Input.of(Arrays.copyOf(input, input.length + 1))).exitCode()).isEqualTo(1);
    assertThat(Runs.run(patched(COUNT_AT, 2)).exitCode()).isEqualTo(1);
  }

  /** What the guest refuses can be proved, but only with the exit code that says so. */
  @Test
  void aRefusalIsNoAnswer() throws Exception {
    Receipt receipt = Prover.create().prove(Runs.PROGRAM, Input.none());
    assertThatThrownBy(() -> receipt.verify(Runs.PROGRAM.id()))
        .isInstanceOf(ProofRejectedException.class)
        .hasMessageContaining("the program ended with exit code 1");
  }

  @Test
  void theReceiptHidesImageWeightsAndSalts() {
    byte[] wire = ReceiptCodec.encode(proved.receipt());
    String text = latin(wire);
    byte[] secret = question.input().bytes();
    for (int at = 0; at + 8 <= secret.length; at += 8) {
      byte[] part = Arrays.copyOfRange(secret, at, at + 8);
      if (Arrays.stream(boxed(part)).distinct().count() > 4) {
        assertThat(text.contains(latin(part))).as("bytes %d of the input", at).isFalse();
      }
    }
  }

  @Test
  void journalsOfOtherProgramsAreNoAnswers() {
    for (byte[] journal : List.of(new byte[0], new byte[36 + 5], new byte[36 + 33])) {
      assertThatThrownBy(() -> Answer.of(Journal.of(journal)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static byte[] image() {
    return question.images().getFirst().bytes().clone();
  }

  private static byte[] journal() {
    return proved.receipt().journal().bytes();
  }

  private static void rejected(byte[] claim) {
    Receipt honest = proved.receipt();
    var claimed =
        new Receipt(honest.parameters(), honest.program(), Journal.of(claim), 0, honest.proof());
    assertThatThrownBy(() -> claimed.verify(Runs.PROGRAM.id()))
        .isInstanceOf(ProofRejectedException.class);
  }

  private static void refused(Input input, String message) {
    Runs.Ended ended = Runs.run(input);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.printed()).endsWith(message);
  }

  private static Input patched(int at, int value) {
    byte[] input = question.input().bytes();
    ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return Input.of(input);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Byte[] boxed(byte[] bytes) {
    var out = new Byte[bytes.length];
    Arrays.setAll(out, i -> bytes[i]);
    return out;
  }
}
