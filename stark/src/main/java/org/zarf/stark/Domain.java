package org.zarf.stark;

import static org.zarf.algebra.KoalaBear.mul;
import static org.zarf.algebra.KoalaBear.pow;

import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;

/**
 * The polynomials that say on which rows of a table a constraint holds. Row r is the point g^r.
 *
 * @param logHeight the logarithm of the height n
 * @param blindingRows how many rows at the end are not regular
 */
public record Domain(int logHeight, int blindingRows) {

  /** The shift of every evaluation domain: a coset that no trace domain meets. */
  public static final int SHIFT = KoalaBear.GENERATOR;

  /** The generator g of the rows. */
  public int generator() {
    return KoalaBear.rootOfUnity(logHeight);
  }

  /** How many rows are regular. */
  public int regularRows() {
    return (1 << logHeight) - blindingRows;
  }

  /** The point of a row. */
  public int point(int row) {
    return pow(generator(), row);
  }

  /** The factors by which constraints are multiplied before they are summed to the quotient. */
  public record Factors(Ext everyRow, Ext transition, Ext firstRow, Ext endRow, Ext afterEndRow) {

    /** The factor of a domain. */
    public Ext of(Table.Domain domain) {
      return switch (domain) {
        case EVERY_ROW, BUS_STEP -> everyRow;
        case TRANSITION -> transition;
        case FIRST_ROW -> firstRow;
        case END_ROW -> endRow;
        case AFTER_END_ROW -> afterEndRow;
      };
    }
  }

  /**
   * The factors at a point outside the base field: Z_B / Z_H for every regular row, where Z_B
   * vanishes on the blinding rows and Z_H on all; times (X - g^last) for all regular rows but the
   * last; and 1 / (X - g^r) for the single rows.
   */
  public Factors factorsAt(Ext zeta) {
    Ext blinding = Ext.ONE;
    int g = generator();
    int first = point(regularRows());
    int point = first;
    for (int i = 0; i < blindingRows; i++) {
      blinding = blinding.times(zeta.minus(Ext.of(point)));
      point = mul(point, g);
    }
    Ext all = zeta.pow(1L << logHeight).minus(Ext.ONE);
    Ext everyRow = blinding.times(all.inverse());
    return new Factors(
        everyRow,
        everyRow.times(zeta.minus(Ext.of(point(regularRows() - 1)))),
        zeta.minus(Ext.ONE).inverse(),
        zeta.minus(Ext.of(first)).inverse(),
        zeta.minus(Ext.of(mul(first, g))).inverse());
  }
}
