package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.prover.Attacks.KEY;
import static org.zarf.prover.Attacks.assertRejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.algebra.Ntt;
import org.zarf.hash.Digest;
import org.zarf.hash.Matrix;
import org.zarf.prover.BatchedColumns.BatchPoint;
import org.zarf.prover.FriProver.Layers;
import org.zarf.prover.ProverPhases.Committed;
import org.zarf.prover.ProverPhases.CommittedBuses;
import org.zarf.prover.ProverPhases.CommittedQuotient;
import org.zarf.prover.constraint.InstanceColumns;
import org.zarf.stark.Domain;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.Rejection;

/**
 * Provers whose columns, openings or layers are not the polynomials that they should be, and who
 * hope that the random polynomial of hiding, or the final polynomial, covers for it.
 */
class BatchAttackTest {

  private static final int BLOWUP = Attacks.HIDING.logBlowup();

  /** The place of the counter, a short table, in {@link Attacks#run}. */
  private static final int COUNTER = 2;

  private static final int QUOTIENT_TREE = 2;

  private static Rejection rejectionOf(MaliciousProver prover) {
    var run = Attacks.run();
    var rejection = new ArrayList<Rejection>();
    assertRejection(prover.prove(run.traces(), run.statement()), run.statement())
        .satisfies(rejection::add);
    return rejection.getFirst();
  }

  private static void assertMismatchAtLayer(MaliciousProver prover, int layer) {
    assertThat(rejectionOf(prover))
        .isInstanceOfSatisfying(
            Rejection.FoldingMismatch.class, r -> assertThat(r.layer()).isEqualTo(layer));
  }

  private static ProvedInstance withMain(ProvedInstance instance, int[] column) {
    int[][] main = {column};
    return new ProvedInstance(
        instance.layout(),
        instance.fixed(),
        main,
        instance.bus(),
        instance.quotient(),
        instance.extra());
  }

  /** With a main column's entries on the extra coset taken from its coefficients. */
  private static ProvedInstance withExtra(ProvedInstance instance, int[] coefficients) {
    int[] entries = new int[instance.extra().main()[0].length];
    int size = entries.length / 2;
    int w = KoalaBear.rootOfUnity(Integer.numberOfTrailingZeros(size));
    int g = KoalaBear.rootOfUnity(instance.logHeight());
    int x = KoalaBear.mul(Domain.SHIFT, Domain.SHIFT);
    for (int i = 0; i < size; i++) {
      entries[i] = Ntt.evaluate(coefficients, Ext.of(x)).coefficient(0);
      Ext next = Ext.of(KoalaBear.mul(g, x));
      entries[size + i] = Ntt.evaluate(coefficients, next).coefficient(0);
      x = KoalaBear.mul(x, w);
    }
    var extra =
        new InstanceColumns(
            instance.extra().fixed(), new int[][] {entries}, instance.extra().bus());
    return new ProvedInstance(
        instance.layout(),
        instance.fixed(),
        instance.main(),
        instance.bus(),
        instance.quotient(),
        extra);
  }

  private static List<ProvedInstance> withCounter(List<ProvedInstance> instances, int[] column) {
    var changed = new ArrayList<>(instances);
    changed.set(COUNTER, withMain(changed.get(COUNTER), column));
    return changed;
  }

  /** Commits to a counter that differs from a polynomial everywhere, and goes on as if not. */
  private static class WithError extends MaliciousProver {
    int[] error = new int[0];
    List<ProvedInstance> wrong = List.of();

    WithError() {
      super(KEY, Attacks.seeded(4));
    }

    @Override
    Committed main(ProverPhases phases, List<TableTrace> traces) {
      Committed honest = super.main(phases, traces);
      int[] column = honest.instances().get(COUNTER).main()[0].clone();
      error = new SplittableRandom(5).ints(column.length, 1, KoalaBear.P).toArray();
      for (int j = 0; j < column.length; j++) {
        column[j] = KoalaBear.add(column[j], error[j]);
      }
      wrong = withCounter(honest.instances(), column);
      return new Committed(honest.instances(), tree(wrong, ProvedInstance::main, List.of(), 0));
    }

    /** What must be taken off the random polynomial so that the error is not seen. */
    int[][] cover(int[][] hiding, Ext zeta, Ext lambda) {
      var layout = ProofLayout.of(KEY.verifyingKey(), instancesOf(wrong));
      int exponent = 1;
      for (InstanceLayout before : layout.instances().subList(0, COUNTER)) {
        exponent += before.openingCount();
      }
      int logRows = wrong.get(COUNTER).logHeight() + BLOWUP;
      int g = KoalaBear.rootOfUnity(wrong.get(COUNTER).logHeight());
      Ext here = lambda.pow(exponent);
      Ext next = lambda.pow(exponent + layout.instances().get(COUNTER).widthAtZeta());
      int[][] covered = Arrays.stream(hiding).map(int[]::clone).toArray(int[][]::new);
      for (int j = 0; j < covered[0].length; j++) {
        int row = j & ((1 << logRows) - 1);
        Ext y = y(logRows, row);
        Ext seen =
            here.times(y.minus(zeta).inverse())
                .plus(next.times(y.minus(zeta.times(g)).inverse()))
                .times(error[row]);
        for (int e = 0; e < Ext.DEGREE; e++) {
          covered[e][j] = KoalaBear.sub(covered[e][j], seen.coefficient(e));
        }
      }
      return covered;
    }
  }

  /** Commits again to quotients, with a polynomial R that need not be the one that is batched. */
  private static CommittedQuotient withHiding(
      MaliciousProver prover, CommittedQuotient quotient, int[][] committed) {
    List<ProvedInstance> instances = quotient.columns().instances();
    int logSize = Integer.numberOfTrailingZeros(committed[0].length);
    var more = List.of(Matrix.of(logSize, committed));
    var tree = prover.tree(instances, ProvedInstance::quotient, more, QUOTIENT_TREE);
    return new CommittedQuotient(new Committed(instances, tree), quotient.hiding());
  }

  private static Ext y(int logRows, int row) {
    int root = KoalaBear.pow(KoalaBear.rootOfUnity(logRows), row);
    return Ext.of(KoalaBear.mul(Domain.SHIFT, root));
  }

  private static List<Instance> instancesOf(List<ProvedInstance> instances) {
    return instances.stream().map(i -> i.layout().instance()).toList();
  }

  @Test
  void aColumnThatIsNoPolynomialIsRejected() {
    assertMismatchAtLayer(new WithError(), 0);
  }

  /** Knowing lambda, one could choose R so that nothing is seen: but R is bound by then. */
  @Test
  void theRandomPolynomialCannotBeChosenAfterLambda() {
    var roots = new ArrayList<Digest>();
    var prover =
        new WithError() {
          @Override
          CommittedQuotient late(
              ProverPhases phases,
              CommittedQuotient quotient,
              List<InstanceOpenings> openings,
              Ext zeta,
              Ext lambda) {
            int[][] covered = cover(quotient.hiding(), zeta, lambda);
            int logDomain = Integer.numberOfTrailingZeros(covered[0].length);
            var point = new BatchPoint(zeta, lambda, logDomain, BLOWUP);
            var honest = quotient.columns().instances();
            // The attack works, up to the commitment: what it adds up to is a polynomial.
            var wrongNow = new ArrayList<>(honest);
            wrongNow.set(COUNTER, withMain(honest.get(COUNTER), wrong.get(COUNTER).main()[0]));
            assertThat(PointwiseBatch.of(wrongNow, openings, covered, point))
                .isDeepEqualTo(
                    BatchedColumns.of(
                        honest, openings, quotient.hiding(), point, options.kernels()));
            CommittedQuotient late = withHiding(this, quotient, covered);
            roots.add(late.columns().root());
            return late;
          }
        };
    var run = Attacks.run();
    Proof proof = prover.prove(run.traces(), run.statement());
    assertRejection(proof, run.statement()).isEqualTo(new Rejection.MerkleMismatch("quotient"));
    var late =
        new Proof(
            proof.strength(),
            proof.instances(),
            proof.main(),
            proof.bus(),
            proof.sums(),
            roots.getFirst(),
            proof.openings(),
            proof.layers(),
            proof.finalPolynomial(),
            proof.nonces(),
            proof.trees());
    assertRejection(late, run.statement()).isInstanceOf(Rejection.ConstraintsViolated.class);
  }

  /** A short table's error, covered by an R for the lambda and zeta of an earlier attempt. */
  @Test
  void aRandomPolynomialForAGuessedLambdaIsRejected() {
    var guess = new ArrayList<Ext>();
    class Guessing extends WithError {
      @Override
      CommittedQuotient quotient(
          ProverPhases phases, ProverPhases.CommittedBuses buses, Ext alpha) {
        CommittedQuotient honest = super.quotient(phases, buses, alpha);
        return guess.isEmpty()
            ? honest
            : withHiding(this, honest, cover(honest.hiding(), guess.get(0), guess.get(1)));
      }

      @Override
      CommittedQuotient late(
          ProverPhases phases,
          CommittedQuotient quotient,
          List<InstanceOpenings> openings,
          Ext actual,
          Ext lambda) {
        Collections.addAll(guess, actual, lambda);
        return quotient;
      }
    }
    assertMismatchAtLayer(new Guessing(), 0);
    assertThat(guess).hasSize(2);
    assertMismatchAtLayer(new Guessing(), 0);
    assertThat(guess).hasSize(4).doesNotHaveDuplicates();
  }

  /** The counter plus (X^n - 1) X^more: it has the same values on all rows. */
  private static MaliciousProver withDegree(int more) {
    return new MaliciousProver(KEY, Attacks.seeded(6)) {
      @Override
      Committed main(ProverPhases phases, List<TableTrace> traces) {
        Committed honest = super.main(phases, traces);
        ProvedInstance counter = honest.instances().get(COUNTER);
        int height = 1 << counter.logHeight();
        int[] coefficients = Ntt.interpolate(counter.main()[0], Domain.SHIFT);
        coefficients[height + more] = KoalaBear.ONE;
        coefficients[more] = KoalaBear.sub(coefficients[more], KoalaBear.ONE);
        int[] column = Ntt.evaluate(coefficients, counter.logHeight() + BLOWUP, Domain.SHIFT);
        var instances = new ArrayList<>(withCounter(honest.instances(), column));
        instances.set(COUNTER, withExtra(instances.get(COUNTER), coefficients));
        return new Committed(instances, tree(instances, ProvedInstance::main, List.of(), 0));
      }

      @Override
      List<InstanceOpenings> openings(ProverPhases phases, Committed quotient, Ext zeta) {
        var openings = new ArrayList<>(super.openings(phases, quotient, zeta));
        ProvedInstance counter = quotient.instances().get(COUNTER);
        int[] coefficients = Ntt.interpolate(counter.main()[0], Domain.SHIFT);
        Ext next = zeta.times(KoalaBear.rootOfUnity(counter.logHeight()));
        InstanceOpenings values = openings.get(COUNTER);
        openings.set(
            COUNTER,
            new InstanceOpenings(
                values.fixed(),
                List.of(Ntt.evaluate(coefficients, zeta)),
                values.bus(),
                values.quotient(),
                List.of(Ntt.evaluate(coefficients, next)),
                values.busNext()));
        return openings;
      }
    };
  }

  /** It satisfies all constraints and is opened honestly, but extends no table of its height. */
  @Test
  void aColumnOfTooHighDegreeIsRejected() {
    int height = 1 << Attacks.run().traces().get(COUNTER).logHeight();
    for (int more : new int[] {1, height / 2}) {
      assertMismatchAtLayer(withDegree(more), 1);
    }
  }

  /** An opening takes one off the degree: the level counts columns of degree n. */
  @Test
  void aColumnOfOneDegreeMoreIsWithinTheBound() throws ProofRejectedException {
    var run = Attacks.run();
    Attacks.verify(withDegree(0).prove(run.traces(), run.statement()), run.statement());
  }

  /**
   * A power of X moved from the second chunk of a quotient to the first: the chunks add up to the
   * same quotient everywhere, but one of them does not stay below the height.
   */
  @Test
  void aChunkOfTooHighDegreeIsRejected() {
    for (int more : new int[] {1, Attacks.HIDING.chunkMaskCount()}) {
      var prover =
          new MaliciousProver(KEY, Attacks.seeded(11)) {
            @Override
            CommittedQuotient quotient(ProverPhases phases, CommittedBuses buses, Ext alpha) {
              CommittedQuotient honest = super.quotient(phases, buses, alpha);
              var instances = new ArrayList<>(honest.columns().instances());
              ProvedInstance first = instances.getFirst();
              int degree = (1 << first.logHeight()) + more;
              int[][] columns = first.quotient().clone();
              columns[0] = plusPower(columns[0], degree, KoalaBear.ONE);
              int lower = degree - Attacks.HIDING.chunkStride(1 << first.logHeight());
              columns[Ext.DEGREE] =
                  plusPower(columns[Ext.DEGREE], lower, KoalaBear.neg(KoalaBear.ONE));
              instances.set(0, first.withQuotient(columns));
              var changed = new Committed(instances, honest.columns().tree());
              return withHiding(
                  this, new CommittedQuotient(changed, honest.hiding()), honest.hiding());
            }

            @Override
            List<InstanceOpenings> openings(ProverPhases phases, Committed quotient, Ext zeta) {
              var openings = new ArrayList<>(super.openings(phases, quotient, zeta));
              InstanceOpenings values = openings.getFirst();
              var opened = new ArrayList<>(values.quotient());
              int[] column = quotient.instances().getFirst().quotient()[0];
              opened.set(0, Ntt.evaluate(Ntt.interpolate(column, Domain.SHIFT), zeta));
              openings.set(0, withQuotient(values, opened));
              return openings;
            }
          };
      assertMismatchAtLayer(prover, 1);
    }
  }

  /** Adds a power of X to the values on a domain. */
  private static int[] plusPower(int[] values, int degree, int factor) {
    int[] coefficients = Ntt.interpolate(values, Domain.SHIFT);
    coefficients[degree] = KoalaBear.add(coefficients[degree], factor);
    return Ntt.evaluate(coefficients, Integer.numberOfTrailingZeros(values.length), Domain.SHIFT);
  }

  private static InstanceOpenings withQuotient(InstanceOpenings values, List<Ext> quotient) {
    return new InstanceOpenings(
        values.fixed(), values.main(), values.bus(), quotient, values.mainNext(), values.busNext());
  }

  @Test
  void aRandomPolynomialOfTooHighDegreeIsRejected() {
    var prover =
        new MaliciousProver(KEY, Attacks.seeded(12)) {
          @Override
          CommittedQuotient quotient(ProverPhases phases, CommittedBuses buses, Ext alpha) {
            CommittedQuotient honest = super.quotient(phases, buses, alpha);
            int[][] hiding = honest.hiding().clone();
            hiding[0] = plusPower(hiding[0], hiding[0].length >> BLOWUP, KoalaBear.ONE);
            return withHiding(this, new CommittedQuotient(honest.columns(), hiding), hiding);
          }
        };
    assertMismatchAtLayer(prover, 1);
  }

  /** Openings that satisfy every constraint, but are not those of the committed polynomials. */
  @Test
  void openingsOfOtherPolynomialsAreRejected() {
    var run = Attacks.run();
    List<InstanceOpenings> honest =
        new MaliciousProver(KEY, Attacks.seeded(7)).prove(run.traces(), run.statement()).openings();
    int[] carriers =
        IntStream.range(0, honest.size())
            .filter(i -> !honest.get(i).quotient().isEmpty())
            .toArray();
    assertThat(carriers).hasSizeGreaterThan(1);
    for (int changed : carriers) {
      var prover =
          new MaliciousProver(KEY, Attacks.seeded(7)) {
            @Override
            List<InstanceOpenings> openings(ProverPhases phases, Committed quotient, Ext zeta) {
              var openings = new ArrayList<>(super.openings(phases, quotient, zeta));
              InstanceOpenings values = openings.get(changed);
              int height = 1 << quotient.instances().get(changed).logHeight();
              var moved = new ArrayList<>(values.quotient());
              Ext amount = zeta.pow(key.parameters().chunkStride(height));
              moved.set(0, moved.get(0).plus(amount));
              moved.set(Ext.DEGREE, moved.get(Ext.DEGREE).minus(Ext.ONE));
              openings.set(changed, withQuotient(values, moved));
              return openings;
            }
          };
      assertMismatchAtLayer(prover, 1);
    }
  }

  /** Replaces layers from some layer on by zeros. */
  private static MaliciousProver zerosFrom(int first) {
    return new MaliciousProver(KEY, Attacks.seeded(8)) {
      @Override
      Layers fold(
          ProverPhases phases, ProofLayout layout, int[][] batch, ProofTranscript transcript) {
        Layers layers =
            FriProver.fold(
                layout,
                batch,
                transcript,
                (layer, matrix) -> {
                  int[][] zeros = new int[matrix.columns().size()][1 << matrix.logHeight()];
                  Matrix sent = layer < first ? matrix : Matrix.of(matrix.logHeight(), zeros);
                  return CommittedColumns.commit(
                      options.kernels(),
                      List.of(sent),
                      options.randomness().get(),
                      3 + layer,
                      new Workspace());
                },
                options.kernels());
        int size = layers.finalPolynomial().size();
        return new Layers(layers.trees(), Collections.nCopies(size, Ext.ZERO));
      }
    };
  }

  @Test
  void layersThatDoNotContinueTheOneBeforeAreRejected() {
    var run = SmallCircuit.run(Attacks.HIDING, 10);
    for (int first = 0; first < 3; first++) {
      int layer = first;
      Proof proof = zerosFrom(first).prove(run.traces(), run.statement());
      assertThat(proof.layers()).hasSize(2);
      assertRejection(proof, run.statement())
          .isInstanceOfSatisfying(
              Rejection.FoldingMismatch.class, r -> assertThat(r.layer()).isEqualTo(layer));
    }
  }

  /** A final polynomial has as many coefficients as its bound, even if the last ones are 0. */
  @Test
  void aFinalPolynomialOfAnotherLengthIsRejected() {
    for (int more : new int[] {-1, 1, 32}) {
      var prover =
          new MaliciousProver(KEY, Attacks.seeded(9)) {
            @Override
            Layers fold(
                ProverPhases phases,
                ProofLayout layout,
                int[][] batch,
                ProofTranscript transcript) {
              Layers layers = super.fold(phases, layout, batch, transcript);
              var coefficients = new ArrayList<>(layers.finalPolynomial());
              coefficients.addAll(Collections.nCopies(Math.max(more, 0), Ext.ZERO));
              return new Layers(
                  layers.trees(), coefficients.subList(0, layers.finalPolynomial().size() + more));
            }
          };
      assertThat(rejectionOf(prover))
          .isEqualTo(new Rejection.BadShape("the shape of the final polynomial is wrong"));
    }
  }
}
