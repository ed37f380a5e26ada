package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.StarkVerifier;
import org.zarf.stark.VerifyingKey;

/**
 * What is absorbed and drawn, in which order, read off what prover and verifier really hash. The
 * order is approved once, by a person: everything that a challenge protects stands before it.
 */
class TranscriptLabelsTest {

  private static final int STATE = 32;
  private static final int EXPAND = 2;

  /** BLAKE3 that writes down which labels lead to which state. */
  private static final class Recording implements HashSuite {
    private final Map<Digest, List<String>> labelsOfState = new HashMap<>();
    private final List<List<String>> all = new ArrayList<>();

    @Override
    public String name() {
      return BLAKE3.name();
    }

    @Override
    public Digest leaf(int[] salt, int[] row) {
      return BLAKE3.leaf(salt, row);
    }

    @Override
    public Digest node(Digest left, Digest right) {
      return BLAKE3.node(left, right);
    }

    @Override
    public Digest nodeWithRow(Digest left, Digest right, int[] row) {
      return BLAKE3.nodeWithRow(left, right, row);
    }

    @Override
    public boolean isGround(byte[] state, long nonce, int bits) {
      return BLAKE3.isGround(state, nonce, bits);
    }

    @Override
    public byte[] transcript(byte[] message, int outputBytes) {
      byte[] hash = BLAKE3.transcript(message, outputBytes);
      int kind = message[STATE];
      if (kind != EXPAND) {
        var before = Digest.of(Arrays.copyOf(message, STATE));
        var labels = new ArrayList<>(labelsOfState.getOrDefault(before, List.of()));
        String label = new String(message, STATE + 2, message[STATE + 1], StandardCharsets.UTF_8);
        labels.add((kind == 0 ? "absorb " : "draw ") + label);
        labelsOfState.put(Digest.of(hash), labels);
        all.add(labels);
      }
      return hash;
    }

    /** The labels of the longest transcript: that of the proof. */
    List<String> labels() {
      return all.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    }
  }

  private static ProvingKey recorded(Recording recording) {
    VerifyingKey key = Attacks.KEY.verifyingKey();
    return new ProvingKey(
        new VerifyingKey(key.circuit(), key.parameters(), recording, key.fixed()),
        Attacks.KEY.groups());
  }

  @Test
  void theOrderIsTheApprovedOne() throws IOException, ProofRejectedException {
    var run = Attacks.run();
    var prover = new Recording();
    var options = ProverOptions.defaults().withRandomness(Attacks.seeded(1));
    Proof proof =
        StarkProver.prove(recorded(prover), run.traces(), run.statement(), options).proof();
    var verifier = new Recording();
    StarkVerifier.verify(recorded(verifier).verifyingKey(), proof, run.statement());
    assertThat(verifier.labels()).isEqualTo(prover.labels());
    assertThat(String.join("\n", verifier.labels()) + "\n").isEqualTo(approved());
  }

  private static String approved() throws IOException {
    try (InputStream in = TranscriptLabelsTest.class.getResourceAsStream("transcript-labels.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
