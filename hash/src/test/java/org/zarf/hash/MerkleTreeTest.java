package org.zarf.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.zarf.algebra.KoalaBear;
import org.zarf.testkit.Trials;

class MerkleTreeTest {

  private static final HashSuite HASH = HashSuite.BLAKE3;

  private record Case(MerkleTree tree, MerkleOpening opening, int[] indices, boolean salted) {
    boolean verifies(MerkleOpening forged) {
      var shapes = tree.matrices().stream().map(Matrix::shape).toList();
      return forged.verifies(HASH, tree.root(), shapes, salted, indices);
    }
  }

  private static Case random(SplittableRandom random) {
    var matrices = new ArrayList<Matrix>();
    int top = random.nextInt(1, 7);
    matrices.add(matrix(random, top));
    for (int i = random.nextInt(4); i > 0; i--) {
      matrices.add(matrix(random, random.nextInt(top + 1)));
    }
    boolean salted = random.nextBoolean();
    IntFunction<int[]> salts =
        salted ? i -> new SplittableRandom(i).ints(8).toArray() : MerkleTree.UNSALTED;
    MerkleTree tree = MerkleTree.of(HASH, matrices, salts);
    int[] indices = random.ints(random.nextInt(1, 9), 0, 1 << top).sorted().distinct().toArray();
    return new Case(tree, tree.open(indices), indices, salted);
  }

  private static Matrix matrix(SplittableRandom random, int logHeight) {
    int[][] columns = new int[random.nextInt(1, 4)][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = random.ints(1 << logHeight, 0, KoalaBear.P).toArray();
    }
    return Matrix.of(logHeight, columns);
  }

  @Trials(300)
  void honestOpeningsVerify(SplittableRandom random) {
    Case c = random(random);
    assertThat(c.verifies(c.opening)).isTrue();
  }

  @Trials(300)
  void aChangedRowSaltOrNodeIsCaught(SplittableRandom random) {
    Case c = random(random);
    for (int[][] rows : c.opening.rows()) {
      int[] row = rows[random.nextInt(rows.length)];
      int at = random.nextInt(row.length);
      int value = row[at];
      row[at] = KoalaBear.add(value, KoalaBear.ONE);
      assertThat(c.verifies(c.opening)).isFalse();
      row[at] = value + KoalaBear.P;
      assertThat(c.verifies(c.opening)).isFalse();
      row[at] = value;
    }
    assertThat(c.verifies(c.opening)).isTrue();
    var o = c.opening;
    for (int i = 0; i < o.nodes().size(); i++) {
      var nodes = new ArrayList<>(o.nodes());
      nodes.set(i, c.tree.root());
      assertThat(c.verifies(new MerkleOpening(o.rows(), o.salts(), nodes))).isFalse();
    }
    for (int i = 0; i < o.salts().size(); i++) {
      var salts = new ArrayList<>(o.salts());
      salts.set(i, c.tree.root());
      assertThat(c.verifies(new MerkleOpening(o.rows(), salts, o.nodes()))).isFalse();
    }
  }

  @Trials(100)
  void nothingMayBeMissingOrLeftOver(SplittableRandom random) {
    Case c = random(random);
    var o = c.opening;
    var more = new ArrayList<>(o.nodes());
    more.add(c.tree.root());
    assertThat(c.verifies(new MerkleOpening(o.rows(), o.salts(), more))).isFalse();
    if (!o.nodes().isEmpty()) {
      var fewer = o.nodes().subList(1, o.nodes().size());
      assertThat(c.verifies(new MerkleOpening(o.rows(), o.salts(), fewer))).isFalse();
    }
    var salts = new ArrayList<>(o.salts());
    salts.add(c.tree.root());
    assertThat(c.verifies(new MerkleOpening(o.rows(), salts, o.nodes()))).isFalse();
    var rows = new ArrayList<>(o.rows());
    rows.set(0, Arrays.copyOf(rows.get(0), rows.get(0).length - 1));
    assertThat(c.verifies(new MerkleOpening(rows, o.salts(), o.nodes()))).isFalse();
    assertThat(c.verifies(new MerkleOpening(List.of(), o.salts(), o.nodes()))).isFalse();
  }

  /** Rows that belong to the tree, but stand elsewhere. */
  @Trials(300)
  void rowsAreThoseOfTheIndices(SplittableRandom random) {
    Case c = random(random);
    int leaves = 1 << c.tree.matrices().getFirst().logHeight();
    int[] other = Arrays.stream(c.indices).map(i -> (i + 1) % leaves).sorted().toArray();
    if (!Arrays.equals(other, c.indices)) {
      assertThat(c.verifies(c.tree.open(other))).isFalse();
    }
    var o = c.opening;
    for (int[][] rows : o.rows()) {
      int first = random.nextInt(rows.length);
      int second = random.nextInt(rows.length);
      int[] row = rows[first];
      boolean differ = !Arrays.equals(row, rows[second]);
      rows[first] = rows[second];
      assertThat(c.verifies(o)).as("one row twice").isEqualTo(!differ);
      rows[second] = row;
      assertThat(c.verifies(o)).as("two rows exchanged").isEqualTo(!differ);
      rows[second] = rows[first];
      rows[first] = row;
    }
    assertThat(c.verifies(o)).isTrue();
  }

  /** A tree of another shape has another root: digests do not tell where rows were cut. */
  @Trials(100)
  void rowsAreThoseOfTheShape(SplittableRandom random) {
    Case c = random(random);
    var shapes = new ArrayList<>(c.tree.matrices().stream().map(Matrix::shape).toList());
    MatrixShape first = shapes.getFirst();
    shapes.set(0, new MatrixShape(first.logHeight(), first.width() + 1));
    assertThat(c.opening.verifies(HASH, c.tree.root(), shapes, c.salted, c.indices)).isFalse();
    shapes.set(0, new MatrixShape(first.logHeight() + 1, first.width()));
    assertThat(c.opening.verifies(HASH, c.tree.root(), shapes, c.salted, c.indices)).isFalse();
    shapes.set(0, first);
    assertThat(c.opening.verifies(HASH, c.tree.root(), shapes, !c.salted, c.indices)).isFalse();
    assertThat(c.opening.verifies(HASH, c.tree.root(), shapes, c.salted, c.indices)).isTrue();
  }
}
