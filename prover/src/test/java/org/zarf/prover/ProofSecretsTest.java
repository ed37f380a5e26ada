package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zarf.air.PublicMessage;
import org.zarf.air.TableTrace;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;
import org.zarf.hash.MerkleOpening;
import org.zarf.stark.Domain;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofCodec;
import org.zarf.stark.ProofWriter;

/** No secret stands in a proof, and no two proofs show the same of it. */
class ProofSecretsTest {

  /** Smaller numbers are counters, bits and lengths, which stand everywhere. */
  private static final int RARE_FROM = 1 << 20;

  private static byte[] encoded(Proof proof) {
    var out = new ProofWriter();
    ProofCodec.write(proof, out);
    return out.toBytes();
  }

  /** All runs of four bytes, as little-endian words. */
  private static Set<Integer> words(byte[] bytes) {
    var words = new HashSet<Integer>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 4 <= bytes.length; i++) {
      words.add(buffer.getInt(i));
    }
    return words;
  }

  /** The rare values on the regular rows of all main columns, in both forms; not what is public. */
  private static Set<Integer> secrets(SmallCircuit.Run run) {
    var secrets = new HashSet<Integer>();
    for (TableTrace trace : run.traces()) {
      int rows = new Domain(trace.logHeight(), Attacks.HIDING.blindingRows()).regularRows();
      for (int[] column : trace.main()) {
        for (int value : Arrays.copyOf(column, rows)) {
          int integer = KoalaBear.toInt(value);
          if (integer >= RARE_FROM && integer < KoalaBear.P - RARE_FROM) {
            secrets.add(value);
            secrets.add(integer);
          }
        }
      }
    }
    for (PublicMessage message : run.statement().messages()) {
      message.message().forEach(secrets::remove);
      message.message().forEach(value -> secrets.remove(KoalaBear.toInt(value)));
    }
    return secrets;
  }

  private static Proof prove(SmallCircuit.Run run, ProverOptions options) {
    return StarkProver.prove(Attacks.KEY, run.traces(), run.statement(), options).proof();
  }

  /**
   * With fixed randomness: among ten thousands of words, one of a few hundred secrets may stand by
   * chance, once in some hundred proofs.
   */
  @Test
  void noValueOfTheTraceStandsInTheProof() {
    for (int seed = 0; seed < 4; seed++) {
      var run = SmallCircuit.runFrom(KoalaBear.of(1_234_567_890 + seed), Attacks.HIDING, 8, 7);
      Set<Integer> secrets = secrets(run);
      assertThat(secrets.size()).isGreaterThan(500);
      var options = ProverOptions.defaults().withRandomness(Attacks.seeded(seed));
      Set<Integer> words = words(encoded(prove(run, options)));
      assertThat(words.size()).isGreaterThan(10_000);
      assertThat(secrets).doesNotContainAnyElementsOf(words);
    }
  }

  /** All values outside the domain, but those of preprocessed columns too: zeta differs. */
  private static Set<Ext> openedOutside(Proof proof) {
    var values = new HashSet<Ext>(proof.sums());
    values.addAll(proof.finalPolynomial());
    Consumer<Collection<Ext>> add = values::addAll;
    proof
        .openings()
        .forEach(
            o ->
                Stream.of(o.fixed(), o.main(), o.bus(), o.quotient(), o.mainNext(), o.busNext())
                    .forEach(add));
    return values;
  }

  /** All roots, salts and siblings, but those of the preprocessed tree. */
  private static Set<Digest> digests(Proof proof) {
    var digests = new HashSet<Digest>(List.of(proof.main(), proof.bus(), proof.quotient()));
    digests.addAll(proof.layers());
    for (MerkleOpening tree : proof.trees().subList(1, proof.trees().size())) {
      digests.addAll(tree.salts());
      digests.addAll(tree.nodes());
    }
    return digests;
  }

  /** All rows, but those of preprocessed columns. */
  private static Set<List<Integer>> rows(Proof proof) {
    var rows = new HashSet<List<Integer>>();
    for (MerkleOpening tree : proof.trees().subList(1, proof.trees().size())) {
      for (int[][] matrix : tree.rows()) {
        for (int[] row : matrix) {
          rows.add(Arrays.stream(row).boxed().toList());
        }
      }
    }
    return rows;
  }

  /** One set of options serves both proofs: their randomness must differ all the same. */
  @Test
  void twoProofsOfOneStatementShareNothing() {
    var options = ProverOptions.defaults();
    Proof first = prove(Attacks.run(), options);
    Proof second = prove(Attacks.run(), options);
    assertThat(openedOutside(first)).doesNotContainAnyElementsOf(openedOutside(second));
    assertThat(digests(first)).doesNotContainAnyElementsOf(digests(second));
    assertThat(rows(first)).hasSizeGreaterThan(100);
    assertThat(rows(first)).doesNotContainAnyElementsOf(rows(second));
  }
}
