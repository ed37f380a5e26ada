package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;

/**
 * Lists the decoded instructions of the program, each with the number of times it is executed. Rows
 * beyond the last instruction repeat the first one: a row of zeros would be an instruction at
 * address 0.
 */
public final class ProgramChip implements Chip<ProgramChip.Row> {

  private static final int[] BITS = {30, 30, 6, 6, 5, 14, 31, 16, 1};
  private static final List<String> NAMES =
      List.of("pc", "next", "opcode", "rd", "rs1", "rs2", "a", "b", "s");

  /** One instruction, as {@link ProgramRow#values} lists it. */
  public record Row(List<Cell.Fixed> instruction, Cell.Felt times) {}

  /** The chip. */
  public ProgramChip() {}

  @Override
  public String name() {
    return "program";
  }

  @Override
  public Row row(Columns c) {
    var cells = new java.util.ArrayList<Cell.Fixed>();
    for (int i = 0; i < BITS.length; i++) {
      cells.add(c.fixed(NAMES.get(i), BITS[i]));
    }
    return new Row(List.copyOf(cells), c.felt("times"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.receive(Buses.PROGRAM, row.times(), Limbs.of(row.instruction().toArray(Expr[]::new)));
  }
}
