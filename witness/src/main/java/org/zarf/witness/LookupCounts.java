package org.zarf.witness;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Bus;
import org.zarf.air.PublicMessage;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.machine.chips.Buses;
import org.zarf.machine.chips.BytePairChip;
import org.zarf.machine.chips.PowerChip;
import org.zarf.machine.chips.RangeChip;

/**
 * How often each entry of the lookup tables is asked for. Questions that have no true answer are
 * not counted: they leave their bus unbalanced, which is where a forged trace shows.
 */
final class LookupCounts {

  private static final int BLOCK = 1024;

  /** The longest question: two bytes or a power, and what comes of them. */
  private static final int MAX_MESSAGE = 3;

  final int[] range = new int[RangeChip.ENTRIES];
  final int[] bytes = new int[BytePairChip.ENTRIES];
  final int[] and = new int[BytePairChip.ENTRIES];
  final int[] power = new int[PowerChip.ENTRIES];

  /** A question that the rows of a table ask: what, and how often. */
  private record Lookup(Bus bus, LinearForm times, List<LinearForm> message) {}

  /** The questions that the rows of a table ask. */
  record Lookups(List<Lookup> lookups) {

    static Lookups of(Table table) {
      return new Lookups(
          table.interactions().stream()
              .filter(i -> isLookup(i.bus()) && !isAnswer(table))
              .map(
                  i ->
                      new Lookup(
                          i.bus(),
                          LinearForm.of(i.times()),
                          i.message().stream().map(LinearForm::of).toList()))
              .toList());
    }

    private static boolean isLookup(Bus bus) {
      return bus.equals(Bus.RANGE)
          || bus.equals(Buses.BYTES)
          || bus.equals(Buses.AND)
          || bus.equals(Buses.POWER);
    }

    /** The lookup tables' own side of the bus reads fixed columns, which is no question. */
    private static boolean isAnswer(Table table) {
      return !table.fixed().isEmpty();
    }
  }

  /** Counts the questions of the first rows of a trace. */
  void count(Lookups lookups, TableTrace trace, int rows) {
    count(lookups, trace, 0, rows);
  }

  /** Counts the questions of the rows from first to end - 1. */
  void count(Lookups lookups, TableTrace trace, int first, int end) {
    int[] times = new int[BLOCK];
    int[][] message = new int[MAX_MESSAGE][BLOCK];
    for (int at = first; at < end; at += BLOCK) {
      int size = Math.min(BLOCK, end - at);
      for (Lookup lookup : lookups.lookups()) {
        lookup.times.evaluate(trace, at, size, times);
        for (int j = 0; j < lookup.message.size(); j++) {
          lookup.message.get(j).evaluate(trace, at, size, message[j]);
        }
        if (lookup.bus.equals(Bus.RANGE)) {
          countRanges(times, message, size);
        } else if (lookup.bus.equals(Buses.POWER)) {
          countPowers(times, message, size);
        } else {
          countBytes(lookup.bus.equals(Buses.AND), times, message, size);
        }
      }
    }
  }

  private void countRanges(int[] times, int[][] message, int size) {
    for (int i = 0; i < size; i++) {
      int bits = message[0][i];
      int value = message[1][i];
      if (times[i] != 0 && bits <= RangeChip.MAX_BITS && value < 1 << bits) {
        range[RangeChip.entry(bits, value)] += times[i];
      }
    }
  }

  private void countPowers(int[] times, int[][] message, int size) {
    for (int i = 0; i < size; i++) {
      int log = message[0][i];
      boolean isTrue =
          log < PowerChip.ENTRIES && message[1][i] == 1 << log && message[2][i] == 1 << (16 - log);
      if (times[i] != 0 && isTrue) {
        power[log] += times[i];
      }
    }
  }

  private void countBytes(boolean isAnd, int[] times, int[][] message, int size) {
    int[] counts = isAnd ? and : bytes;
    for (int i = 0; i < size; i++) {
      int a = message[0][i];
      int b = message[1][i];
      boolean isTrue = a < 256 && b < 256 && (!isAnd || message[2][i] == (a & b));
      if (times[i] != 0 && isTrue) {
        counts[BytePairChip.entry(a, b)] += times[i];
      }
    }
  }

  /** Adds the counts of another part of the traces. */
  void add(LookupCounts that) {
    add(range, that.range);
    add(bytes, that.bytes);
    add(and, that.and);
    add(power, that.power);
  }

  private static void add(int[] to, int[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  /** The answers as messages: what the lookup tables would receive. */
  List<PublicMessage> answers() {
    var answers = new ArrayList<PublicMessage>();
    for (int i = 0; i < range.length; i++) {
      answer(answers, Bus.RANGE, range[i], RangeChip.bits(i), RangeChip.value(i));
    }
    for (int i = 0; i < bytes.length; i++) {
      int a = BytePairChip.a(i);
      int b = BytePairChip.b(i);
      answer(answers, Buses.BYTES, bytes[i], a, b);
      answer(answers, Buses.AND, and[i], a, b, a & b);
    }
    for (int i = 0; i < power.length; i++) {
      answer(answers, Buses.POWER, power[i], i, 1L << i, 1L << (16 - i));
    }
    return answers;
  }

  private static void answer(List<PublicMessage> to, Bus bus, int times, long... message) {
    if (times != 0) {
      to.add(PublicMessage.of(bus, -times, message));
    }
  }
}
