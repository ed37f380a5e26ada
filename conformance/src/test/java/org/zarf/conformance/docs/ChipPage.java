package org.zarf.conformance.docs;

import java.util.List;
import java.util.stream.Collectors;
import org.zarf.air.Bounds;
import org.zarf.air.Circuit;
import org.zarf.air.Degree;
import org.zarf.air.Expr;
import org.zarf.air.Formulas;
import org.zarf.air.LogUp;
import org.zarf.air.Table;
import org.zarf.machine.isa.Opcode;

/** Writes the page of one chip. */
final class ChipPage {

  /**
   * A chip of the machine.
   *
   * @param type the class that defines it
   * @param slots its tables: two for those whose displaced entries are in a second one
   */
  record Described(Class<?> type, Record row, List<Circuit.Slot> slots) {

    Table table() {
      return slots.getFirst().table();
    }

    String opcodes() {
      return ChipOpcodes.of(table()).stream().map(Opcode::name).collect(Collectors.joining(", "));
    }

    LogUp logUp() {
      return LogUp.of(table(), true);
    }

    /** The highest degree of all constraints, those of the bus columns included. */
    int degree() {
      int own = highest(table().constraints());
      return Math.max(own, highest(logUp().constraints()));
    }

    private static int highest(List<Table.Constraint> constraints) {
      return constraints.stream().mapToInt(c -> Degree.of(c.expr())).max().orElse(0);
    }
  }

  private final Described chip;
  private final SourceComments comments;
  private final Formulas formulas = new Formulas();
  private final StringBuilder page = new StringBuilder();

  private ChipPage(Described chip, SourceComments comments) {
    this.chip = chip;
    this.comments = comments;
  }

  /** The page, in Markdown. */
  static String of(Described chip, SourceComments comments) {
    var page = new ChipPage(chip, comments);
    page.summary();
    page.columns();
    page.messages();
    page.constraints();
    page.parts();
    page.integers();
    return page.page.toString();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void summary() {
    Table table = chip.table();
    line("# " + table.name());
    line("");
    line(comments.of(chip.type).description());
    line("");
    if (!chip.opcodes().isEmpty()) {
      line("- Opcodes: " + chip.opcodes() + ".");
    }
    String often =
        switch (chip.slots.getFirst().cardinality()) {
          case EXACTLY_ONE -> "exactly once";
          case AT_MOST_ONE -> "at most once";
          case ANY -> "any number of times";
        };
    String tables =
        chip.slots.stream()
            .map(slot -> "`" + slot.table().name() + "`")
            .collect(Collectors.joining(" and "));
    line("- In a proof: " + tables + ", " + often + (chip.slots.size() == 1 ? "." : " each."));
    line(
        "- Columns: %d main, %d fixed, %d bus. Interactions: %d. Constraints: %d, and %d of the bus columns; degree %d."
            .formatted(
                table.main().size(),
                table.fixed().size(),
                chip.logUp().batches().size(),
                table.interactions().size(),
                table.constraints().size(),
                chip.logUp().constraints().size(),
                chip.degree()));
  }

  private void columns() {
    line("");
    line("## Columns");
    line("");
    line(comments.of(chip.row.getClass()).description());
    line("");
    line("| column | values | meaning |");
    line("| --- | --- | --- |");
    for (ChipColumns.Group group : ChipColumns.of(chip.row, chip.table(), comments)) {
      line("| " + group.names() + " | " + group.values() + " | " + group.meaning() + " |");
    }
  }

  private void messages() {
    if (chip.table().interactions().isEmpty()) {
      return;
    }
    line("");
    line("## Messages");
    line("");
    line("| bus | | times | message |");
    line("| --- | --- | --- | --- |");
    for (Table.Interaction interaction : chip.table().interactions()) {
      Expr times = interaction.times();
      boolean isReceived =
          times instanceof Expr.Difference(Expr left, _) && left.equals(Expr.Constant.ZERO);
      Expr count = times instanceof Expr.Difference(_, Expr right) && isReceived ? right : times;
      line(
          "| %s | %s | `%s` | `%s` |"
              .formatted(
                  interaction.bus().name(),
                  isReceived ? "receives" : "sends",
                  formulas.of(count),
                  formulas.of(interaction.message())));
    }
  }

  private void constraints() {
    if (chip.table().constraints().isEmpty()) {
      return;
    }
    line("");
    line("## Constraints");
    line("");
    for (Table.Constraint constraint : chip.table().constraints()) {
      String where =
          switch (constraint.domain()) {
            case EVERY_ROW -> "";
            case TRANSITION -> ", every row with its next";
            case FIRST_ROW -> ", first row";
            case BUS_STEP, END_ROW, AFTER_END_ROW ->
                throw new IllegalStateException("a chip has no constraint on " + constraint);
          };
      line(
          "- %s (degree %d%s): `%s`"
              .formatted(
                  constraint.why(),
                  Degree.of(constraint.expr()),
                  where,
                  formulas.equation(constraint.expr())));
    }
  }

  private void parts() {
    if (formulas.parts().isEmpty()) {
      return;
    }
    line("");
    line("where");
    line("");
    for (Formulas.Part part : formulas.parts()) {
      String bounds = part.bounds().isEmpty() ? "" : ", an integer from " + part.bounds();
      line("- `" + part.name() + " = " + part.formula() + "`" + bounds);
    }
  }

  private void integers() {
    if (chip.table().claims().isEmpty()) {
      return;
    }
    line("");
    line("## Over the integers");
    line("");
    line("These hold as integers because no value that the columns allow reaches p:");
    line("");
    for (Table.IntegerClaim claim : chip.table().claims()) {
      Bounds.Interval interval = Bounds.of(claim.expr());
      line(
          "- %s: `%s` lies between %d and %d"
              .formatted(claim.why(), formulas.of(claim.expr()), interval.min(), interval.max()));
    }
  }
}
