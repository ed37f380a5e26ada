package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.stark.Parameters;
import org.zarf.testkit.Trials;

class InstanceHeightsTest {

  private final Parameters hiding = Parameters.zeroKnowledge();
  private final Parameters revealing = Parameters.revealing();

  @Test
  void fillsOneInstanceUpToItsBlindingRows() {
    assertThat(InstanceHeights.of(0, hiding)).isEmpty();
    assertThat(InstanceHeights.of(1, hiding)).containsExactly(10);
    assertThat(InstanceHeights.of(1024 - 352, hiding)).containsExactly(10);
    assertThat(InstanceHeights.of(1024 - 351, hiding)).containsExactly(11);
    assertThat(InstanceHeights.of(1, revealing)).containsExactly(1);
    assertThat(InstanceHeights.of(1023, revealing)).containsExactly(10);
    assertThat(InstanceHeights.of(1024, revealing)).containsExactly(11);
  }

  @Test
  void splitsTallTablesWherePaddingIsSaved() {
    assertThat(InstanceHeights.of(1 << 16, hiding)).containsExactly(16, 15);
    assertThat(InstanceHeights.of(3 << 15, hiding)).containsExactly(17);
    assertThat(InstanceHeights.of((3 << 15) - 704, hiding)).containsExactly(16, 15);
    assertThat(InstanceHeights.of(1 << 15, hiding)).containsExactly(16);
    assertThat(InstanceHeights.of((1 << 17) - 352, hiding)).containsExactly(17);
  }

  @Test
  void cutsWhatNoHeightHolds() {
    assertThat(InstanceHeights.of((1L << 22) + 1, hiding)).containsExactly(22, 10);
    assertThat(InstanceHeights.of((5L << 21) - 3 * 352, hiding)).containsExactly(22, 22, 21);
    assertThatThrownBy(() -> InstanceHeights.ofOne(1L << 22, hiding))
        .hasMessage("4194304 rows in one instance of at most 2^22");
    assertThat(InstanceHeights.ofOne(0, hiding)).isEqualTo(10);
  }

  @Trials(200)
  void holdsAllRowsWithoutAnInstanceToSpare(SplittableRandom random) {
    Parameters parameters = random.nextBoolean() ? hiding : revealing;
    long rows = random.nextLong(1, 1L << random.nextInt(1, 25));
    List<Integer> heights = InstanceHeights.of(rows, parameters);
    assertThat(heights).isSortedAccordingTo(Comparator.reverseOrder());
    long capacity = heights.stream().mapToLong(h -> InstanceHeights.capacity(h, parameters)).sum();
    long last = InstanceHeights.capacity(heights.getLast(), parameters);
    assertThat(capacity).isGreaterThanOrEqualTo(rows);
    assertThat(capacity - last).isLessThan(rows);
  }
}
