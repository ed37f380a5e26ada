package org.zarf.stark;

import java.util.List;
import java.util.stream.Stream;
import org.zarf.air.LogUp;
import org.zarf.air.NextColumns;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;

/**
 * The columns that an instance has in each commitment: derived from the definitions, never from a
 * proof.
 *
 * @param instance the table and its height
 * @param table its definition
 * @param logUp its bus columns
 * @param nextColumns the main columns that are opened at zeta g too
 * @param share its part in the quotient of its height
 */
public record InstanceLayout(
    Instance instance, Table table, LogUp logUp, List<Integer> nextColumns, QuotientShare share) {

  /**
   * All instances of one height share one quotient, whose columns are those of the first.
   *
   * @param firstWeight how many constraints of instances before it have the same height: constraint
   *     k has the weight alpha^(firstWeight + k)
   * @param chunks how many polynomials the quotient is cut into, for the first instance; otherwise
   *     0
   */
  public record QuotientShare(int firstWeight, int chunks) {}

  /** The layout of an instance that is the first of its height. */
  public static InstanceLayout of(Instance instance, Table table, Parameters parameters) {
    return new InstanceLayout(
        instance,
        table,
        LogUp.of(table, parameters.hiding()),
        NextColumns.of(table),
        new QuotientShare(0, parameters.quotientChunkCount()));
  }

  /** The same table as another of its instances. */
  InstanceLayout as(Instance other, QuotientShare itsShare) {
    return new InstanceLayout(other, table, logUp, nextColumns, itsShare);
  }

  /** All constraints, in the order of their weights. */
  public List<Table.Constraint> constraints() {
    return Stream.concat(table.constraints().stream(), logUp.constraints().stream()).toList();
  }

  /** How many constraints there are. */
  public int constraintCount() {
    return table.constraints().size() + logUp.constraints().size();
  }

  /** Base columns in the commitment to fixed columns. */
  public int fixedWidth() {
    return table.fixed().size();
  }

  /** Base columns in the main commitment. */
  public int mainWidth() {
    return table.main().size();
  }

  /** Base columns in the commitment to bus columns. */
  public int busWidth() {
    return Ext.DEGREE * logUp.batches().size();
  }

  /** Base columns in the commitment to quotients. */
  public int quotientWidth() {
    return Ext.DEGREE * share.chunks();
  }

  /** Base columns of the running sum that are opened at zeta g. */
  public int busNextWidth() {
    return hasSum() ? Ext.DEGREE : 0;
  }

  /** Whether the instance takes part in buses, and so publishes a sum. */
  public boolean hasSum() {
    return !logUp.batches().isEmpty();
  }

  /** How many pairs of a column and a point are opened. */
  public int openingCount() {
    return widthAtZeta() + nextColumns.size() + busNextWidth();
  }

  /** How many base columns are opened at zeta: all of them. */
  public int widthAtZeta() {
    return fixedWidth() + mainWidth() + busWidth() + quotientWidth();
  }
}
