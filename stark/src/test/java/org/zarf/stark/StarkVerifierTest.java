package org.zarf.stark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.stark.Forger.Reach;
import org.zarf.testkit.Allocated;
import org.zarf.testkit.Trials;

/**
 * How far proofs without a trace get. They fall at the first check that needs one, and nothing but
 * a rejection is ever thrown; that honest proofs are accepted is for tests of the prover.
 */
class StarkVerifierTest {

  private static final List<Parameters> SETS =
      List.of(InsecureParameters.of(false, 10, 1), InsecureParameters.of(true, 10, 1));

  private static final Map<Reach, Class<? extends Rejection>> FIRST_FAILURES =
      Map.of(
          Reach.SHAPE, Rejection.BusUnbalanced.class,
          Reach.BALANCE, Rejection.ConstraintsViolated.class,
          Reach.CONSTRAINTS, Rejection.MerkleMismatch.class,
          Reach.TREES, Rejection.FoldingMismatch.class);

  private static Rejection rejectionOf(VerifyingKey key, Proof proof) {
    try {
      StarkVerifier.verify(key, proof, Forger.STATEMENT);
      throw new AssertionError("a forged proof is accepted");
    } catch (ProofRejectedException e) {
      assertThat(e.rejection().message()).isNotBlank();
      return e.rejection();
    }
  }

  @Trials(30)
  void aForgedProofFallsAtTheFirstCheckThatNeedsATrace(SplittableRandom random) {
    for (Parameters parameters : SETS) {
      FIRST_FAILURES.forEach(
          (reach, failure) -> {
            var forged = Forger.forge(random, parameters, reach);
            assertThat(rejectionOf(forged.key(), forged.proof())).isInstanceOf(failure);
          });
    }
  }

  @Trials(30)
  void everyPartHasOneShape(SplittableRandom random) {
    for (Parameters parameters : SETS) {
      var forged = Forger.forge(random, parameters, Reach.BALANCE);
      for (Proof changed : otherShapes(forged.proof())) {
        assertThat(rejectionOf(forged.key(), changed))
            .isInstanceOfAny(Rejection.BadShape.class, Rejection.BadInstances.class);
      }
    }
  }

  /** The proof with one list longer or shorter. */
  private static List<Proof> otherShapes(Proof p) {
    var changed = new ArrayList<Proof>();
    for (Resize resize : Resize.values()) {
      changed.add(with(p, p.strength(), resize.of(p.instances())));
      changed.add(with(p, p.sums(), p.openings(), p.layers(), resize.of(p.finalPolynomial())));
      changed.add(with(p, resize.of(p.sums()), p.openings(), p.layers(), p.finalPolynomial()));
      changed.add(with(p, p.sums(), resize.of(p.openings()), p.layers(), p.finalPolynomial()));
      if (!p.layers().isEmpty() || resize == Resize.MORE) {
        var layers = p.layers().isEmpty() ? List.of(p.main()) : resize.of(p.layers());
        changed.add(with(p, p.sums(), p.openings(), layers, p.finalPolynomial()));
      }
      for (var partResize : openingResizes(resize)) {
        var openings = new ArrayList<>(p.openings());
        openings.set(0, partResize.apply(openings.getFirst()));
        changed.add(with(p, p.sums(), openings, p.layers(), p.finalPolynomial()));
      }
    }
    return changed;
  }

  /** A list with its last element twice, or without it, or empty. */
  private enum Resize {
    LESS,
    MORE,
    NONE;

    <T> List<T> of(List<T> list) {
      var changed = new ArrayList<>(list);
      switch (this) {
        case LESS -> changed.removeLast();
        case MORE -> changed.add(changed.getLast());
        case NONE -> changed.clear();
      }
      return changed;
    }
  }

  private static List<UnaryOperator<InstanceOpenings>> openingResizes(Resize resize) {
    return List.of(
        o -> with(o, resize.of(o.main()), o.bus(), o.quotient(), o.mainNext()),
        o -> with(o, o.main(), resize.of(o.bus()), o.quotient(), o.mainNext()),
        o -> with(o, o.main(), o.bus(), resize.of(o.quotient()), o.mainNext()),
        o -> with(o, o.main(), o.bus(), o.quotient(), resize.of(o.mainNext())));
  }

  private static InstanceOpenings with(
      InstanceOpenings o, List<Ext> main, List<Ext> bus, List<Ext> quotient, List<Ext> mainNext) {
    return new InstanceOpenings(o.fixed(), main, bus, quotient, mainNext, o.busNext());
  }

  private static Proof with(
      Proof p,
      List<Ext> sums,
      List<InstanceOpenings> openings,
      List<Digest> layers,
      List<Ext> finalPolynomial) {
    return new Proof(
        p.strength(),
        p.instances(),
        p.main(),
        p.bus(),
        sums,
        p.quotient(),
        openings,
        layers,
        finalPolynomial,
        p.nonces(),
        p.trees());
  }

  private static Proof with(Proof p, Strength strength, List<Instance> instances) {
    return new Proof(
        strength,
        instances,
        p.main(),
        p.bus(),
        p.sums(),
        p.quotient(),
        p.openings(),
        p.layers(),
        p.finalPolynomial(),
        p.nonces(),
        p.trees());
  }

  @Trials(50)
  void proofsOfAnyShapeAreRejected(SplittableRandom random) {
    for (Parameters parameters : SETS) {
      Proof noise = RandomProofs.next(random);
      rejectionOf(ShapeCircuit.key(parameters), noise);
      var forged = Forger.forge(random, parameters, Reach.SHAPE);
      rejectionOf(forged.key(), with(forged.proof(), noise.strength(), noise.instances()));
      rejectionOf(
          forged.key(),
          with(forged.proof(), noise.sums(), noise.openings(), noise.layers(), List.of()));
    }
  }

  @Trials(30)
  void instancesAreThoseThatTheCircuitAllows(SplittableRandom random) {
    var forged = Forger.forge(random, SETS.get(1), Reach.SHAPE);
    Proof proof = forged.proof();
    Instance mask = proof.instances().getLast();
    for (Instance other :
        List.of(
            new Instance(3, 8),
            new Instance(-1, 8),
            new Instance(mask.slot(), forged.key().parameters().maxLogHeight() + 1),
            new Instance(mask.slot(), forged.key().parameters().minLogHeight() - 1),
            new Instance(mask.slot(), -1),
            new Instance(mask.slot(), Integer.MAX_VALUE),
            new Instance(0, 8))) {
      var instances = new ArrayList<>(proof.instances());
      instances.set(instances.size() - 1, other);
      assertThat(rejectionOf(forged.key(), with(proof, proof.strength(), instances)))
          .isInstanceOf(Rejection.BadInstances.class);
    }
    var backwards = new ArrayList<>(proof.instances());
    Collections.reverse(backwards);
    assertThat(rejectionOf(forged.key(), with(proof, proof.strength(), backwards)))
        .isInstanceOf(Rejection.BadInstances.class);
  }

  @Trials(30)
  void strengthIsBoundedAndEnough(SplittableRandom random) {
    for (Parameters parameters : SETS) {
      var forged = Forger.forge(random, parameters, Reach.SHAPE);
      Proof proof = forged.proof();
      for (Strength bad :
          List.of(
              new Strength(0, 0, 0, 0),
              new Strength(-1, 0, 0, 0),
              new Strength(parameters.maxQueries() + 1, 0, 0, 0),
              new Strength(1, 0, 0, Strength.MAX_GRINDING + 1),
              new Strength(1, 255, 0, 0),
              new Strength(1, 0, -1, 0))) {
        assertThat(rejectionOf(forged.key(), with(proof, bad, proof.instances())))
            .isInstanceOf(Rejection.BadShape.class);
      }
      assertThat(
              rejectionOf(forged.key(), with(proof, new Strength(1, 0, 0, 0), proof.instances())))
          .isEqualTo(new Rejection.SecurityTooLow(0, 1));
      // A nonce that was not worked for: it holds with probability 2^-40.
      assertThat(
              rejectionOf(
                  forged.key(),
                  with(
                      proof,
                      new Strength(parameters.maxQueries(), Strength.MAX_GRINDING, 0, 0),
                      proof.instances())))
          .isInstanceOf(Rejection.MissingWork.class);
    }
  }

  @Test
  void claimsOfManyInstancesAreCheap() {
    var key = ShapeCircuit.key(Parameters.zeroKnowledge());
    Proof proof = Forger.forge(new SplittableRandom(1), SETS.get(1), Reach.SHAPE).proof();
    Proof many = with(proof, proof.strength(), Collections.nCopies(1 << 20, new Instance(0, 10)));
    var rejected = Allocated.by(() -> rejectionOf(key, many));
    assertThat(rejected.result()).isInstanceOf(Rejection.BadShape.class);
    assertThat(rejected.bytes()).isLessThan(1 << 20);
  }

  @Test
  void aProofThatUsesNoBusIsRejected() {
    var key = ShapeCircuit.key(SETS.get(0));
    Proof proof = Forger.forge(new SplittableRandom(1), SETS.get(0), Reach.SHAPE).proof();
    var silent = Collections.nCopies(proof.openings().size(), new Instance(1, 3));
    assertThat(rejectionOf(key, with(proof, proof.strength(), silent)))
        .isInstanceOf(Rejection.BadInstances.class);
  }
}
