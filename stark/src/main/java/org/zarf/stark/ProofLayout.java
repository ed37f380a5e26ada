package org.zarf.stark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.zarf.air.LogUp;
import org.zarf.air.PublicMessage;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.hash.MatrixShape;
import org.zarf.stark.InstanceLayout.QuotientShare;

/**
 * The shape of every part of a proof, derived from the key and the list of instances.
 *
 * @param key the key
 * @param instances the instances in order
 * @param logHeight the logarithm of the tallest height
 * @param folds the logarithms of the folding factors of FRI
 */
public record ProofLayout(
    VerifyingKey key, List<InstanceLayout> instances, int logHeight, List<Integer> folds) {

  /** The layout for some instances, which must be valid for the key. */
  public static ProofLayout of(VerifyingKey key, List<Instance> instances) {
    int logHeight = instances.stream().mapToInt(Instance::logHeight).max().orElseThrow();
    // A proof may claim a great many instances: a table is read once, not once for each claim.
    Map<Integer, InstanceLayout> tables = new HashMap<>();
    Map<Integer, Integer> constraints = new HashMap<>();
    var layouts = new ArrayList<InstanceLayout>();
    for (Instance instance : instances) {
      Table table = key.circuit().slots().get(instance.slot()).table();
      InstanceLayout layout =
          tables.computeIfAbsent(
              instance.slot(), _ -> InstanceLayout.of(instance, table, key.parameters()));
      Integer before = constraints.putIfAbsent(instance.logHeight(), 0);
      int chunks = before == null ? key.parameters().quotientChunkCount() : 0;
      int firstWeight = before == null ? 0 : before;
      layouts.add(layout.as(instance, new QuotientShare(firstWeight, chunks)));
      constraints.merge(instance.logHeight(), layout.constraintCount(), Integer::sum);
    }
    return new ProofLayout(key, List.copyOf(layouts), logHeight, FoldingSchedule.of(logHeight));
  }

  /** The logarithm of the largest evaluation domain. */
  public int logDomain() {
    return logHeight + key.parameters().logBlowup();
  }

  /** The instances whose fixed columns are in a group. */
  public List<Integer> instancesOf(String group) {
    var members = new ArrayList<Integer>();
    for (int i = 0; i < instances.size(); i++) {
      int slot = instances.get(i).instance().slot();
      if (key.circuit().slots().get(slot).group().equals(group)) {
        members.add(i);
      }
    }
    return members;
  }

  /**
   * A tree of a proof.
   *
   * @param name what it commits to
   * @param matrices the shapes of its matrices, in order
   * @param isSalted whether its leaves are salted
   */
  public record Tree(String name, List<MatrixShape> matrices, boolean isSalted) {

    /** The logarithm of the number of leaves: the height of the tallest matrices. */
    public int logLeaves() {
      return matrices.stream().mapToInt(MatrixShape::logHeight).max().orElse(0);
    }
  }

  /**
   * All trees, in the order in which a proof opens them: fixed groups, main, bus, quotient, FRI.
   */
  public List<Tree> trees() {
    boolean hiding = key.parameters().hiding();
    var trees = new ArrayList<Tree>();
    for (FixedCommitment commitment : key.fixed()) {
      var members = instancesOf(commitment.group()).stream().map(instances::get).toList();
      trees.add(new Tree(commitment.group(), matrices(members, InstanceLayout::fixedWidth), false));
    }
    trees.add(new Tree("main", matrices(instances, InstanceLayout::mainWidth), hiding));
    trees.add(new Tree("bus", matrices(instances, InstanceLayout::busWidth), hiding));
    var quotient = new ArrayList<>(matrices(instances, InstanceLayout::quotientWidth));
    if (hiding) {
      quotient.add(new MatrixShape(logDomain(), Ext.DEGREE));
    }
    trees.add(new Tree("quotient", List.copyOf(quotient), hiding));
    int logRows = logDomain();
    for (int layer = 0; layer < folds.size(); layer++) {
      logRows -= folds.get(layer);
      var shape = new MatrixShape(logRows, Ext.DEGREE << folds.get(layer));
      trees.add(new Tree("layer " + layer, List.of(shape), hiding));
    }
    return List.copyOf(trees);
  }

  /** Where the trees of {@link #trees} that are not of a fixed group begin. */
  public int mainTree() {
    return key.fixed().size();
  }

  private List<MatrixShape> matrices(
      List<InstanceLayout> members, ToIntFunction<InstanceLayout> width) {
    return members.stream()
        .filter(m -> width.applyAsInt(m) > 0)
        .map(
            m ->
                new MatrixShape(
                    m.instance().logHeight() + key.parameters().logBlowup(), width.applyAsInt(m)))
        .toList();
  }

  /** What the level of security depends on. */
  public SecurityLevel.Shape securityShape() {
    Parameters parameters = key.parameters();
    boolean readsNext = instances.stream().anyMatch(i -> i.openingCount() > i.widthAtZeta());
    return new SecurityLevel.Shape(
        logHeight,
        parameters.logBlowup(),
        folds.stream().map(log -> 1 << log).toList(),
        instances.stream().mapToInt(InstanceLayout::openingCount).sum() + 1,
        instances.stream().mapToInt(InstanceLayout::constraintCount).sum(),
        Table.MAX_DEGREE,
        readsNext ? 2 : 1,
        parameters.hiding() ? parameters.blindingRows() : 0);
  }

  /** The messages on buses: every interaction of every row, blinding rows counted. */
  public SecurityLevel.Lookups lookups(Statement statement) {
    boolean hiding = key.parameters().hiding();
    double count = 0;
    int longest = 0;
    for (InstanceLayout instance : instances) {
      // The mask adds one interaction to one row.
      int perRow = instance.table().interactions().size();
      count += (double) instance.instance().height() * perRow + 1;
      longest = Math.max(longest, LogUp.longestTuple(instance.table(), hiding));
    }
    for (PublicMessage message : statement.messages()) {
      count += Math.abs((double) message.times());
      longest = Math.max(longest, message.message().size() + 1);
    }
    return new SecurityLevel.Lookups(longest == 0 ? 0 : count, longest);
  }
}
