package org.zarf.stark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;
import org.zarf.hash.MerkleOpening;

/** Proofs that prove nothing, of any shape that the records allow. */
final class RandomProofs {

  private final SplittableRandom random;

  private RandomProofs(SplittableRandom random) {
    this.random = random;
  }

  static Proof next(SplittableRandom random) {
    return new RandomProofs(random).proof();
  }

  private Proof proof() {
    return new Proof(
        new Strength(random.nextInt(), u8(), u8(), u8()),
        list(5, () -> new Instance(u8(), u8())),
        digest(),
        digest(),
        list(5, this::ext),
        digest(),
        list(3, () -> new InstanceOpenings(exts(), exts(), exts(), exts(), exts(), exts())),
        list(4, this::digest),
        exts(),
        new Nonces(random.nextLong(), random.nextLong(), random.nextLong()),
        list(3, this::tree));
  }

  private MerkleOpening tree() {
    return new MerkleOpening(list(3, this::rows), list(3, this::digest), list(3, this::digest));
  }

  private int[][] rows() {
    int[][] rows = new int[random.nextInt(1, 4)][random.nextInt(1, 6)];
    for (int[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = element();
      }
    }
    return rows;
  }

  private List<Ext> exts() {
    return list(4, this::ext);
  }

  private Ext ext() {
    return new Ext(element(), element(), element(), element(), element());
  }

  private int element() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> KoalaBear.P - 1;
      default -> random.nextInt(KoalaBear.P);
    };
  }

  private Digest digest() {
    byte[] bytes = new byte[Digest.BYTES];
    random.nextBytes(bytes);
    return Digest.of(bytes);
  }

  private int u8() {
    return random.nextInt(256);
  }

  private <T> List<T> list(int most, Supplier<T> element) {
    return Stream.generate(element).limit(random.nextInt(most + 1)).toList();
  }
}
