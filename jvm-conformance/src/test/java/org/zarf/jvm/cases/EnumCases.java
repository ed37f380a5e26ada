package org.zarf.jvm.cases;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Enumerations, their sets and maps. */
final class EnumCases {

  enum Day {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    boolean isWeekend() {
      return ordinal() >= SATURDAY.ordinal();
    }
  }

  enum Planet {
    MERCURY(3.303e+23, 2.4397e6),
    EARTH(5.976e+24, 6.37814e6);

    private final double mass;
    private final double radius;

    Planet(double mass, double radius) {
      this.mass = mass;
      this.radius = radius;
    }

    double gravity() {
      return 6.67300E-11 * mass / (radius * radius);
    }
  }

  enum Operation implements IntBinaryOperator {
    PLUS("+") {
      @Override
      public int applyAsInt(int a, int b) {
        return a + b;
      }
    },
    TIMES("*") {
      @Override
      public int applyAsInt(int a, int b) {
        return a * b;
      }

      @Override
      public String toString() {
        return "times";
      }
    };

    final String symbol;

    Operation(String symbol) {
      this.symbol = symbol;
    }
  }

  enum Counted {
    A,
    B;

    private static int made;

    static {
      for (Counted one : values()) {
        made += one.weight;
      }
    }

    final int weight = ordinal() + 10;
  }

  private EnumCases() {}

  static void valuesAndOrdinals(Lines out) {
    for (Day day : Day.values()) {
      out.add(day, day.ordinal(), day.name(), day.isWeekend());
    }
    out.add(Day.values() == Day.values(), Day.values().length);
  }

  static void valueOfNames(Lines out) {
    out.add(Day.valueOf("FRIDAY") == Day.FRIDAY, Enum.valueOf(Day.class, "MONDAY"));
    out.outcome(() -> Day.valueOf("friday"));
  }

  static void fieldsOfConstants(Lines out) {
    for (Planet planet : Planet.values()) {
      out.add(planet, Math.round(planet.gravity() * 1000));
    }
  }

  static void bodiesOfConstants(Lines out) {
    for (Operation operation : Operation.values()) {
      out.add(operation, operation.name(), operation.symbol, operation.applyAsInt(6, 7));
      out.add(operation.getDeclaringClass() == Operation.class);
    }
  }

  static void staticsSeeTheConstants(Lines out) {
    out.add(Counted.made, Counted.B.weight);
  }

  static void comparison(Lines out) {
    out.add(Day.MONDAY.compareTo(Day.FRIDAY), Day.SUNDAY.equals(Day.SUNDAY));
    Day[] days = {Day.SUNDAY, Day.MONDAY, Day.FRIDAY};
    Arrays.sort(days);
    out.add(List.of(days));
  }

  private static int old(Day day) {
    switch (day) {
      case MONDAY:
      case TUESDAY:
        return 1;
      case SUNDAY:
        return 2;
      default:
        return 3;
    }
  }

  static void switchWithDefault(Lines out) {
    for (Day day : Day.values()) {
      out.add(old(day));
    }
    out.outcome(() -> old(null));
  }

  static void exhaustiveSwitch(Lines out) {
    for (Counted one : Counted.values()) {
      out.add(
          switch (one) {
            case A -> "first";
            case B -> "second";
          });
    }
  }

  static void enumSets(Lines out) {
    EnumSet<Day> set = EnumSet.of(Day.SUNDAY, Day.MONDAY);
    set.add(Day.WEDNESDAY);
    out.add(set, EnumSet.complementOf(set), EnumSet.range(Day.TUESDAY, Day.THURSDAY));
    out.add(EnumSet.noneOf(Day.class), EnumSet.allOf(Day.class).size(), set.contains(Day.FRIDAY));
    set.removeIf(Day::isWeekend);
    out.add(set, set.equals(EnumSet.of(Day.MONDAY, Day.WEDNESDAY)));
  }

  static void enumMaps(Lines out) {
    Map<Day, String> map = new EnumMap<>(Day.class);
    map.put(Day.SUNDAY, "rest");
    map.put(Day.MONDAY, "work");
    map.put(Day.FRIDAY, null);
    out.add(map, map.size(), map.containsKey(Day.FRIDAY), map.get(Day.TUESDAY));
    map.merge(Day.MONDAY, "!", String::concat);
    map.remove(Day.FRIDAY);
    out.add(map.keySet(), map.values(), map.entrySet());
  }

  static void singletonEnum(Lines out) {
    enum Single {
      ONE;
      int count;
    }
    Single.ONE.count++;
    Single.ONE.count += 2;
    out.add(Single.ONE.count, Single.valueOf("ONE").count);
  }

  @Differs("another exception")
  static void valueOfNull(Lines out) {
    out.outcome(() -> Day.valueOf(null));
  }
}
