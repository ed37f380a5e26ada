package org.zarf.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.zarf.air.Bounds;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;

/**
 * Every equation that is meant over the integers is one: the multiple of p that could make it true
 * only modulo p is out of reach of the columns' ranges.
 */
class BoundsTest {

  @Test
  void noEquationOverTheIntegersWrapsAroundP() {
    BigInteger p = BigInteger.valueOf(KoalaBear.P);
    for (var slot : Machine.circuit().slots()) {
      for (Table.IntegerClaim claim : slot.table().claims()) {
        Bounds.Interval bounds = Bounds.of(claim.expr());
        String where = slot.table().name() + ": " + claim.why();
        BigInteger above = bounds.max().subtract(BigInteger.valueOf(claim.min()));
        BigInteger below = BigInteger.valueOf(claim.max()).subtract(bounds.min());
        assertThat(above).as(where).isLessThan(p);
        assertThat(below).as(where).isLessThan(p);
      }
    }
  }
}
