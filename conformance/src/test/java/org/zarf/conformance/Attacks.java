package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zarf.air.TableTrace;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;

/** What a forged proof must come to. */
final class Attacks {

  private Attacks() {}

  /**
   * The attempt is wrong in these things and in no others, and its proof is rejected for them: for
   * a bus that does not balance if there is one, otherwise for the constraints of the table.
   *
   * @param flaws "bus name" or "table: sentence", or "table: how a sentence starts ..."
   */
  static void assertFalls(Forge forge, Forge.Attempt attempt, String... flaws) {
    SortedSet<String> found = forge.flaws(attempt);
    assertThat(abbreviated(found, flaws)).containsExactlyInAnyOrder(flaws);
    String first = found.first();
    for (String flaw : flaws) {
      if (flaw.startsWith("bus ")) {
        assertRejected(forge, attempt, new Rejection.BusUnbalanced());
        return;
      }
    }
    String table = first.substring(0, first.indexOf(": "));
    assertRejected(forge, attempt, violated(attempt.table(table)));
  }

  /** The constraints of a table's instance do not hold. */
  static Rejection violated(TableTrace instance) {
    return new Rejection.ConstraintsViolated(instance.logHeight());
  }

  /** The proof of an attempt is rejected, and why. */
  static void assertRejected(Forge forge, Forge.Attempt attempt, Rejection why) {
    assertThatThrownBy(() -> forge.submit(attempt))
        .isInstanceOfSatisfying(
            ProofRejectedException.class, e -> assertThat(e.rejection()).isEqualTo(why));
  }

  /** What starts like one of the prefixes that end in dots is replaced by it. */
  static SortedSet<String> abbreviated(SortedSet<String> found, String... prefixes) {
    var result = new TreeSet<String>();
    for (String flaw : found) {
      result.add(
          Arrays.stream(prefixes)
              .filter(p -> p.endsWith("..") && flaw.startsWith(p.substring(0, p.length() - 2)))
              .findFirst()
              .orElse(flaw));
    }
    return result;
  }
}
