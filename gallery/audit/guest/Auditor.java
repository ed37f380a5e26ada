package org.zarf.gallery.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zarf.guest.GuestContext;
import org.zarf.guest.Sha256;

/** Audits a private ledger by public rules. */
public final class Auditor {

  /** Bytes of a salt: as many as a digest has. */
  public static final int SALT_BYTES = 32;

  private Auditor() {}

  /**
   * What only the company knows, and the rules.
   *
   * @param salt {@link #SALT_BYTES} random bytes, so that nobody can guess the ledger
   */
  public record Question(byte[] rules, byte[] ledger, byte[] salt) {}

  /**
   * What everybody learns.
   *
   * @param rules the SHA-256 digest of the rules
   * @param ledger the SHA-256 digest of salt and ledger
   * @param findings how often the ledger breaks a rule; 0 for a pass
   */
  public record Answer(byte[] rules, byte[] ledger, int findings) {}

  /** The guest. Findings go to the debug stream, which no receipt reveals. */
  public static void main(GuestContext guest) throws Exception {
    Question question = guest.input(Question.class);
    if (question.salt().length != SALT_BYTES) {
      throw new MalformedException("a salt has " + SALT_BYTES + " bytes");
    }
    Rules rules = Rules.parse(text(question.rules()));
    List<String> findings = Ledger.parse(text(question.ledger())).findings(rules);
    findings.forEach(System.out::println);
    guest.publish(
        new Answer(
            Sha256.of(question.rules()),
            Sha256.of(question.salt(), question.ledger()),
            findings.size()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
