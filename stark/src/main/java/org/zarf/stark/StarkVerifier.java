package org.zarf.stark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zarf.air.LogUp;
import org.zarf.air.PublicMessage;
import org.zarf.air.Reader;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.stark.ProofTranscript.BusChallenges;

/** Checks proofs. Everything it uses of a proof has been checked or absorbed before. */
public final class StarkVerifier {

  private StarkVerifier() {}

  /**
   * Checks that a proof proves a statement.
   *
   * @throws ProofRejectedException if it does not
   */
  public static void verify(VerifyingKey key, Proof proof, Statement statement)
      throws ProofRejectedException {
    ProofLayout layout = ShapeCheck.layoutOf(key, proof, statement);
    Nonces nonces = proof.nonces();
    Strength strength = proof.strength();
    var transcript = ProofTranscript.begin(key, strength, proof.instances(), statement);

    // 1. Commit to what happened.
    transcript.main(proof.main());

    // 2. Balance the buses: what is sent is received.
    requireWork(transcript, "the buses", nonces.lookup(), strength.lookupGrinding());
    BusChallenges buses = transcript.busChallenges(nonces.lookup());
    List<Ext> powers = buses.powers(longestTuple(layout, statement));
    requireBalance(proof.sums(), statement, powers);

    // 3. Fold all constraints into one polynomial, divided by what it must vanish on.
    Ext alpha = transcript.constraintChallenge(proof.bus(), proof.sums());

    // 4. Open everything at one point outside the domain.
    Ext zeta = transcript.outOfDomainPoint(proof.quotient());
    requireThat(!zeta.isBase(), new Rejection.UnluckyChallenge("the point outside the domain"));
    requireConstraints(layout, proof, powers, alpha, zeta);
    transcript.openings(proof.openings());
    requireWork(transcript, "the batch", nonces.batching(), strength.batchingGrinding());
    Ext lambda = transcript.batchingChallenge(nonces.batching());
    var folds = new ArrayList<Ext>();
    proof.layers().forEach(root -> folds.add(transcript.foldingChallenge(root)));
    transcript.finalPolynomial(proof.finalPolynomial());
    requireWork(transcript, "the queries", nonces.query(), strength.queryGrinding());
    int[] queries = transcript.queries(nonces.query(), strength.queries(), layout.logDomain());
    OpenedTrees trees = OpenedTrees.verified(layout, proof, queries);
    Ext[] batch = BatchedOpenings.at(layout, proof, trees, zeta, lambda);
    FriVerifier.requireFolding(layout, proof, trees, batch, folds);
  }

  /** Throws a rejection unless a condition holds. */
  static void requireThat(boolean holds, Rejection otherwise) throws ProofRejectedException {
    if (!holds) {
      throw new ProofRejectedException(otherwise);
    }
  }

  private static void requireWork(
      ProofTranscript transcript, String challenge, long nonce, int bits)
      throws ProofRejectedException {
    requireThat(transcript.isGround(nonce, bits), new Rejection.MissingWork(challenge));
  }

  private static int longestTuple(ProofLayout layout, Statement statement) {
    boolean hiding = layout.key().parameters().hiding();
    int longest =
        layout.instances().stream()
            .mapToInt(i -> LogUp.longestTuple(i.table(), hiding))
            .reduce(1, Math::max);
    return statement.messages().stream()
        .mapToInt(m -> m.message().size() + 1)
        .reduce(longest, Math::max);
  }

  private static void requireBalance(List<Ext> sums, Statement statement, List<Ext> powers)
      throws ProofRejectedException {
    Ext total = Ext.ZERO;
    for (Ext sum : sums) {
      total = total.plus(sum);
    }
    for (PublicMessage message : statement.messages()) {
      Ext denominator = powers.get(0).plus(Ext.of(KoalaBear.of(message.bus().id())));
      for (int i = 0; i < message.message().size(); i++) {
        denominator = denominator.plus(powers.get(i + 1).times((int) message.message().get(i)));
      }
      requireThat(!denominator.isZero(), new Rejection.UnluckyChallenge("the buses"));
      total = total.plus(denominator.inverse().times(KoalaBear.of(message.times())));
    }
    requireThat(total.isZero(), new Rejection.BusUnbalanced());
  }

  private static void requireConstraints(
      ProofLayout layout, Proof proof, List<Ext> powers, Ext alpha, Ext zeta)
      throws ProofRejectedException {
    Parameters parameters = layout.key().parameters();
    Map<Integer, Domain.Factors> factors = new HashMap<>();
    Map<Integer, Ext> expected = new LinkedHashMap<>();
    Map<Integer, Ext> claimed = new HashMap<>();
    int sum = 0;
    for (int i = 0; i < layout.instances().size(); i++) {
      InstanceLayout instance = layout.instances().get(i);
      int logHeight = instance.instance().logHeight();
      Domain.Factors atZeta =
          factors.computeIfAbsent(
              logHeight, h -> new Domain(h, parameters.blindingRows()).factorsAt(zeta));
      Ext published = instance.hasSum() ? proof.sums().get(sum++) : Ext.ZERO;
      InstanceOpenings openings = proof.openings().get(i);
      var row = new OpenedRow(openings, instance.nextColumns(), powers, i, published);
      expected.merge(logHeight, folded(instance, new Reader<>(row), atZeta, alpha), Ext::plus);
      if (instance.share().chunks() > 0) {
        claimed.put(logHeight, quotient(openings.quotient(), parameters, logHeight, zeta));
      }
    }
    for (Map.Entry<Integer, Ext> ofHeight : expected.entrySet()) {
      requireThat(
          ofHeight.getValue().equals(claimed.get(ofHeight.getKey())),
          new Rejection.ConstraintsViolated(ofHeight.getKey()));
    }
  }

  /** An instance's part of sum alpha^k c_k(zeta) / (what c_k vanishes on)(zeta). */
  private static Ext folded(
      InstanceLayout instance, Reader<Ext> reader, Domain.Factors factors, Ext alpha) {
    Ext total = Ext.ZERO;
    Ext weight = alpha.pow(instance.share().firstWeight());
    for (Table.Constraint constraint : instance.constraints()) {
      Ext value = reader.read(constraint.expr()).times(factors.of(constraint.domain()));
      total = total.plus(weight.times(value));
      weight = weight.times(alpha);
    }
    return total;
  }

  /** sum zeta^(i m) q_i(zeta), with m the stride of the chunks. */
  private static Ext quotient(List<Ext> values, Parameters parameters, int logHeight, Ext zeta) {
    Ext step = zeta.pow(parameters.chunkStride(1 << logHeight));
    Ext total = Ext.ZERO;
    for (int i = parameters.quotientChunkCount() - 1; i >= 0; i--) {
      total = total.times(step).plus(OpenedRow.join(values, i * Ext.DEGREE));
    }
    return total;
  }
}
