package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;
import org.zarf.stark.StarkVerifier;

class StarkProverTest {

  private static final Parameters HIDING = InsecureParameters.of(true, 13, 5);
  private static final Parameters REVEALING = InsecureParameters.of(false, 30, 10);

  private final ProverOptions options =
      ProverOptions.defaults().withKernels(new ScalarKernels()).withThreads(2);

  private Proof prove(Parameters parameters, SmallCircuit.Run run) {
    var key = SmallCircuit.key(parameters, options.kernels());
    return StarkProver.prove(key, run.traces(), run.statement(), options).proof();
  }

  private void verify(Parameters parameters, Proof proof, SmallCircuit.Run run)
      throws ProofRejectedException {
    var key = SmallCircuit.key(parameters, options.kernels());
    StarkVerifier.verify(key.verifyingKey(), proof, run.statement());
  }

  @Test
  void honestRunsVerify() throws ProofRejectedException {
    for (int[] heights : new int[][] {{3}, {4, 3}, {7}, {8, 8, 5}, {10}}) {
      var run = SmallCircuit.run(REVEALING, heights);
      verify(REVEALING, prove(REVEALING, run), run);
    }
    for (int[] heights : new int[][] {{7}, {8, 7}, {9, 9, 7}, {11}}) {
      var run = SmallCircuit.run(HIDING, heights);
      verify(HIDING, prove(HIDING, run), run);
    }
  }

  @Test
  void fullParametersVerify() throws ProofRejectedException {
    var run = SmallCircuit.run(Parameters.zeroKnowledge(), 11);
    Proof proof = prove(Parameters.zeroKnowledge(), run);
    verify(Parameters.zeroKnowledge(), proof, run);
    assertThat(proof.strength().queries()).isEqualTo(256);
  }

  @Test
  void aWrongCellIsRejected() {
    for (Parameters parameters : List.of(HIDING, REVEALING)) {
      for (int table = 0; table < 3; table++) {
        var run = SmallCircuit.run(parameters, 7);
        int[] column = run.traces().get(table).main()[0];
        column[2] = KoalaBear.add(column[2], KoalaBear.ONE);
        Proof proof = prove(parameters, run);
        assertThatThrownBy(() -> verify(parameters, proof, run))
            .isInstanceOf(ProofRejectedException.class);
      }
    }
  }

  @Test
  void anotherStatementIsRejected() {
    var run = SmallCircuit.run(HIDING, 7);
    Proof proof = prove(HIDING, run);
    var other = SmallCircuit.run(HIDING, 8);
    assertThatThrownBy(
            () -> verify(HIDING, proof, new SmallCircuit.Run(List.of(), other.statement())))
        .isInstanceOf(ProofRejectedException.class);
  }

  @Test
  void fewerBitsThanDemandedAreRejected() {
    var run = SmallCircuit.run(HIDING, 7);
    Proof proof = prove(HIDING, run);
    var demanding = new Parameters(HIDING.name(), true, 1, HIDING.maxQueries(), 100);
    assertThatThrownBy(() -> verify(demanding, proof, run))
        .isInstanceOfSatisfying(
            ProofRejectedException.class,
            e -> assertThat(e.rejection()).isInstanceOf(Rejection.SecurityTooLow.class));
  }

  @Test
  void threadsDoNotChangeAProof() {
    for (Parameters parameters : List.of(HIDING, REVEALING)) {
      var key = SmallCircuit.key(parameters, options.kernels());
      byte[] seed = new byte[Digest.BYTES];
      seed[0] = 1;
      var seeded = options.withRandomness(Randomness.unsafeOf(seed));
      var proofs =
          IntStream.of(1, 2, 5)
              .mapToObj(
                  threads -> {
                    var run = SmallCircuit.run(parameters, 9, 7);
                    return StarkProver.prove(
                            key, run.traces(), run.statement(), seeded.withThreads(threads))
                        .proof();
                  })
              .toList();
      for (Proof proof : proofs) {
        assertThat(proof)
            .usingRecursiveComparison()
            .withStrictTypeChecking()
            .isEqualTo(proofs.getFirst());
      }
    }
  }

  @Test
  void stopsWhenCancelled() {
    var key = SmallCircuit.key(REVEALING, options.kernels());
    var run = SmallCircuit.run(REVEALING, 7);
    assertThatThrownBy(
            () ->
                StarkProver.prove(
                    key, run.traces(), run.statement(), options.withCancellation(() -> true)))
        .isInstanceOf(CancellationException.class);
  }
}
