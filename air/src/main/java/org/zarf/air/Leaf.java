package org.zarf.air;

/** An expression that has no parts: a column of the table, or a value of the proof. */
public sealed interface Leaf extends Expr
    permits Cell,
        Leaf.Next,
        Leaf.BusChallenge,
        Leaf.BusColumn,
        Leaf.InstanceIndex,
        Leaf.PublishedSum {

  /** Whether its values lie in the extension field; otherwise they lie in the base field. */
  default boolean isExtension() {
    return false;
  }

  /** The cell of the next row in the column of {@code of}. */
  record Next(Cell of) implements Leaf {}

  /** The challenge of the buses: gamma for power 0, otherwise beta^power. */
  record BusChallenge(int power) implements Leaf {
    @Override
    public boolean isExtension() {
      return true;
    }
  }

  /** A column over the extension field that holds fractions of the buses, or their running sum. */
  record BusColumn(int column, boolean next) implements Leaf {
    @Override
    public boolean isExtension() {
      return true;
    }
  }

  /** The place of the table's instance in the proof's list of instances. */
  record InstanceIndex() implements Leaf {}

  /** The sum of all fractions of the instance, as the proof claims it. */
  record PublishedSum() implements Leaf {
    @Override
    public boolean isExtension() {
      return true;
    }
  }
}
