package org.zarf.air;

import java.util.List;

/**
 * Receives the masks of all other tables' sums. A sum is a known function of private messages: a
 * guess at these could be tested against it. So each table adds to its sum the fraction of one
 * random message, which only this table can take back.
 */
public final class MaskChip implements Chip<MaskChip.Row> {

  /** The mask of one instance: its place in the list of instances, and five random elements. */
  public record Row(Cell.Bit active, Cell.Felt instance, List<Cell.Felt> random) {}

  /** The chip. */
  public MaskChip() {}

  @Override
  public String name() {
    return "mask";
  }

  @Override
  public Row row(Columns columns) {
    return new Row(
        columns.bit("active"),
        columns.felt("instance"),
        columns.list("random", Table.MASK_COLUMNS, columns::felt));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.receive(
        Bus.MASK, row.active(), row.instance(), Limbs.of(row.random().toArray(Expr[]::new)));
  }

  /** Its sum is minus the sum of all masks: it has nothing of its own to hide. */
  @Override
  public boolean isPublic() {
    return true;
  }
}
