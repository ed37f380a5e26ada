package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.air.Bus;
import org.zarf.air.PublicMessage;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;
import org.zarf.machine.Machine;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Nonces;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofTranscript;
import org.zarf.stark.Statement;
import org.zarf.stark.Strength;
import org.zarf.stark.VerifyingKey;
import org.zarf.verifier.MachineKeys;

/**
 * The queries depend on every part of a proof but the trees that they open, and on every part of
 * what is proved: whatever is changed, the transcript ends in another state. Other tests show that
 * the verifier rejects a changed proof; this one, that it need not be another check that does.
 */
class TranscriptBindingTest {

  private static final Bus BUS = new Bus("one", 7);
  private static final Bus OTHER = new Bus("other", 8);

  private static final Statement STATEMENT =
      new Statement(
          List.of(new PublicMessage(BUS, 1, List.of(2)), new PublicMessage(BUS, 1, List.of(3, 4))),
          new byte[] {5, 6});

  private static final VerifyingKey KEY = key(Parameters.zeroKnowledge(), 1, 11);

  private static VerifyingKey key(Parameters parameters, int program, int logHeight) {
    return VerifyingKey.of(
        Machine.circuit(),
        parameters,
        HashSuite.BLAKE3,
        List.of(
            new FixedCommitment(Machine.PROGRAM_GROUP, digest(program), List.of(logHeight, 10)),
            MachineKeys.all().getFirst().machine()));
  }

  private static Digest digest(int seed) {
    byte[] bytes = new byte[Digest.BYTES];
    Arrays.fill(bytes, (byte) seed);
    return Digest.of(bytes);
  }

  /** Values of which no two are equal, and none is zero. */
  private static List<Ext> values(int from, int count) {
    return IntStream.range(5 * from, 5 * from + count)
        .mapToObj(i -> new Ext(i + 1, i + 2, i + 3, i + 4, i + 5))
        .toList();
  }

  private static InstanceOpenings openings(int from) {
    return new InstanceOpenings(
        values(from, 1),
        values(from + 1, 2),
        values(from + 2, 1),
        values(from + 3, 3),
        values(from + 4, 1),
        values(from + 5, 2));
  }

  private static final Proof PROOF =
      new Proof(
          new Strength(157, 3, 4, 22),
          List.of(new Instance(0, 11), new Instance(1, 10), new Instance(9, 12)),
          digest(1),
          digest(2),
          values(1, 3),
          digest(3),
          List.of(openings(10), openings(20), openings(30)),
          List.of(digest(4), digest(5)),
          values(40, 4),
          new Nonces(6, -7, 1L << 33),
          List.of());

  /** The state that the queries are drawn from, and the next challenge with them. */
  private static String end(VerifyingKey key, Proof proof, Statement statement) {
    var transcript = ProofTranscript.begin(key, proof.strength(), proof.instances(), statement);
    transcript.main(proof.main());
    transcript.busChallenges(proof.nonces().lookup());
    transcript.constraintChallenge(proof.bus(), proof.sums());
    transcript.outOfDomainPoint(proof.quotient());
    transcript.openings(proof.openings());
    transcript.batchingChallenge(proof.nonces().batching());
    proof.layers().forEach(transcript::foldingChallenge);
    transcript.finalPolynomial(proof.finalPolynomial());
    transcript.queries(proof.nonces().query(), 1, 20);
    return HexFormat.of().formatHex(transcript.state());
  }

  @Test
  void everyPartOfTheProofIsBound() {
    var mutations = new ArrayList<Mutations.Mutation>();
    Mutations.of("proof", PROOF, mutations::add);
    var ends = new ArrayList<String>();
    ends.add(end(KEY, PROOF, STATEMENT));
    for (Mutations.Mutation mutation : mutations) {
      String end = end(KEY, (Proof) mutation.value(), STATEMENT);
      assertThat(ends).as(mutation.path()).doesNotContain(end);
      ends.add(end);
    }
    assertThat(ends).hasSizeGreaterThan(100);
  }

  /** Every coefficient of a value counts, and every bit of one. */
  @Test
  void everyBitOfAValueIsBound() {
    var ends = new ArrayList<String>();
    ends.add(end(KEY, PROOF, STATEMENT));
    for (int i = 0; i < Ext.DEGREE; i++) {
      for (int bit = 0; bit < 31; bit++) {
        int[] coefficients = new int[Ext.DEGREE];
        PROOF.sums().getFirst().write(coefficients, 0);
        coefficients[i] ^= 1 << bit;
        var sums = new ArrayList<>(PROOF.sums());
        sums.set(0, Ext.at(coefficients, 0));
        var changed =
            new Proof(
                PROOF.strength(),
                PROOF.instances(),
                PROOF.main(),
                PROOF.bus(),
                sums,
                PROOF.quotient(),
                PROOF.openings(),
                PROOF.layers(),
                PROOF.finalPolynomial(),
                PROOF.nonces(),
                PROOF.trees());
        ends.add(end(KEY, changed, STATEMENT));
      }
    }
    assertThat(ends).doesNotHaveDuplicates();
  }

  private static Statement messages(PublicMessage... messages) {
    return new Statement(List.of(messages), STATEMENT.bytes());
  }

  private static PublicMessage message(Bus bus, int times, Integer... elements) {
    return new PublicMessage(bus, times, List.of(elements));
  }

  @Test
  void everyPartOfTheStatementIsBound() {
    List<Statement> statements =
        List.of(
            STATEMENT,
            new Statement(STATEMENT.messages(), new byte[] {5}),
            new Statement(STATEMENT.messages(), new byte[] {5, 6, 0}),
            messages(),
            messages(message(BUS, 1, 2)),
            messages(message(OTHER, 1, 2), message(BUS, 1, 3, 4)),
            messages(message(BUS, -1, 2), message(BUS, 1, 3, 4)),
            messages(message(BUS, 1 + KoalaBear.P, 2), message(BUS, 1, 3, 4)),
            messages(message(BUS, 1, 3), message(BUS, 1, 3, 4)),
            messages(message(BUS, 1, 3, 4), message(BUS, 1, 2)),
            // The same numbers, cut elsewhere.
            messages(message(BUS, 1, 2, BUS.id(), 1, 2, 3, 4)),
            messages(message(BUS, 1), message(new Bus("two", 2), BUS.id(), 1, 2, 3, 4)));
    assertThat(statements.stream().map(s -> end(KEY, PROOF, s))).doesNotHaveDuplicates();
  }

  @Test
  void everyPartOfTheKeyIsBound() {
    List<VerifyingKey> keys =
        List.of(
            KEY,
            key(Parameters.revealing(), 1, 11),
            key(new Parameters("zarf-zk-128", true, 1, 256, 127), 1, 11),
            key(Parameters.zeroKnowledge(), 2, 11),
            key(Parameters.zeroKnowledge(), 1, 12));
    assertThat(keys.stream().map(k -> end(k, PROOF, STATEMENT))).doesNotHaveDuplicates();
  }
}
