package org.zarf.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zarf.air.Table;

/** What a row of each instruction table costs. These numbers only go down. */
class TableBudgetTest {

  /** Table, main columns, interactions. */
  private static final String BUDGET =
      """
      add 26 16
      sub 26 16
      add-immediate 23 13
      add-word 25 14
      sub-word 25 14
      add-word-immediate 22 11
      bitwise 47 20
      compare 34 15
      branch-equal 24 9
      branch-less 28 12
      shift-left 46 23
      shift-right 50 23
      multiply 40 28
      multiply-high 50 38
      divide 76 38
      jump 12 6
      jump-register 23 11
      load-double 27 15
      load-word 32 16
      load-narrow 38 17
      load-misaligned 58 25
      store-double 27 15
      store-word 32 15
      store-narrow 40 17
      store-misaligned 61 25
      load-reserved 30 19
      store-conditional 38 21
      atomic-add 42 23
      atomic-bitwise 59 27
      atomic-compare 51 23
      """;

  @Test
  void noTableCostsMoreThanItDid() {
    Set<String> found = new HashSet<>();
    for (var slot : Machine.circuit().slots()) {
      Table table = slot.table();
      for (String line : BUDGET.lines().toList()) {
        String[] budget = line.split(" ");
        if (budget[0].equals(table.name())) {
          found.add(line);
          assertThat(table.main().size())
              .as("columns of %s", table.name())
              .isLessThanOrEqualTo(Integer.parseInt(budget[1]));
          assertThat(table.interactions().size())
              .as("interactions of %s", table.name())
              .isLessThanOrEqualTo(Integer.parseInt(budget[2]));
        }
      }
    }
    assertThat(found).hasSize((int) BUDGET.lines().count());
  }
}
