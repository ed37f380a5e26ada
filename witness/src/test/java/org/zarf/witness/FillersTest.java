package org.zarf.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zarf.machine.Machine;
import org.zarf.machine.TableHeights;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;

class FillersTest {

  @Test
  void everyTableThatFetchesHasOneFiller() {
    var filled = new ArrayList<Integer>();
    Fillers.INSTRUCTIONS.forEach(t -> filled.add(t.part().slot()));
    var fetching = new ArrayList<Integer>();
    for (int i = 0; i < Machine.circuit().slots().size(); i++) {
      var slot = Machine.circuit().slots().get(i);
      boolean fetches =
          slot.table().fixed().isEmpty()
              && slot.table().interactions().stream().anyMatch(x -> x.bus().equals(Buses.PROGRAM));
      if (fetches) {
        fetching.add(i);
      }
    }
    assertThat(filled).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(fetching);
  }

  @Test
  void everyVariantOfAnOpcodeHasOneTable() {
    record Variant(Object opcode, int variant) {}
    Set<Variant> seen = new HashSet<>();
    for (var table : Fillers.INSTRUCTIONS) {
      for (var opcode : table.opcodes()) {
        assertThat(seen.add(new Variant(opcode, table.variant()))).as(opcode.name()).isTrue();
      }
    }
  }

  @Test
  void everyInstructionThatCanBeExecutedHasAChip() {
    for (Opcode op : Opcode.all()) {
      int[] variants =
          switch (op) {
            case EBREAK -> new int[] {};
            case ECALL -> Arrays.stream(Call.values()).mapToInt(Call::ordinal).toArray();
            default ->
                switch (op.instructionClass() == InstructionClass.ATOMIC ? 1 : op.accessBytes()) {
                  case 0 -> new int[] {0};
                  case 1 -> new int[] {1};
                  default -> new int[] {1, 2};
                };
          };
      for (int variant : variants) {
        assertThat(Fillers.INSTRUCTIONS)
            .as("%s, variant %d", op, variant)
            .anyMatch(t -> t.opcodes().contains(op) && t.variant() == variant);
      }
    }
  }

  @Test
  void instancesHoldAllRowsAndSplitOnlyToSavePadding() {
    var tables = new TableHeights(524, 11, 23);
    var heights = InstanceHeights.of(tables, 1 << 20);
    assertThat(heights.worth()).isEqualTo(1 << 13);
    assertThat(heights.of(0)).isEmpty();
    assertThat(heights.of(1)).containsExactly(11);
    assertThat(heights.of(2048 - 524)).containsExactly(11);
    assertThat(heights.of(2048 - 523)).containsExactly(12);
    assertThat(heights.of((1 << 16) - 524)).containsExactly(16);
    assertThat(heights.of(1 << 16)).containsExactly(16, 11);
    assertThat(heights.of(90_000)).containsExactly(16, 15);
    assertThat(heights.of(110_000)).containsExactly(16, 15, 14);
    assertThat(heights.of(125_000)).containsExactly(17);
    assertThat(heights.of(1 << 23)).containsExactly(23, 11);
    assertThat(InstanceHeights.of(tables, 1 << 22).of(90_000)).containsExactly(16, 15);
    assertThat(InstanceHeights.of(tables, 1 << 22).of(110_000)).containsExactly(17);
    assertThat(InstanceHeights.of(tables, 1000).of(5_000)).containsExactly(12, 11);
    for (int rows : new int[] {1, 700, 40_000, 99_999, 5_000_000, 9_000_000}) {
      List<Integer> chosen = heights.of(rows);
      assertThat(chosen.stream().mapToInt(tables::regularRows).sum()).isGreaterThanOrEqualTo(rows);
      assertThat(chosen.reversed()).isSorted();
    }
  }
}
