package org.zarf.gallery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.compiler.Differential;
import org.zarf.compiler.Inputs;
import org.zarf.gallery.Ended;
import org.zarf.gallery.Forgery;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.testkit.Trials;
import org.zarf.verifier.Receipt;

/** The guest finds what breaks a rule, in the machine as on the JVM, and proofs say no more. */
class AuditTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("zarf.root", "..")).resolve("gallery/audit");
  private static final byte[] SALT = new byte[Auditor.SALT_BYTES];
  private static final String RULES =
      "# rules\n\nlimit 1000.00\nfour-eyes 500.00\nsanctioned Evil Corp.\n";
  private static final String OPENING = "opening,main,100.00\n";
  private static final String CLOSING = "closing,main,100.00\n";

  private static Program program;

  @BeforeAll
  static void load() throws Exception {
    program = Ended.program("audit");
  }

  private static byte[] input(String rules, String ledger, byte[] salt) {
    return Codec.of(Auditor.Question.class)
        .encode(new Auditor.Question(bytes(rules), bytes(ledger), salt));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int findings(String rules, String ledger) {
    Ended ended = Ended.of(program, Auditor::main, input(rules, ledger, SALT));
    assertThat(ended.exitCode()).isZero();
    return Codec.of(Auditor.Answer.class).decode(ended.journal()).findings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"january", "year"})
  void theSampleLedgersPass(String name) throws Exception {
    String rules = Files.readString(FOLDER.resolve("rules.txt"));
    String ledger = Files.readString(FOLDER.resolve(name + ".csv"));
    assertThat(findings(rules, ledger)).isZero();
    int payment = ledger.indexOf("payment");
    int lineEnd = ledger.indexOf('\n', payment);
    assertThat(findings(rules, ledger.substring(0, payment) + ledger.substring(lineEnd + 1)))
        .as("without its first payment an account does not reconcile")
        .isOne();
  }

  /** Each payment and its reversal, so that the account reconciles. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000.00|ann|bob|Good Ltd|0",
        "1000.01|ann|bob|Good Ltd|1",
        "499.99|ann||Good Ltd|0",
        "500.00|ann||Good Ltd|1",
        "500.00|ann|ann|Good Ltd|1",
        "500.00|ann|Ann .|Good Ltd|1",
        "1.00|ann||Evil Corp.|1",
        "1.00|ann||EVIL CORP|1",
        "1.00|ann||Evil Corporation|0",
        "2000.00|ann||evil corp|3",
      })
  void eachRuleFindsWhatBreaksIt(
      String amount, String entered, String approved, String counterparty, int findings) {
    String end = "," + entered + "," + (approved == null ? "" : approved) + "\n";
    String begin = ",2026-01-01,main," + counterparty + ",";
    String ledger = "payment,1" + begin + amount + end + "payment,2" + begin + "-" + amount + end;
    assertThat(findings(RULES, OPENING + ledger + CLOSING)).isEqualTo(2 * findings);
  }

  @Test
  void accountsReconcileAndNumbersAreUsedOnce() {
    String payment = "payment,1,2026-01-01,main,Good Ltd,5.00,ann,\n";
    assertThat(findings(RULES, OPENING + payment + CLOSING)).isOne();
    assertThat(findings(RULES, OPENING + payment + "closing,main,105.00\n")).isZero();
    assertThat(findings(RULES, OPENING + payment + payment + "closing,main,110.00\n")).isOne();
    assertThat(findings(RULES, OPENING)).as("no closing balance").isOne();
    assertThat(findings(RULES, CLOSING)).as("no opening balance").isOne();
    assertThat(findings(RULES, OPENING + OPENING + CLOSING)).as("two openings").isOne();
    assertThat(findings(RULES, payment)).as("an account without balances").isOne();
    assertThat(findings(RULES, "")).isZero();
  }

  /** Nothing is audited, and nothing published, if something cannot be read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment,1,2026-01-01,main,Good Ltd,5.00,ann",
        "payment,1,2026-01-01,main,Good, Ltd,5.00,ann,bob",
        "payment,1,2026-01-01,main,Good Ltd,5,ann,bob",
        "payment,1,2026-01-01,main,Good Ltd,5.000,ann,bob",
        "payment,1,2026-01-01,main,Good Ltd,-.50,ann,bob",
        "payment,1,2026-01-01,main,Good Ltd,1e3.00,ann,bob",
        "payment,1,2026-01-01,main,Good Ltd,92233720368547758080.00,ann,bob",
        "refund,main,1.00",
      })
  void aLineThatIsNoneEndsTheAudit(String line) {
    Ended ended = Ended.of(program, Auditor::main, input(RULES, line, SALT));
    assertThat(ended.exitCode()).isOne();
    assertThat(ended.journal()).isEmpty();
  }

  @Test
  void sumsBeyondAllNumbersAndBadRulesEndTheAudit() {
    String large = ",2026-01-01,main,Good Ltd,90000000000000000.00,ann,bob\n";
    for (byte[] input :
        new byte[][] {
          input(RULES, "payment,1" + large + "payment,2" + large, SALT),
          input("limit 1.00\n", "", SALT),
          input("limit 1.00\nfour-eyes 1.00\nno such rule\n", "", SALT),
          input(RULES, "", new byte[Auditor.SALT_BYTES - 1]),
          {1, 2, 3},
        }) {
      assertThat(Ended.of(program, Auditor::main, input).exitCode()).isOne();
    }
  }

  /**
   * Whatever the input, up to the message of the exception; in ASCII, as bytes that are no UTF-8
   * are known to become other characters.
   */
  @Trials(15)
  void damagedLedgersEndAsOnTheJvm(SplittableRandom random) {
    String ledger =
        OPENING + "payment,1,2026-01-01,main,Caf\u00e9 Ltd,5.00,ann,\n" + "closing,main,105.00\n";
    Differential guest = Differential.of(program, Auditor::main);
    guest.requireEqual(input(RULES, ledger, SALT));
    Inputs.damaged(bytes(RULES), 30, random)
        .forEach(rules -> guest.requireEqual(asked(ascii(rules), bytes(ledger))));
    Inputs.damaged(bytes(ledger), 30, random)
        .forEach(damaged -> guest.requireEqual(asked(bytes(RULES), ascii(damaged))));
    // Lengths, and what they are of.
    Inputs.damaged(asked(new byte[0], new byte[0]), 30, random).forEach(guest::requireEqual);
  }

  @Test
  void shortenedLedgersEndAsOnTheJvm() {
    Differential guest = Differential.of(program, Auditor::main);
    Inputs.truncated(input(RULES, OPENING + CLOSING, SALT)).forEach(guest::requireEqual);
    Inputs.truncated(bytes(OPENING + CLOSING))
        .forEach(ledger -> guest.requireEqual(asked(bytes(RULES), ledger)));
  }

  private static byte[] ascii(byte[] bytes) {
    byte[] ascii = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      ascii[i] = (byte) (bytes[i] & 0x7f);
    }
    return ascii;
  }

  private static byte[] asked(byte[] rules, byte[] ledger) {
    return Codec.of(Auditor.Question.class).encode(new Auditor.Question(rules, ledger, SALT));
  }

  @Test
  void theProofIsOfTheFindings() throws Exception {
    String ledger = OPENING + "payment,1,2026-01-01,main,Evil Corp,5.00,ann,\n" + CLOSING;
    Receipt receipt = Prover.create().prove(program, Input.of(input(RULES, ledger, SALT)));
    var codec = Codec.of(Auditor.Answer.class);
    var answer = codec.decode(receipt.verify(program.id()).bytes());
    assertThat(answer.findings()).isEqualTo(2);
    var sha = MessageDigest.getInstance("SHA-256");
    assertThat(answer.rules()).isEqualTo(sha.digest(bytes(RULES)));
    sha.update(SALT);
    assertThat(answer.ledger()).isEqualTo(sha.digest(bytes(ledger)));
    var passed = new Auditor.Answer(answer.rules(), answer.ledger(), 0);
    Forgery.rejected(receipt, program, codec.encode(passed));
    var laxer = new Auditor.Answer(sha.digest(bytes("no rules")), answer.ledger(), 2);
    Forgery.rejected(receipt, program, codec.encode(laxer));
  }
}
