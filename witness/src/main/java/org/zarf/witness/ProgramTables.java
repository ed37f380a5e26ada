package org.zarf.witness;

import java.util.List;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Image;
import org.zarf.machine.TableHeights;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.MemoryImage;

/** What the circuit's key says about a loaded program. */
public final class ProgramTables {

  private ProgramTables() {}

  /** The fixed columns of a program, in the order of their slots. */
  public static List<FixedTable> of(GuestProgram program, TableHeights heights) {
    return FixedTable.ofProgram(program.instructions(), image(program), heights);
  }

  /** The words of memory that a program sets. */
  static Image image(GuestProgram program) {
    MemoryImage image = program.image();
    int[] words = new int[image.count()];
    long[] values = new long[image.count()];
    for (int i = 0; i < words.length; i++) {
      words[i] = image.word(i);
      values[i] = image.value(i);
    }
    return new Image(words, values);
  }
}
