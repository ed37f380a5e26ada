package org.zarf.stark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.testkit.Allocated;
import org.zarf.testkit.Trials;

/** The choice reaches the level, and one query or bit of work less does not. */
class ParameterChoiceTest {

  private final Statement statement = Statement.of(List.of());

  @Trials(40)
  void choosesTheLeast(SplittableRandom random) {
    for (var parameters : List.of(Parameters.zeroKnowledge(), Parameters.revealing())) {
      var key = ShapeCircuit.key(parameters);
      int logHeight = random.nextInt(11, parameters.maxLogHeight() + 1);
      var instances = ShapeCircuit.instances(parameters, logHeight, random.nextInt(1, 60));
      Strength strength = ParameterChoice.of(key, instances, statement);
      assertThat(total(key, instances, strength)).isGreaterThanOrEqualTo(128);
      assertThat(strength.queries()).isEqualTo(256);
      assertThat(strength.queryGrinding()).isEqualTo(22);
      for (Strength less : weaker(strength)) {
        assertThat(total(key, instances, less)).as(less.toString()).isLessThan(128);
      }
    }
  }

  private static List<Strength> weaker(Strength s) {
    var weaker = new java.util.ArrayList<Strength>();
    weaker.add(
        new Strength(s.queries() - 1, s.lookupGrinding(), s.batchingGrinding(), s.queryGrinding()));
    weaker.add(
        new Strength(s.queries(), s.lookupGrinding(), s.batchingGrinding(), s.queryGrinding() - 1));
    if (s.lookupGrinding() > 0) {
      weaker.add(
          new Strength(
              s.queries(), s.lookupGrinding() - 1, s.batchingGrinding(), s.queryGrinding()));
    }
    if (s.batchingGrinding() > 0) {
      weaker.add(
          new Strength(
              s.queries(), s.lookupGrinding(), s.batchingGrinding() - 1, s.queryGrinding()));
    }
    return weaker;
  }

  private int total(VerifyingKey key, List<Instance> instances, Strength strength) {
    return SecurityLevel.of(key, instances, statement, strength).total();
  }

  @Test
  void levelsOutOfReachAreRefused() {
    var parameters = new Parameters("too-much", true, 1, 256, 150);
    var key = ShapeCircuit.key(parameters);
    var instances = ShapeCircuit.instances(parameters, 20, 1);
    assertThatThrownBy(() -> ParameterChoice.of(key, instances, statement))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("150");
  }

  @Test
  void countsPairsConstraintsAndMessagesOfTheDefinitions() {
    var key = ShapeCircuit.key(Parameters.zeroKnowledge());
    var instances = List.of(new Instance(0, 12), new Instance(1, 11), new Instance(2, 10));
    ProofLayout layout = ProofLayout.of(key, instances);
    SecurityLevel.Shape shape = layout.securityShape();
    // At zeta: main, bus, quotient; at zeta g: what is read there. The last one is R.
    int sender = 5 + 5 + 15 + 1 + 5;
    int silent = 1 + 15;
    int mask = 7 + 5 + 15 + 5;
    assertThat(shape.batched()).isEqualTo(sender + silent + mask + 1);
    // The sender: one bit, one transition, three of its running sum and one of its mask.
    assertThat(shape.constraints()).isEqualTo(6 + 1 + (1 + 3));
    assertThat(shape.openingPoints()).isEqualTo(2);
    assertThat(shape.blindingRows()).isEqualTo(524);
    assertThat(shape.logHeight()).isEqualTo(12);
    assertThat(shape.foldingFactors()).containsExactly(8, 8);
    SecurityLevel.Lookups lookups = layout.lookups(statement);
    // Two messages a row, one of the mask table, and at most one mask each.
    assertThat(lookups.count()).isEqualTo(2 * 4096 + 1024 + 3);
    assertThat(lookups.tupleLength()).isEqualTo(7);
  }

  @Test
  void manyInstancesCostNoMoreThanTheirList() {
    var key = ShapeCircuit.key(Parameters.zeroKnowledge());
    List<Instance> instances = Collections.nCopies(100_000, new Instance(0, 10));
    var allocated = Allocated.by(() -> ProofLayout.of(key, instances).securityShape());
    assertThat(allocated.bytes() / instances.size()).isLessThan(400);
  }
}
