package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofCodec;
import org.zarf.stark.ProofReader;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.ProofWriter;
import org.zarf.stark.Rejection;

/** A proof of a real run with anything changed is no proof any more. */
class ProofTamperTest {

  private static final int MAX_LEAVES = 5000;

  private static final Forge FORGE =
      new Forge(Guests.load("examples/hello/hello.elf"), InsecureParameters.of(true, 3, 0));

  private static final Forge.Attempt HONEST =
      FORGE.honest(Guests.bytes("examples/hello/input.bin"));
  private static final Proof PROOF = FORGE.prove(HONEST);

  private static boolean accepts(Proof proof) {
    try {
      FORGE.verify(HONEST, proof);
      return true;
    } catch (ProofRejectedException e) {
      return false;
    }
  }

  @Test
  void theProofItselfIsAccepted() {
    assertThat(accepts(PROOF)).isTrue();
    assertThat(PROOF.strength().queries()).isEqualTo(1);
  }

  @Test
  void everyChangedLeafIsRejected() {
    var mutations = new ArrayList<Mutations.Mutation>();
    Mutations.of("proof", PROOF, mutations::add);
    assertThat(mutations).hasSizeGreaterThan(1000);
    // Where there are more, a random choice, with the seed that a failure prints.
    long seed = Long.getLong("trials.seed", 1);
    var random = new SplittableRandom(seed);
    double share = Math.min(1, (double) MAX_LEAVES / mutations.size());
    var accepted = new ConcurrentLinkedQueue<String>();
    mutations.parallelStream()
        .filter(m -> share == 1 || chosen(random, share))
        .forEach(
            m -> {
              if (accepts((Proof) m.value())) {
                accepted.add(m.path());
              }
            });
    assertThat(accepted).as("seed " + seed).isEmpty();
  }

  private static synchronized boolean chosen(SplittableRandom random, double share) {
    return random.nextDouble() < share;
  }

  @Test
  void fewerQueriesThanTheLevelNeedsAreRejected() {
    var demanding =
        new Forge(Guests.load("examples/hello/hello.elf"), InsecureParameters.of(true, 3, 1));
    assertThatThrownBy(() -> demanding.verify(HONEST, PROOF))
        .isInstanceOf(ProofRejectedException.class);
  }

  @Test
  void anotherExitCodeOrJournalIsRejected() {
    var exit =
        new Forge.Attempt(HONEST.tables(), HONEST.journal(), HONEST.exitCode() + 1, HONEST.entry());
    var longer =
        new Forge.Attempt(
            HONEST.tables(),
            Arrays.copyOf(HONEST.journal(), HONEST.journal().length + 1),
            HONEST.exitCode(),
            HONEST.entry());
    for (Forge.Attempt other : List.of(exit, longer)) {
      assertThatThrownBy(() -> FORGE.verify(other, PROOF))
          .isInstanceOf(ProofRejectedException.class);
    }
  }

  @Test
  void anotherProgramIsRejected() {
    var other =
        new Forge(Guests.load("examples/matching/matching.elf"), InsecureParameters.of(true, 3, 0));
    assertThatThrownBy(() -> other.verify(HONEST, PROOF))
        .isInstanceOf(ProofRejectedException.class);
  }

  /** Random damage to the bytes: a rejection, in bounded time and memory, or the same proof. */
  @Test
  void damagedBytesAreRejected() throws ProofRejectedException {
    var out = new ProofWriter();
    ProofCodec.write(PROOF, out);
    byte[] honest = out.toBytes();
    long seed = Long.getLong("trials.seed", 2);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = damaged(honest, random);
      try {
        var in = new ProofReader(bytes);
        Proof proof = ProofCodec.read(in);
        in.end();
        var again = new ProofWriter();
        ProofCodec.write(proof, again);
        assertThat(again.toBytes()).as("canonical, seed " + seed).isEqualTo(bytes);
      } catch (ProofRejectedException e) {
        assertThat(e.rejection()).isInstanceOf(Rejection.BadEncoding.class);
      }
    }
  }

  private static byte[] damaged(byte[] honest, SplittableRandom random) {
    byte[] bytes =
        random.nextInt(4) == 0
            ? Arrays.copyOf(honest, random.nextInt(honest.length + 100))
            : honest.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 4; i--) {
      // The counts that matter most stand at the start.
      int at = random.nextInt(random.nextBoolean() ? Math.min(400, bytes.length) : bytes.length);
      bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0xff;
    }
    return bytes;
  }
}
