package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;
import org.zarf.hash.MerkleOpening;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofLayout;

/** A random value hides one thing: none serves twice within a proof, whatever it is for. */
class RandomnessTest {

  /** What a proof asks for. */
  private static final class Recording implements Randomness {
    private final Randomness of;
    private final List<Stream> streams = Collections.synchronizedList(new ArrayList<>());
    private final List<List<Integer>> beginnings = Collections.synchronizedList(new ArrayList<>());
    private final List<List<Integer>> leaves = Collections.synchronizedList(new ArrayList<>());

    Recording(Randomness of) {
      this.of = of;
    }

    @Override
    public void fill(Stream stream, int[] target, int from, int to) {
      of.fill(stream, target, from, to);
      streams.add(stream);
      beginnings.add(Arrays.stream(target, from, Math.min(to, from + 4)).boxed().toList());
    }

    @Override
    public void salts(int tree, int first, int count, Digests target, int offset) {
      of.salts(tree, first, count, target, offset);
      for (int leaf = first; leaf < first + count; leaf++) {
        leaves.add(List.of(tree, leaf));
      }
    }

    /** A salt of an opened leaf, computed again. */
    @Override
    public int[] salt(int tree, int leaf) {
      return of.salt(tree, leaf);
    }
  }

  private static Proof prove(Randomness randomness) {
    var run = Attacks.run();
    var options =
        ProverOptions.defaults().withKernels(new ScalarKernels()).withRandomness(randomness);
    return StarkProver.prove(Attacks.KEY, run.traces(), run.statement(), options).proof();
  }

  @Test
  void noStreamIsReadTwice() {
    var recording = new Recording(Attacks.seeded(1));
    prove(recording);
    assertThat(recording.streams).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThat(recording.streams.stream().map(Randomness.Stream::purpose).distinct()).hasSize(4);
    assertThat(recording.beginnings).doesNotHaveDuplicates();
  }

  @Test
  void everyLeafOfEveryTreeHasASaltOfItsOwn() {
    var recording = new Recording(Attacks.seeded(2));
    Proof proof = prove(recording);
    ProofLayout layout = ProofLayout.of(Attacks.KEY.verifyingKey(), proof.instances());
    List<ProofLayout.Tree> trees = layout.trees().subList(layout.mainTree(), proof.trees().size());
    var leaves = new ArrayList<List<Integer>>();
    var salts = new HashSet<Digest>();
    var words = new HashSet<Integer>();
    for (int tree = 0; tree < trees.size(); tree++) {
      for (int leaf = 0; leaf < 1 << trees.get(tree).logLeaves(); leaf++) {
        leaves.add(List.of(tree, leaf));
        int[] salt = recording.salt(tree, leaf);
        salts.add(Digest.at(salt, 0));
        Arrays.stream(salt).forEach(words::add);
      }
    }
    assertThat(recording.leaves).containsExactlyInAnyOrderElementsOf(leaves);
    assertThat(salts).hasSameSizeAs(leaves);
    // No part of one stands in another: of so few words of 32 bits, hardly any are equal by chance.
    assertThat(words).hasSizeGreaterThan(Digest.WORDS * leaves.size() - 10);
    for (MerkleOpening opening : proof.trees().subList(layout.mainTree(), proof.trees().size())) {
      assertThat(opening.salts()).isNotEmpty();
      assertThat(salts).containsAll(opening.salts());
    }
  }

  /** Salts do not depend on how many are made at a time. */
  @Test
  void saltsAreThoseOfTheirLeaves() {
    Randomness randomness = Attacks.seeded(3);
    var all = Digests.zeros(256);
    randomness.salts(5, 0, 256, all, 0);
    var some = Digests.zeros(256);
    for (int first = 0; first < 256; first += 64) {
      randomness.salts(5, first, 64, some, first);
    }
    assertThat(some.words()).isEqualTo(all.words());
    for (int leaf = 0; leaf < 256; leaf++) {
      assertThat(Digest.at(randomness.salt(5, leaf), 0)).isEqualTo(all.get(leaf));
    }
  }
}
