package org.zarf.gallery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.guest.Codec;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.stark.ProofRejectedException;
import org.zarf.testkit.Trials;
import org.zarf.verifier.Journal;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;

/** What the guest says is right, and what a cheater says is rejected. */
class RedactionTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("zarf.root", ".."), "gallery/document");
  private static final String BLACK = "█████";

  private static Program program;
  private static List<String> patterns;

  @BeforeAll
  static void load() throws Exception {
    program = Program.load(FOLDER.resolve("document.elf"));
    patterns = Files.readAllLines(FOLDER.resolve("patterns.txt"));
  }

  private static byte[] salt() {
    var salt = new byte[32];
    Arrays.fill(salt, (byte) 7);
    return salt;
  }

  private static Input input(String document, List<String> patterns) {
    return Input.of(Codec.of(Question.class).encode(new Question(salt(), document, patterns)));
  }

  private static Answer answer(Journal journal) {
    return Codec.of(Answer.class).decode(journal.bytes());
  }

  private record Ended(Exit exit, byte[] journal, String printed) {}

  private static Ended run(byte[] input) {
    var printed = new ByteArrayOutputStream();
    Run run =
        Executor.run(program.guest(), RunOptions.defaults().withInput(input).withPrint(printed));
    return new Ended(run.exit(), run.journal(), printed.toString(StandardCharsets.UTF_8));
  }

  private static Answer redact(String document) {
    Ended ended = run(input(document, patterns).bytes());
    assertThat(ended.exit()).as(ended.printed()).isEqualTo(new Exit.Halted(0));
    return answer(Journal.of(ended.journal()));
  }

  private static String expected(String document) {
    String text = document;
    for (String pattern : patterns) {
      text = text.replaceAll(pattern, Matcher.quoteReplacement(BLACK));
    }
    return text;
  }

  private static byte[] commitment(String document) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(salt());
    return sha256.digest(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theLetterIsShownWithoutSecrets() throws Exception {
    String letter = Files.readString(FOLDER.resolve("letter.txt"));
    Answer answer = redact(letter);
    assertThat(answer.redacted())
        .isEqualTo(expected(letter))
        .contains("withholds them")
        .doesNotContain("@", "DE89", "18,500", "+44");
    assertThat(answer.commitment()).isEqualTo(commitment(letter));
    assertThat(answer.patterns()).isEqualTo(patterns);
  }

  /** The JVM's regular expressions are another implementation. */
  @Trials(30)
  void theJvmRedactsAlike(SplittableRandom random) {
    List<String> parts =
        List.of(
            "EUR ", "1,250", "a.b", "@", "x.org", "DE89", " 3704", "+44", " 113", "\n", "é", "$1");
    var document = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      document.append(parts.get(random.nextInt(parts.size())));
    }
    assertThat(redact(document.toString()).redacted()).isEqualTo(expected(document.toString()));
  }

  @Test
  void anHonestReceiptIsAcceptedAndItsClaimsAreBound() throws Exception {
    String document = "Pay EUR 18,500 to Ms Okafor.";
    List<String> one = List.of("EUR [0-9,]+");
    Receipt receipt = Prover.create().prove(program, input(document, one));
    Answer answer = answer(receipt.verify(program.id()));
    assertThat(answer.redacted()).isEqualTo("Pay " + BLACK + " to Ms Okafor.");
    assertThat(answer.commitment()).isEqualTo(commitment(document));

    rejected(receipt, new Answer(commitment("other"), one, answer.redacted()));
    rejected(receipt, new Answer(answer.commitment(), List.of("E"), answer.redacted()));
    rejected(receipt, new Answer(answer.commitment(), one, "Pay " + BLACK + " to Mr Lindqvist."));
    assertThat(new String(ReceiptCodec.encode(receipt), StandardCharsets.ISO_8859_1))
        .contains("Okafor")
        .doesNotContain("18,500");
  }

  private static void rejected(Receipt honest, Answer claim) {
    var journal = Journal.of(Codec.of(Answer.class).encode(claim));
    var claimed = new Receipt(honest.parameters(), honest.program(), journal, 0, honest.proof());
    assertThatThrownBy(() -> claimed.verify(program.id()))
        .isInstanceOf(ProofRejectedException.class);
  }

  @Test
  void anotherDocumentHasAnotherCommitment() throws Exception {
    assertThat(redact("EUR 1").commitment()).isNotEqualTo(redact("EUR 2").commitment());
  }

  @Test
  void badPatternsAndInputsEndWithoutAnAnswer() {
    Ended badPattern = run(input("text", List.of("(")).bytes());
    assertThat(badPattern.exit()).isEqualTo(new Exit.Halted(1));
    assertThat(badPattern.printed()).contains("regex parse error", "unclosed group");
    byte[] good = input("text", patterns).bytes();
    for (int length : new int[] {0, 3, 40, good.length - 1}) {
      Ended cut = run(Arrays.copyOf(good, length));
      assertThat(cut.exit()).isEqualTo(new Exit.Halted(1));
      assertThat(cut.printed()).contains("the input is not what the guest expects: ");
    }
    assertThat(run(Arrays.copyOf(good, good.length + 1)).printed())
        .contains("1 bytes are left over");
  }
}
