package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zarf.prover.Attacks.HIDING;
import static org.zarf.prover.Attacks.KEY;
import static org.zarf.prover.Attacks.assertRejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.air.Circuit;
import org.zarf.air.PublicMessage;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.HashSuite;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Instance;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.Rejection;
import org.zarf.stark.SecurityLevel;
import org.zarf.stark.Statement;
import org.zarf.stark.Strength;
import org.zarf.stark.VerifyingKey;

/** Provers that prove something else than the key and the statement say, or with less work. */
class InstanceAttackTest {

  private static Proof prove(List<TableTrace> traces, Statement statement) {
    return new MaliciousProver(KEY, Attacks.seeded(1)).prove(traces, statement);
  }

  private static TableTrace copy(TableTrace trace) {
    int[][] main = new int[trace.main().length][];
    for (int c = 0; c < main.length; c++) {
      main[c] = trace.main()[c].clone();
    }
    return new TableTrace(trace.slot(), trace.logHeight(), main, trace.fixed());
  }

  @Test
  void withoutAnAttackItMakesTheHonestProof() throws ProofRejectedException {
    var run = Attacks.run();
    Proof proof = prove(run.traces(), run.statement());
    Attacks.verify(proof, run.statement());
    var options =
        ProverOptions.defaults().withKernels(new ScalarKernels()).withRandomness(Attacks.seeded(1));
    var again = Attacks.run();
    assertThat(StarkProver.prove(KEY, again.traces(), again.statement(), options).proof())
        .usingRecursiveComparison()
        .isEqualTo(proof);
  }

  @Test
  void tablesThatExistOnceMayNotExistTwice() {
    for (int slot : new int[] {1, 2}) {
      var run = Attacks.run();
      var traces = new ArrayList<>(run.traces());
      TableTrace twice = traces.stream().filter(t -> t.slot() == slot).findFirst().orElseThrow();
      traces.add(copy(twice));
      String name = slot == 1 ? "counter" : "nibbles";
      assertRejection(prove(traces, run.statement()), run.statement())
          .isEqualTo(new Rejection.BadInstances("table " + name + " appears 2 times"));
    }
  }

  @Test
  void theMaskTableMayNotExistTwiceNorBeMissing() {
    var run = Attacks.run();
    int slot = SmallCircuit.CIRCUIT.slots().size();
    var twice =
        new MaliciousProver(KEY, Attacks.seeded(1)) {
          @Override
          List<TableTrace> traces(List<TableTrace> given) {
            var traces = new ArrayList<>(super.traces(given));
            traces.add(copy(traces.getLast()));
            return traces;
          }
        };
    assertRejection(twice.prove(run.traces(), run.statement()), run.statement())
        .isEqualTo(new Rejection.BadInstances("table mask appears 2 times"));
    var missing =
        new MaliciousProver(KEY, Attacks.seeded(1)) {
          @Override
          List<TableTrace> traces(List<TableTrace> given) {
            return super.traces(given).stream().filter(t -> t.slot() != slot).toList();
          }
        };
    assertRejection(missing.prove(run.traces(), run.statement()), run.statement())
        .isEqualTo(new Rejection.BadInstances("table mask appears 0 times"));
  }

  @Test
  void tablesThatMustExistMayNotBeMissing() {
    var run = Attacks.run();
    var traces = run.traces().stream().filter(t -> t.slot() != 2).toList();
    var statement = Statement.of(List.of());
    var withoutFixed =
        new MaliciousProver(new ProvingKey(KEY.verifyingKey(), List.of()), Attacks.seeded(1));
    assertRejection(withoutFixed.prove(traces, statement), statement)
        .isEqualTo(new Rejection.BadInstances("table nibbles appears 0 times"));
  }

  @Test
  void heightsOfFixedTablesComeFromTheKey() {
    var run = Attacks.run();
    int logHeight = SmallCircuit.nibblesLogHeight(HIDING) + 1;
    int[][] fixed = new int[1][1 << logHeight];
    System.arraycopy(SmallCircuit.fixed(HIDING)[0], 0, fixed[0], 0, 16);
    var columns = new FixedColumns(2, logHeight, fixed);
    var group = FixedGroup.of("fixed", List.of(columns), HIDING, new ScalarKernels());
    var taller = new ProvingKey(KEY.verifyingKey(), List.of(group));
    var traces = new ArrayList<>(run.traces());
    int[][] main = traces.removeLast().main();
    for (int c = 0; c < main.length; c++) {
      main[c] = Arrays.copyOf(Arrays.copyOf(main[c], 16), 1 << logHeight);
    }
    traces.add(new TableTrace(2, logHeight, main, fixed));
    Proof proof = new MaliciousProver(taller, Attacks.seeded(1)).prove(traces, run.statement());
    assertRejection(proof, run.statement())
        .isEqualTo(new Rejection.BadInstances("table nibbles has another height than its key"));
  }

  @Test
  void fixedColumnsOfTheProversOwnAreNotThoseOfTheKey() {
    var run = Attacks.run();
    int[][] fixed = SmallCircuit.fixed(HIDING);
    fixed[0][20] = fixed[0][3];
    var columns = new FixedColumns(2, SmallCircuit.nibblesLogHeight(HIDING), fixed);
    var group = FixedGroup.of("fixed", List.of(columns), HIDING, new ScalarKernels());
    var own = new ProvingKey(KEY.verifyingKey(), List.of(group));
    Proof proof = new MaliciousProver(own, Attacks.seeded(1)).prove(run.traces(), run.statement());
    assertRejection(proof, run.statement()).isEqualTo(new Rejection.MerkleMismatch("fixed"));
  }

  @Test
  void instancesAreInOrder() {
    var run = Attacks.run();
    for (int[] swapped : new int[][] {{0, 1}, {1, 2}}) {
      var prover =
          new MaliciousProver(KEY, Attacks.seeded(1)) {
            @Override
            List<TableTrace> traces(List<TableTrace> given) {
              var traces = new ArrayList<>(super.traces(given));
              Collections.swap(traces, swapped[0], swapped[1]);
              return traces;
            }
          };
      Proof proof = prover.prove(run.traces(), run.statement());
      assertRejection(proof, run.statement())
          .isEqualTo(new Rejection.BadInstances("table chain is out of order"));
    }
  }

  /** A run with one more instance of the chain, whose nibbles are counted. */
  private static List<TableTrace> withChain(SmallCircuit.Run run, TableTrace more) {
    var traces = new ArrayList<>(run.traces());
    traces.add(more);
    int[] times = traces.get(3).main()[SmallCircuit.NIBBLES.row().times().column()];
    int[] nibbles = more.main()[SmallCircuit.CHAIN.row().c().column()];
    for (int i = 0; i < more.height() - HIDING.blindingRows(); i++) {
      int nibble = KoalaBear.toInt(nibbles[i]);
      times[nibble] = KoalaBear.add(times[nibble], KoalaBear.ONE);
    }
    return traces;
  }

  private static TableTrace emptyChain() {
    int logHeight = HIDING.minLogHeight();
    int width = SmallCircuit.CHAIN.table().main().size();
    return new TableTrace(0, logHeight, new int[width][1 << logHeight], new int[0][]);
  }

  @Test
  void anInstanceOfNoActiveRowsSaysNothing() throws ProofRejectedException {
    var run = Attacks.run();
    Attacks.verify(prove(withChain(run, emptyChain()), run.statement()), run.statement());
  }

  /** A step is left out of its instance, and stands in the blinding rows of one without others. */
  @Test
  void stepsInTheBlindingRowsOfAnEmptyInstanceDoNotCount() {
    int step = 3;
    int height = 1 << HIDING.minLogHeight();
    int end = height - HIDING.blindingRows();
    for (int row : new int[] {end + 1, end + 2, height - 1}) {
      var run = Attacks.run();
      var prover =
          new MaliciousProver(KEY, Attacks.seeded(1)) {
            @Override
            List<TableTrace> traces(List<TableTrace> given) {
              List<TableTrace> traces = super.traces(given);
              int[][] from = traces.get(0).main();
              int[][] to = traces.get(2).main();
              for (int c = 0; c < from.length; c++) {
                to[c][row] = from[c][step];
              }
              from[SmallCircuit.CHAIN.row().active().column()][step] = KoalaBear.ZERO;
              return traces;
            }
          };
      assertRejection(prover.prove(withChain(run, emptyChain()), run.statement()), run.statement())
          .isEqualTo(new Rejection.BusUnbalanced());
    }
  }

  /** The steps of a lower instance a second time, in one of the same height or of another. */
  @Test
  void stepsThatStandInTwoInstancesAreRejected() {
    for (int logHeight : new int[] {7, 8}) {
      var run = Attacks.run();
      TableTrace lower = run.traces().get(1);
      int[][] main = new int[lower.main().length][1 << logHeight];
      for (int c = 0; c < main.length; c++) {
        System.arraycopy(lower.main()[c], 0, main[c], 0, lower.height() - HIDING.blindingRows());
      }
      var twice = new TableTrace(0, logHeight, main, new int[0][]);
      assertRejection(prove(withChain(run, twice), run.statement()), run.statement())
          .isEqualTo(new Rejection.BusUnbalanced());
    }
  }

  /** Shorter tables than blinding needs, and ones that no domain holds. */
  @Test
  void heightsAreWithinBounds() {
    var run = Attacks.run();
    Proof proof = prove(run.traces(), run.statement());
    for (int logHeight : new int[] {-1, 0, HIDING.minLogHeight() - 1, 24, 31, 32, 255}) {
      var instances = new ArrayList<>(proof.instances());
      instances.set(0, new Instance(0, logHeight));
      assertRejection(withInstances(proof, instances), run.statement())
          .isEqualTo(new Rejection.BadInstances("table chain of height 2^" + logHeight));
    }
    var unknown = new ArrayList<>(proof.instances());
    for (int slot : new int[] {-1, 4, 255, Integer.MAX_VALUE}) {
      unknown.set(0, new Instance(slot, 7));
      assertRejection(withInstances(proof, unknown), run.statement())
          .isEqualTo(new Rejection.BadInstances("no table " + slot));
    }
  }

  private static Proof withInstances(Proof proof, List<Instance> instances) {
    return new Proof(
        proof.strength(),
        instances,
        proof.main(),
        proof.bus(),
        proof.sums(),
        proof.quotient(),
        proof.openings(),
        proof.layers(),
        proof.finalPolynomial(),
        proof.nonces(),
        proof.trees());
  }

  /** A proof of tables that commit to nothing has no main tree: that is no reason to crash. */
  @Test
  void someTableHasColumnsOfItsOwn() {
    Table list = Table.of(new SmallCircuit.Listed()).table();
    var circuit =
        new Circuit(
            "listed", List.of(new Circuit.Slot(list, Circuit.Cardinality.EXACTLY_ONE, "fixed")));
    Parameters revealing = InsecureParameters.of(false, 30, 5);
    var run = Attacks.run();
    Proof proof = prove(run.traces(), run.statement());
    var key =
        VerifyingKey.of(
            circuit,
            revealing,
            HashSuite.BLAKE3,
            List.of(new FixedCommitment("fixed", proof.main(), List.of(4))));
    var alone =
        new Proof(
            proof.strength(),
            List.of(new Instance(0, 4)),
            proof.main(),
            proof.bus(),
            proof.sums(),
            proof.quotient(),
            proof.openings().subList(0, 1),
            proof.layers(),
            proof.finalPolynomial(),
            proof.nonces(),
            proof.trees());
    assertRejection(key, alone, run.statement())
        .isEqualTo(new Rejection.BadInstances("no table has a column of its own"));
  }

  @Test
  void anotherKeyOrStatementIsRejected() {
    var run = Attacks.run();
    Proof proof = prove(run.traces(), run.statement());
    VerifyingKey key = KEY.verifyingKey();
    var renamed = new Parameters("another", true, 1, HIDING.maxQueries(), HIDING.securityBits());
    var cardinality = new ArrayList<>(key.circuit().slots());
    cardinality.set(1, new Circuit.Slot(cardinality.get(1).table(), Circuit.Cardinality.ANY, ""));
    for (VerifyingKey other :
        List.of(
            new VerifyingKey(key.circuit(), renamed, key.hash(), key.fixed()),
            new VerifyingKey(
                new Circuit("another", key.circuit().slots()), HIDING, key.hash(), key.fixed()),
            new VerifyingKey(new Circuit("small", cardinality), HIDING, key.hash(), key.fixed()))) {
      assertRejection(other, proof, run.statement()).isNotNull();
    }
    List<PublicMessage> messages = run.statement().messages();
    for (Statement other :
        List.of(
            new Statement(messages, new byte[1]),
            new Statement(messages.reversed(), new byte[0]),
            Statement.of(messages.subList(0, 1)),
            Statement.of(List.of()))) {
      assertRejection(proof, other).isNotNull();
    }
  }

  /** Parameters under which the buses, the batch and the queries all need work. */
  private static final Parameters DEMANDING = new Parameters("insecure-140", true, 2, 210, 140);

  @Test
  void lessWorkThanTheLevelNeedsIsRejected() {
    var key = SmallCircuit.key(DEMANDING, new ScalarKernels());
    var run = SmallCircuit.run(DEMANDING, DEMANDING.minLogHeight());
    var instances = new ArrayList<Instance>();
    for (int slot = 0; slot < key.verifyingKey().circuit().slots().size(); slot++) {
      instances.add(new Instance(slot, DEMANDING.minLogHeight()));
    }
    int queries = 207;
    var enough = new Strength(queries, 3, 6, 0);
    assertThat(SecurityLevel.of(key.verifyingKey(), instances, run.statement(), enough).total())
        .isEqualTo(140);
    for (Strength weak :
        List.of(
            new Strength(queries - 1, 3, 6, 0),
            new Strength(queries, 0, 6, 0),
            new Strength(queries, 3, 0, 0),
            new Strength(queries - 100, 3, 6, 40))) {
      var prover =
          new MaliciousProver(key, Attacks.seeded(2)) {
            @Override
            Strength strength(List<Instance> all, Statement statement) {
              return weak;
            }

            @Override
            long nonce(int which, ProverPhases phases, ProofTranscript transcript, int bits) {
              return bits == 40 ? 0 : super.nonce(which, phases, transcript, bits);
            }
          };
      assertRejection(
              key.verifyingKey(), prover.prove(run.traces(), run.statement()), run.statement())
          .isInstanceOf(Rejection.SecurityTooLow.class);
    }
  }

  @Test
  void aNonceThatShowsNoWorkIsRejected() {
    List<String> challenges = List.of("the buses", "the batch", "the queries");
    var run = Attacks.run();
    for (int missing = 0; missing < challenges.size(); missing++) {
      int lazy = missing;
      var prover =
          new MaliciousProver(KEY, Attacks.seeded(3)) {
            @Override
            Strength strength(List<Instance> all, Statement statement) {
              return new Strength(super.strength(all, statement).queries(), 2, 2, 2);
            }

            @Override
            long nonce(int which, ProverPhases phases, ProofTranscript transcript, int bits) {
              long nonce = super.nonce(which, phases, transcript, bits);
              while (which == lazy && transcript.isGround(nonce, bits)) {
                nonce++;
              }
              return nonce;
            }
          };
      assertRejection(prover.prove(run.traces(), run.statement()), run.statement())
          .isEqualTo(new Rejection.MissingWork(challenges.get(lazy)));
    }
  }
}
