package org.zarf.witness;

import java.util.ArrayList;
import java.util.List;
import org.zarf.air.Bus;
import org.zarf.air.PublicMessage;
import org.zarf.air.Table;
import org.zarf.air.TableTrace;
import org.zarf.algebra.KoalaBear;
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
    for (int at = first; at < end; at += BLOCK) {
      int size = Math.min(BLOCK, end - at);
      int[] times = new int[size];
      for (Lookup lookup : lookups.lookups()) {
        lookup.times.evaluate(trace, at, times);
        int[][] message = new int[lookup.message.size()][size];
        for (int j = 0; j < message.length; j++) {
          lookup.message.get(j).evaluate(trace, at, message[j]);
        }
        for (int i = 0; i < size; i++) {
          if (times[i] != 0) {
            add(lookup.bus, message, i, KoalaBear.toInt(times[i]));
          }
        }
      }
    }
  }

  private void add(Bus bus, int[][] message, int i, int times) {
    int first = KoalaBear.toInt(message[0][i]);
    int second = KoalaBear.toInt(message[1][i]);
    if (bus.equals(Bus.RANGE)) {
      if (first <= RangeChip.MAX_BITS && second < 1 << first) {
        range[RangeChip.entry(first, second)] += times;
      }
    } else if (bus.equals(Buses.POWER)) {
      int rest = KoalaBear.toInt(message[2][i]);
      if (first < PowerChip.ENTRIES && second == 1 << first && rest == 1 << (16 - first)) {
        power[first] += times;
      }
    } else if (first < 256 && second < 256) {
      if (bus.equals(Buses.BYTES)) {
        bytes[BytePairChip.entry(first, second)] += times;
      } else if (KoalaBear.toInt(message[2][i]) == (first & second)) {
        and[BytePairChip.entry(first, second)] += times;
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
