package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.FriProver.Layers;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Nonces;
import org.zarf.stark.ParameterChoice;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.Statement;
import org.zarf.stark.Strength;

/** Makes proofs. */
public final class StarkProver {

  private StarkProver() {}

  /**
   * Proves that some traces satisfy a key's circuit together with a statement. Traces are taken as
   * they are: whether they satisfy anything is for the verifier to say.
   *
   * @param traces in any order; when hiding, their last rows are overwritten with random values
   */
  public static ProofReport prove(
      ProvingKey key, List<TableTrace> traces, Statement statement, ProverOptions options) {
    try (var pool = new ForkJoinPool(options.threads())) {
      ProverOptions own = options.forOneProof();
      return pool.submit(() -> proveHere(key, traces, statement, own)).join();
    }
  }

  private static ProofReport proveHere(
      ProvingKey key, List<TableTrace> given, Statement statement, ProverOptions options) {
    var traces =
        Blinding.apply(
            key.verifyingKey().circuit(), key.parameters(), given, options.randomness().get());
    var instances = traces.stream().map(t -> new Instance(t.slot(), t.logHeight())).toList();
    ProofLayout layout = ProofLayout.of(key.verifyingKey(), instances);
    Strength strength = ParameterChoice.of(key.verifyingKey(), instances, statement);
    var transcript = ProofTranscript.begin(key.verifyingKey(), strength, instances, statement);
    var phases = new ProverPhases(key, layout, options);
    var watch = phases.watch();

    // 1. Commit to what happened.
    var main = phases.commitMain(traces);
    transcript.main(main.root());

    // 2. Balance the buses: what is sent is received.
    long lookupNonce = phases.grind(transcript, strength.lookupGrinding());
    var buses = phases.commitBuses(traces, main, transcript.busChallenges(lookupNonce));
    Ext alpha = transcript.constraintChallenge(buses.columns().root(), buses.sums());

    // 3. Fold all constraints into one polynomial, divided by what it must vanish on.
    var quotient = phases.commitQuotient(buses, alpha);
    Ext zeta = transcript.outOfDomainPoint(quotient.columns().root());

    // 4. Open everything at one point outside the domain.
    List<InstanceOpenings> openings = phases.open(quotient.columns(), zeta);
    transcript.openings(openings);
    long batchingNonce = phases.grind(transcript, strength.batchingGrinding());
    Ext lambda = transcript.batchingChallenge(batchingNonce);
    int[][] batch = phases.batch(quotient, openings, zeta, lambda);
    Layers layers = phases.fold(batch, transcript);
    transcript.finalPolynomial(layers.finalPolynomial());
    long queryNonce = phases.grind(transcript, strength.queryGrinding());
    int[] queries = transcript.queries(queryNonce, strength.queries(), layout.logDomain());
    var trees = new ArrayList<MerkleTree>();
    key.groups().forEach(group -> trees.add(group.tree()));
    trees.addAll(List.of(main.tree(), buses.columns().tree(), quotient.columns().tree()));
    trees.addAll(layers.trees());
    var proof =
        new Proof(
            strength,
            instances,
            main.root(),
            buses.columns().root(),
            buses.sums(),
            quotient.columns().root(),
            openings,
            layers.roots(),
            layers.finalPolynomial(),
            new Nonces(lookupNonce, batchingNonce, queryNonce),
            phases.openTrees(trees, queries));
    phases.end();
    return new ProofReport(proof, watch.end());
  }
}
