package org.zarf.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.chips.BytePairChip;
import org.zarf.machine.chips.RangeChip;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;

class FixedTableTest {

  private static final TableHeights OPEN = new TableHeights(1, 1, 22);
  private static final TableHeights HIDING = new TableHeights(524, 11, 23);

  /** The rows of a table that are not blinding, as integers. */
  private static Set<List<Integer>> rows(FixedTable table, TableHeights heights) {
    var rows = new HashSet<List<Integer>>();
    for (int i = 0; i < heights.regularRows(table.logHeight()); i++) {
      int row = i;
      rows.add(java.util.Arrays.stream(table.columns()).map(c -> KoalaBear.toInt(c[row])).toList());
    }
    return rows;
  }

  @Test
  void lookupTablesHoldEveryEntryAndNoOther() {
    for (TableHeights heights : List.of(OPEN, HIDING)) {
      List<FixedTable> tables = FixedTable.ofMachine(heights);
      Set<List<Integer>> range = rows(tables.get(0), heights);
      range.addAll(rows(tables.get(1), heights));
      assertThat(range).hasSize(RangeChip.ENTRIES);
      assertThat(range).allMatch(r -> r.get(0) <= 16 && r.get(1) >= 0 && r.get(1) < 1 << r.get(0));
      Set<List<Integer>> pairs = rows(tables.get(2), heights);
      pairs.addAll(rows(tables.get(3), heights));
      assertThat(pairs).hasSize(BytePairChip.ENTRIES);
      assertThat(pairs)
          .allMatch(r -> r.get(0) < 256 && r.get(1) < 256 && r.get(2) == (r.get(0) & r.get(1)));
      Set<List<Integer>> power = rows(tables.get(4), heights);
      assertThat(power).hasSize(16);
      assertThat(power)
          .allMatch(
              r -> r.get(0) < 16 && r.get(1) == 1 << r.get(0) && r.get(2) == 1 << (16 - r.get(0)));
    }
  }

  @Test
  void onlyTheSpillsAreHigherThanTheirEntriesNeed() {
    assertThat(FixedTable.ofMachine(HIDING))
        .extracting(FixedTable::logHeight)
        .containsExactly(17, 11, 16, 11, 11, 11);
    assertThat(FixedTable.ofMachine(OPEN))
        .extracting(FixedTable::logHeight)
        .containsExactly(17, 1, 16, 1, 5, 6);
  }

  /** A row of zeros would be an instruction at address 0: ADD x0, x0, x0, for ever. */
  @Test
  void everyRowOfTheProgramIsAnInstruction() {
    var instruction = new Instruction(Opcode.ADDI, 5, 6, 0, -7, 4, 0x10000);
    var image = new Image(new int[] {600}, new long[] {0x1234_5678_9abc_def0L});
    List<FixedTable> tables = FixedTable.ofProgram(List.of(instruction), image, HIDING);
    assertThat(rows(tables.get(0), HIDING))
        .containsExactly(List.of(0x10000, 0x10004, Opcode.ADDI.code(), 5, 6, 0, 0xfff9, 0xffff, 1));
    assertThat(rows(tables.get(1), HIDING))
        .containsExactlyInAnyOrder(
            List.of(600, 0xdef0, 0x9abc, 0x5678, 0x1234, 1), List.of(0, 0, 0, 0, 0, 0));
  }

  @Test
  void theOrderIsThatOfTheSlots() {
    assertThat(FixedTable.ofMachine(OPEN)).extracting(FixedTable::slot).isSorted();
    assertThat(Machine.circuit().groups())
        .containsExactly(Machine.PROGRAM_GROUP, Machine.MACHINE_GROUP);
  }
}
