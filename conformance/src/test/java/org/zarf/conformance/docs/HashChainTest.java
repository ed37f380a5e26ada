package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;

/** The example of docs/own-table.md does what the page says. */
class HashChainTest {

  private static final int SECRET = 271828;
  private static final int STEPS = 500;

  private static List<TraceChecker.Failure> check(TableTrace trace) {
    return TraceChecker.check(
        HashChain.CIRCUIT,
        List.of(trace),
        Parameters.zeroKnowledge().blindingRows(),
        HashChain.statement(STEPS, HashChain.end(SECRET, STEPS)).messages());
  }

  @Test
  void provesAndVerifies() throws ProofRejectedException {
    long end = HashChain.end(SECRET, STEPS);
    Proof proof = HashChain.prove(SECRET, STEPS);
    HashChain.verify(proof, STEPS, end);
    assertThatThrownBy(() -> HashChain.verify(proof, STEPS, end + 1))
        .isInstanceOf(ProofRejectedException.class);
    assertThatThrownBy(() -> HashChain.verify(proof, STEPS + 1, end))
        .isInstanceOf(ProofRejectedException.class);
  }

  @Test
  void namesWhatDoesNotHold() {
    assertThat(check(HashChain.fill(SECRET, STEPS))).isEmpty();
    TableTrace wrong = HashChain.fill(SECRET, STEPS);
    wrong.main()[HashChain.CHAIN.row().x().column()][7] = 0;
    assertThat(check(wrong))
        .containsExactly(
            new TraceChecker.Failure("chain", 6, "a step adds and cubes"),
            new TraceChecker.Failure("chain", 7, "a step adds and cubes"));
  }

  @Test
  void theLastRegularRowIsWhereThePageSays() {
    assertThat(HashChain.fill(SECRET, STEPS).height() - Parameters.zeroKnowledge().blindingRows())
        .isEqualTo(1524);
  }
}
