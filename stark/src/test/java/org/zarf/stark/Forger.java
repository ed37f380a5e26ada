package org.zarf.stark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zarf.air.Reader;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;
import org.zarf.hash.Matrix;
import org.zarf.hash.MatrixShape;
import org.zarf.hash.MerkleOpening;
import org.zarf.hash.MerkleTree;

/**
 * Makes proofs without a trace. Everything in them is random but of the right shape; what can be
 * made to fit without a trace is made to fit, check by check, as far as is asked for.
 */
final class Forger {

  /** The last check that a forged proof passes. */
  enum Reach {
    SHAPE,
    BALANCE,
    CONSTRAINTS,
    TREES
  }

  static final Statement STATEMENT = Statement.of(List.of());

  private final SplittableRandom random;
  private final VerifyingKey key;
  private final ProofLayout layout;
  private final Strength strength;
  private final List<MerkleTree> trees;

  private Forger(SplittableRandom random, Parameters parameters) {
    this.random = random;
    this.key = ShapeCircuit.key(parameters);
    List<Instance> instances = instances();
    this.layout = ProofLayout.of(key, instances);
    this.strength = ParameterChoice.of(key, instances, STATEMENT);
    this.trees = layout.trees().stream().map(this::tree).toList();
  }

  /** A forged proof, and the key under which it is one. */
  record Forged(VerifyingKey key, Proof proof) {}

  static Forged forge(SplittableRandom random, Parameters parameters, Reach reach) {
    var forger = new Forger(random, parameters);
    List<Ext> sums = reach == Reach.SHAPE ? forger.sums() : Forger.balanced(forger.sums());
    var openings = new ArrayList<>(forger.openings());
    if (reach.compareTo(Reach.CONSTRAINTS) >= 0) {
      forger.fitQuotients(sums, openings);
    }
    Proof proof = forger.proof(sums, openings, new int[0]);
    if (reach == Reach.TREES) {
      proof = forger.proof(sums, openings, forger.queries(proof));
    }
    return new Forged(forger.key, proof);
  }

  /** Any instances that the circuit allows. */
  private List<Instance> instances() {
    var instances = new ArrayList<Instance>();
    instances.add(new Instance(0, logHeight()));
    for (int i = random.nextInt(5); i > 0; i--) {
      instances.add(new Instance(random.nextInt(2), logHeight()));
    }
    if (key.parameters().hiding()) {
      instances.add(new Instance(2, logHeight()));
    }
    instances.sort(
        Comparator.comparing(Instance::slot)
            .thenComparing(Instance::logHeight, Comparator.reverseOrder()));
    return List.copyOf(instances);
  }

  private int logHeight() {
    return key.parameters().minLogHeight() + random.nextInt(4);
  }

  private MerkleTree tree(ProofLayout.Tree tree) {
    int[] salt = random.ints(tree.isSalted() ? Digest.WORDS : 0).toArray();
    return MerkleTree.of(
        key.hash(), tree.matrices().stream().map(this::matrix).toList(), row -> salt);
  }

  private Matrix matrix(MatrixShape shape) {
    return Matrix.of(
        shape.logHeight(),
        IntStream.range(0, shape.width())
            .mapToObj(c -> random.ints(1L << shape.logHeight(), 0, KoalaBear.P).toArray())
            .toArray(int[][]::new));
  }

  private List<Ext> exts(int count) {
    return Stream.generate(() -> Ext.at(random.ints(Ext.DEGREE, 0, KoalaBear.P).toArray(), 0))
        .limit(count)
        .toList();
  }

  private List<Ext> sums() {
    return exts((int) layout.instances().stream().filter(InstanceLayout::hasSum).count());
  }

  private static List<Ext> balanced(List<Ext> sums) {
    var balanced = new ArrayList<>(sums);
    Ext others = sums.stream().skip(1).reduce(Ext.ZERO, Ext::plus);
    balanced.set(0, Ext.ZERO.minus(others));
    return balanced;
  }

  private List<InstanceOpenings> openings() {
    return layout.instances().stream()
        .map(
            i ->
                new InstanceOpenings(
                    exts(i.fixedWidth()),
                    exts(i.mainWidth()),
                    exts(i.busWidth()),
                    exts(i.quotientWidth()),
                    exts(i.nextColumns().size()),
                    exts(i.busNextWidth())))
        .toList();
  }

  private Digest root(int tree) {
    return trees.get(tree).root();
  }

  private List<Digest> layerRoots() {
    return trees.stream().skip(3).map(MerkleTree::root).toList();
  }

  private ProofTranscript transcript() {
    var instances = layout.instances().stream().map(InstanceLayout::instance).toList();
    var transcript = ProofTranscript.begin(key, strength, instances, STATEMENT);
    transcript.main(root(0));
    return transcript;
  }

  /** Chooses quotients that are what the constraints come to at the point outside the domain. */
  private void fitQuotients(List<Ext> sums, List<InstanceOpenings> openings) {
    var transcript = transcript();
    List<Ext> powers = transcript.busChallenges(0).powers(16);
    Ext alpha = transcript.constraintChallenge(root(1), sums);
    Ext zeta = transcript.outOfDomainPoint(root(2));
    int sum = 0;
    Map<Integer, Ext> totals = new HashMap<>();
    for (int i = 0; i < openings.size(); i++) {
      InstanceLayout instance = layout.instances().get(i);
      InstanceOpenings opened = openings.get(i);
      Ext published = instance.hasSum() ? sums.get(sum++) : Ext.ZERO;
      var row = new OpenedRow(opened, instance.nextColumns(), powers, i, published);
      int logHeight = instance.instance().logHeight();
      var factors = new Domain(logHeight, key.parameters().blindingRows()).factorsAt(zeta);
      Ext weight = alpha.pow(instance.share().firstWeight());
      for (Table.Constraint constraint : instance.constraints()) {
        Ext value = new Reader<>(row).read(constraint.expr());
        Ext part = weight.times(value).times(factors.of(constraint.domain()));
        totals.merge(logHeight, part, Ext::plus);
        weight = weight.times(alpha);
      }
    }
    for (int i = 0; i < openings.size(); i++) {
      InstanceLayout instance = layout.instances().get(i);
      if (instance.quotientWidth() > 0) {
        openings.set(i, withQuotient(openings.get(i), instance, totals));
      }
    }
  }

  /** All of it in the first column of the first chunk. */
  private static InstanceOpenings withQuotient(
      InstanceOpenings opened, InstanceLayout instance, Map<Integer, Ext> totals) {
    var quotient = new ArrayList<Ext>();
    quotient.add(totals.getOrDefault(instance.instance().logHeight(), Ext.ZERO));
    quotient.addAll(Collections.nCopies(instance.quotientWidth() - 1, Ext.ZERO));
    return new InstanceOpenings(
        opened.fixed(), opened.main(), opened.bus(), quotient, opened.mainNext(), opened.busNext());
  }

  private Proof proof(List<Ext> sums, List<InstanceOpenings> openings, int[] queries) {
    return new Proof(
        strength,
        layout.instances().stream().map(InstanceLayout::instance).toList(),
        root(0),
        root(1),
        sums,
        root(2),
        List.copyOf(openings),
        layerRoots(),
        finalPolynomial(),
        new Nonces(0, 0, 0),
        trees.stream().map(tree -> open(tree, queries)).toList());
  }

  private List<Ext> finalPolynomial() {
    return Collections.nCopies(1 << FoldingSchedule.finalLogDegree(layout.logHeight()), Ext.ONE);
  }

  private static MerkleOpening open(MerkleTree tree, int[] queries) {
    return tree.open(MerkleOpening.distinct(queries, tree.levels().size() - 1));
  }

  private int[] queries(Proof proof) {
    var transcript = transcript();
    transcript.busChallenges(0);
    transcript.constraintChallenge(root(1), proof.sums());
    transcript.outOfDomainPoint(root(2));
    transcript.openings(proof.openings());
    transcript.batchingChallenge(0);
    proof.layers().forEach(transcript::foldingChallenge);
    transcript.finalPolynomial(proof.finalPolynomial());
    return transcript.queries(0, strength.queries(), layout.logDomain());
  }
}
