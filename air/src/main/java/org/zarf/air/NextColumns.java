package org.zarf.air;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads an expression as the set of main columns whose next row it reads. */
public final class NextColumns implements Algebra<Set<Integer>> {

  private NextColumns() {}

  /** The main columns whose next row some constraint of a table reads, ascending. */
  public static List<Integer> of(Table table) {
    var columns = new TreeSet<Integer>();
    for (Table.Constraint constraint : table.constraints()) {
      columns.addAll(new Reader<>(new NextColumns()).read(constraint.expr()));
    }
    return List.copyOf(columns);
  }

  @Override
  public Set<Integer> constant(int value) {
    return Set.of();
  }

  @Override
  public Set<Integer> leaf(Leaf leaf) {
    return leaf instanceof Leaf.Next(Cell of) ? Set.of(of.column()) : Set.of();
  }

  @Override
  public Set<Integer> sum(Set<Integer> left, Set<Integer> right) {
    return union(left, right);
  }

  @Override
  public Set<Integer> difference(Set<Integer> left, Set<Integer> right) {
    return union(left, right);
  }

  @Override
  public Set<Integer> product(Set<Integer> left, Set<Integer> right) {
    return union(left, right);
  }

  private static Set<Integer> union(Set<Integer> left, Set<Integer> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    return Set.copyOf(Stream.concat(left.stream(), right.stream()).distinct().toList());
  }
}
