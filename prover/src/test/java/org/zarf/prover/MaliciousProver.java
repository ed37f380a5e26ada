package org.zarf.prover;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.hash.Matrix;
import org.zarf.hash.MerkleTree;
import org.zarf.prover.BatchedColumns.BatchPoint;
import org.zarf.prover.FriProver.Layers;
import org.zarf.prover.ProverPhases.Committed;
import org.zarf.prover.ProverPhases.CommittedBuses;
import org.zarf.prover.ProverPhases.CommittedQuotient;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Nonces;
import org.zarf.stark.ParameterChoice;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.ProofTranscript.BusChallenges;
import org.zarf.stark.Statement;
import org.zarf.stark.Strength;

/**
 * The steps of {@link StarkProver}, each of which an attack may take in another way: whatever it
 * sends is absorbed as the verifier will absorb it, so that nothing but the attack is wrong with
 * the proof. As it stands it makes the honest proof.
 */
class MaliciousProver {

  final ProvingKey key;
  final ProverOptions options;

  MaliciousProver(ProvingKey key, Randomness randomness) {
    this.key = key;
    this.options =
        ProverOptions.defaults()
            .withThreads(1)
            .withKernels(new ScalarKernels())
            .withRandomness(randomness);
  }

  /** The tables in the order in which the proof lists them, blinded. */
  List<TableTrace> traces(List<TableTrace> given) {
    return Blinding.apply(
        key.verifyingKey().circuit(), key.parameters(), given, options.randomness().get());
  }

  Strength strength(List<Instance> instances, Statement statement) {
    return ParameterChoice.of(key.verifyingKey(), instances, statement);
  }

  /** A nonce before the challenge number {@code which}: buses, batch, queries. */
  long nonce(int which, ProverPhases phases, ProofTranscript transcript, int bits) {
    return phases.grind(transcript, bits);
  }

  Committed main(ProverPhases phases, List<TableTrace> traces) {
    return phases.commitMain(traces);
  }

  CommittedBuses buses(
      ProverPhases phases, List<TableTrace> traces, Committed main, BusChallenges challenges) {
    return phases.commitBuses(traces, main, challenges);
  }

  CommittedQuotient quotient(ProverPhases phases, CommittedBuses buses, Ext alpha) {
    return phases.commitQuotient(buses, alpha);
  }

  List<InstanceOpenings> openings(ProverPhases phases, Committed quotient, Ext zeta) {
    return phases.open(quotient, zeta);
  }

  /** The quotients that are batched and opened, once lambda is known. */
  CommittedQuotient late(
      ProverPhases phases,
      CommittedQuotient quotient,
      List<InstanceOpenings> openings,
      Ext zeta,
      Ext lambda) {
    return quotient;
  }

  Layers fold(ProverPhases phases, ProofLayout layout, int[][] batch, ProofTranscript transcript) {
    return phases.fold(batch, transcript);
  }

  /** Commits again to columns of instances, which are the main, bus or quotient columns. */
  final MerkleTree tree(
      List<ProvedInstance> instances,
      Function<ProvedInstance, int[][]> columns,
      List<Matrix> more,
      int tree) {
    var matrices = new ArrayList<Matrix>();
    for (ProvedInstance instance : instances) {
      int[][] values = columns.apply(instance);
      if (values.length > 0) {
        matrices.add(Matrix.of(instance.logHeight() + key.parameters().logBlowup(), values));
      }
    }
    matrices.addAll(more);
    return CommittedColumns.commit(
        options.kernels(), matrices, options.randomness().get(), tree, new Workspace());
  }

  final Proof prove(List<TableTrace> given, Statement statement) {
    List<TableTrace> traces = traces(given);
    var instances = traces.stream().map(t -> new Instance(t.slot(), t.logHeight())).toList();
    ProofLayout layout = ProofLayout.of(key.verifyingKey(), instances);
    Strength strength = strength(instances, statement);
    var transcript = ProofTranscript.begin(key.verifyingKey(), strength, instances, statement);
    var phases = new ProverPhases(key, layout, options);

    Committed main = main(phases, traces);
    transcript.main(main.root());
    long lookupNonce = nonce(0, phases, transcript, strength.lookupGrinding());
    BusChallenges challenges = transcript.busChallenges(lookupNonce);
    CommittedBuses buses = buses(phases, traces, main, challenges);
    Ext alpha = transcript.constraintChallenge(buses.columns().root(), buses.sums());
    CommittedQuotient committed = quotient(phases, buses, alpha);
    Digest quotientRoot = committed.columns().root();
    Ext zeta = transcript.outOfDomainPoint(quotientRoot);
    List<InstanceOpenings> openings = openings(phases, committed.columns(), zeta);
    transcript.openings(openings);
    long batchingNonce = nonce(1, phases, transcript, strength.batchingGrinding());
    Ext lambda = transcript.batchingChallenge(batchingNonce);
    CommittedQuotient quotient = late(phases, committed, openings, zeta, lambda);
    var point = new BatchPoint(zeta, lambda, layout.logDomain(), key.parameters().logBlowup());
    int[][] batch =
        PointwiseBatch.of(quotient.columns().instances(), openings, quotient.hiding(), point);
    Layers layers = fold(phases, layout, batch, transcript);
    transcript.finalPolynomial(layers.finalPolynomial());
    long queryNonce = nonce(2, phases, transcript, strength.queryGrinding());
    int[] queries = transcript.queries(queryNonce, strength.queries(), layout.logDomain());
    var trees = new ArrayList<MerkleTree>();
    key.groups().forEach(group -> trees.add(group.tree()));
    trees.addAll(List.of(main.tree(), buses.columns().tree(), quotient.columns().tree()));
    trees.addAll(layers.trees());
    return new Proof(
        strength,
        instances,
        main.root(),
        buses.columns().root(),
        buses.sums(),
        quotientRoot,
        openings,
        layers.roots(),
        layers.finalPolynomial(),
        new Nonces(lookupNonce, batchingNonce, queryNonce),
        phases.openTrees(trees, queries));
  }
}
