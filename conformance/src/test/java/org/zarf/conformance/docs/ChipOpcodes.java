package org.zarf.conformance.docs;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zarf.air.Algebra;
import org.zarf.air.Cell;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.air.Reader;
import org.zarf.air.RowValues;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.isa.Opcode;

/**
 * Which opcodes a table proves, found by trial: all values of the flags that its opcode depends on
 * and that its constraints permit.
 */
final class ChipOpcodes {

  /** The opcode's place in the messages of {@link Buses#PROGRAM}. */
  private static final int OPCODE = 2;

  private ChipOpcodes() {}

  /** The opcodes that active rows may look up; none for tables of no instruction. */
  static Set<Opcode> of(Table table) {
    Set<Opcode> opcodes = EnumSet.noneOf(Opcode.class);
    for (Table.Interaction interaction : table.interactions()) {
      boolean looksUp = interaction.bus().equals(Buses.PROGRAM) && !table.name().equals("program");
      if (looksUp) {
        collect(table, interaction, opcodes);
      }
    }
    return opcodes;
  }

  private static void collect(Table table, Table.Interaction lookup, Set<Opcode> into) {
    Expr opcode = lookup.message().get(OPCODE);
    Set<Leaf> flags = leaves(opcode);
    flags.addAll(leaves(lookup.times()));
    List<Expr> rules =
        table.constraints().stream()
            .map(Table.Constraint::expr)
            .filter(rule -> flags.containsAll(leaves(rule)))
            .toList();
    List<Leaf> columns = List.copyOf(flags);
    int[][] row = new int[table.main().size()][1];
    for (int choice = 0; choice < 1 << columns.size(); choice++) {
      for (int i = 0; i < columns.size(); i++) {
        Cell.Bit flag = (Cell.Bit) columns.get(i);
        row[flag.column()][0] = (choice >> i & 1) == 1 ? KoalaBear.ONE : KoalaBear.ZERO;
      }
      var values = new Reader<>(new RowValues(new TableTrace(0, 0, row, new int[0][]), 0));
      boolean isActive = values.read(lookup.times()) != KoalaBear.ZERO;
      if (isActive && rules.stream().allMatch(rule -> values.read(rule) == KoalaBear.ZERO)) {
        into.add(Opcode.all().get(KoalaBear.toInt(values.read(opcode))));
      }
    }
  }

  private static Set<Leaf> leaves(Expr expr) {
    Set<Leaf> leaves = new HashSet<>();
    new Reader<>(new Leaves(leaves)).read(expr);
    return leaves;
  }

  /** Reads an expression as the columns that it mentions. */
  private record Leaves(Set<Leaf> into) implements Algebra<Boolean> {

    @Override
    public Boolean constant(int value) {
      return true;
    }

    @Override
    public Boolean leaf(Leaf leaf) {
      return into.add(leaf);
    }

    @Override
    public Boolean sum(Boolean left, Boolean right) {
      return true;
    }

    @Override
    public Boolean difference(Boolean left, Boolean right) {
      return true;
    }

    @Override
    public Boolean product(Boolean left, Boolean right) {
      return true;
    }
  }
}
