package org.zarf.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zarf.air.Algebra;
import org.zarf.air.Bus;
import org.zarf.air.Cell;
import org.zarf.air.Circuit;
import org.zarf.air.Expr;
import org.zarf.air.Leaf;
import org.zarf.air.PublicMessage;
import org.zarf.air.Reader;
import org.zarf.air.Table;
import org.zarf.algebra.KoalaBear;

/**
 * How often the rows of all tables may send or receive. The verifier counts each interaction of
 * each row as one message, and a row that received what it should send would answer its own
 * questions: so whatever the flags of a row are, it sends or receives once or not at all, and never
 * does one in place of the other. Only answers have free multiplicities: fixed rows give them.
 */
class MultiplicityLawTest {

  /** The columns that an expression reads. */
  private record Cells() implements Algebra<Set<Leaf>> {
    @Override
    public Set<Leaf> constant(int value) {
      return Set.of();
    }

    @Override
    public Set<Leaf> leaf(Leaf leaf) {
      return Set.of(leaf);
    }

    @Override
    public Set<Leaf> sum(Set<Leaf> left, Set<Leaf> right) {
      var union = new HashSet<>(left);
      union.addAll(right);
      return union;
    }

    @Override
    public Set<Leaf> difference(Set<Leaf> left, Set<Leaf> right) {
      return sum(left, right);
    }

    @Override
    public Set<Leaf> product(Set<Leaf> left, Set<Leaf> right) {
      return sum(left, right);
    }
  }

  /** An expression over flags, whose bits stand in a number. */
  private record Values(Map<Leaf, Integer> places, int flags) implements Algebra<Integer> {
    @Override
    public Integer constant(int value) {
      return value;
    }

    @Override
    public Integer leaf(Leaf leaf) {
      return KoalaBear.of((flags >>> places.get(leaf)) & 1);
    }

    @Override
    public Integer sum(Integer left, Integer right) {
      return KoalaBear.add(left, right);
    }

    @Override
    public Integer difference(Integer left, Integer right) {
      return KoalaBear.sub(left, right);
    }

    @Override
    public Integer product(Integer left, Integer right) {
      return KoalaBear.mul(left, right);
    }
  }

  private static Set<Leaf> cells(Expr expr) {
    return new Reader<>(new Cells()).read(expr);
  }

  private static boolean isFlag(Leaf leaf) {
    return leaf instanceof Cell.Bit || (leaf instanceof Cell.Fixed fixed && fixed.bits() == 1);
  }

  /** What a row's flags must satisfy, whatever the row holds besides. */
  private static List<Expr> aboutFlags(Table table) {
    return table.constraints().stream()
        .filter(c -> c.domain() == Table.Domain.EVERY_ROW)
        .map(Table.Constraint::expr)
        .filter(expr -> cells(expr).stream().allMatch(MultiplicityLawTest::isFlag))
        .toList();
  }

  /** The values that a multiplicity has over all flags that satisfy the constraints. */
  private static Set<Integer> values(Expr times, List<Expr> constraints) {
    Set<Leaf> flags = new HashSet<>(cells(times));
    List<Expr> related = constraints;
    for (int known = -1; known < flags.size(); ) {
      known = flags.size();
      related =
          constraints.stream()
              .filter(c -> cells(c).stream().anyMatch(flags::contains))
              .peek(c -> flags.addAll(cells(c)))
              .toList();
    }
    assertThat(flags.size()).isLessThan(20);
    var places = new HashMap<Leaf, Integer>();
    flags.forEach(flag -> places.put(flag, places.size()));
    var values = new TreeSet<Integer>();
    for (int bits = 0; bits < 1 << flags.size(); bits++) {
      var reader = new Reader<>(new Values(places, bits));
      if (related.stream().allMatch(c -> reader.read(c) == KoalaBear.ZERO)) {
        int value = KoalaBear.toInt(reader.read(times));
        values.add(value > KoalaBear.P / 2 ? value - KoalaBear.P : value);
      }
    }
    return values;
  }

  @Test
  void aRowSendsOrReceivesOnceOrNotAtAll() {
    int answers = 0;
    for (Circuit.Slot slot : Machine.circuit().hiding().slots()) {
      Table table = slot.table();
      List<Expr> constraints = aboutFlags(table);
      for (Table.Interaction interaction : table.interactions()) {
        String where = table.name() + " on bus " + interaction.bus().name();
        if (cells(interaction.times()).stream().allMatch(MultiplicityLawTest::isFlag)) {
          Set<Integer> values = values(interaction.times(), constraints);
          assertThat(List.of(Set.of(0, 1), Set.of(0, -1), Set.of(1), Set.of(-1)))
              .as(where)
              .contains(values);
        } else {
          answers++;
          assertThat(interaction.message())
              .as(where)
              .allMatch(part -> cells(part).stream().allMatch(Cell.Fixed.class::isInstance));
        }
      }
    }
    assertThat(answers).isPositive();
  }

  /** The test above can fail: flags that no constraint binds would read a register -1 times. */
  @Test
  void withoutConstraintsFlagsWouldDoOtherwise() {
    Table table = Machine.BITWISE.table();
    assertThat(table.interactions())
        .anyMatch(i -> values(i.times(), List.of()).equals(Set.of(-1, 0, 1)));
  }

  /** A shorter message would pass for a longer one that ends in zeros. */
  @Test
  void theVerifiersMessagesAreAsLongAsThoseOfTheTables() {
    var lengths = new HashMap<Bus, Integer>();
    for (Circuit.Slot slot : Machine.circuit().slots()) {
      slot.table().interactions().forEach(i -> lengths.put(i.bus(), i.message().size()));
    }
    var buses = new ArrayList<Bus>();
    for (PublicMessage message : PublicTerms.of(1 << 20, 7, new byte[9])) {
      assertThat(message.message()).hasSize(lengths.get(message.bus()));
      buses.add(message.bus());
    }
    assertThat(new HashSet<>(buses)).hasSize(3);
  }
}
