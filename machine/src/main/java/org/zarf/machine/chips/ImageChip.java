package org.zarf.machine.chips;

import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Word;

/** Lists the words of the program's image; the memory table takes each of them exactly once. */
public final class ImageChip implements Chip<ImageChip.Row> {

  /** One word: its index, what it holds, and whether the row lists one at all. */
  public record Row(Cell.Fixed word, Word value, Cell.Fixed active) {}

  /** The chip. */
  public ImageChip() {}

  @Override
  public String name() {
    return "image";
  }

  @Override
  public Row row(Columns c) {
    return new Row(c.fixed("word", 28), c.fixedWord("value"), c.fixed("active", 1));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    must.send(Buses.IMAGE, row.active(), row.word(), row.value());
  }

  /** Every column is preprocessed. */
  @Override
  public boolean isPublic() {
    return true;
  }
}
