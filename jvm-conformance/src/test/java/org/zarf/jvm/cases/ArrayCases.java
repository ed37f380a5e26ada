package org.zarf.jvm.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.zarf.jvm.Bits;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** The methods of Arrays, and System.arraycopy. */
final class ArrayCases {

  private ArrayCases() {}

  static void sortingPrimitives(Lines out) {
    int[] ints = {5, -1, 3, 3, Integer.MIN_VALUE, 0};
    long[] longs = {1L << 40, -1, 5};
    char[] chars = "sorting".toCharArray();
    byte[] bytes = {3, -128, 127, 0};
    Arrays.sort(ints);
    Arrays.sort(longs);
    Arrays.sort(chars);
    Arrays.sort(bytes);
    out.add(
        Arrays.toString(ints), Arrays.toString(longs), new String(chars), Arrays.toString(bytes));
  }

  static void sortingDoubles(Lines out) {
    double[] doubles = {1, Double.NaN, -0.0, 0.0, -1, Double.NEGATIVE_INFINITY, -0.0, 1 / 0.0};
    Arrays.sort(doubles);
    out.add(Arrays.toString(doubles));
    float[] floats = {0f, Float.NaN, -0f, -5};
    Arrays.sort(floats);
    out.add(Arrays.toString(floats));
  }

  static void sortingRanges(Lines out) {
    int[] ints = {9, 8, 7, 6, 5};
    Arrays.sort(ints, 1, 4);
    out.ints(ints);
    String[] words = {"d", "c", "b", "a"};
    Arrays.sort(words, 0, 2, Comparator.naturalOrder());
    out.add(Arrays.toString(words));
    out.outcome(
        () -> {
          Arrays.sort(ints, 3, 9);
          return 0;
        });
    out.outcome(
        () -> {
          Arrays.sort(ints, 3, 1);
          return 0;
        });
  }

  static void sortingObjects(Lines out) {
    Integer[] boxed = {3, 1, 2};
    Arrays.sort(boxed, Collections.reverseOrder());
    out.add(Arrays.toString(boxed));
    out.outcome(
        () -> {
          Arrays.sort(new Object[] {1, "a"});
          return 0;
        });
    out.outcome(
        () -> {
          Arrays.sort(new String[] {"a", null});
          return 0;
        });
  }

  static void searching(Lines out) {
    int[] ints = {1, 3, 5, 7};
    for (int i = 0; i < 9; i++) {
      out.add(Arrays.binarySearch(ints, i), Arrays.binarySearch(ints, 1, 3, i));
    }
    out.add(Arrays.binarySearch(new double[] {-0.0, 0.0, Double.NaN}, 0.0));
    out.add(Arrays.binarySearch(new String[] {"a", "c"}, "b"));
  }

  static void copying(Lines out) {
    int[] ints = {1, 2, 3};
    out.add(Arrays.toString(Arrays.copyOf(ints, 5)), Arrays.toString(Arrays.copyOf(ints, 1)));
    out.add(
        Arrays.toString(Arrays.copyOfRange(ints, 1, 4)),
        Arrays.toString(Arrays.copyOf(new String[] {"a"}, 2)));
    out.outcome(() -> Arrays.copyOf(ints, -1));
    out.outcome(() -> Arrays.copyOfRange(ints, 4, 5));
    out.outcome(() -> Arrays.copyOfRange(ints, 2, 1));
  }

  static void copyingKeepsTheType(Lines out) {
    Object[] copy = Arrays.copyOf(new String[] {"a"}, 2);
    out.add(copy.getClass() == String[].class, copy.length);
  }

  static void arraycopy(Lines out) {
    int[] ints = {0, 1, 2, 3, 4, 5};
    System.arraycopy(ints, 0, ints, 2, 4);
    out.ints(ints);
    System.arraycopy(ints, 3, ints, 1, 3);
    out.ints(ints);
    out.outcome(
        () -> {
          System.arraycopy(ints, 0, null, 0, 1);
          return 0;
        });
    System.arraycopy(ints, 6, ints, 0, 0);
    out.ints(ints);
  }

  static void arraycopyBetweenTypes(Lines out) {
    Object[] objects = {"a", "b"};
    String[] strings = new String[2];
    System.arraycopy(objects, 0, strings, 0, 2);
    out.add(Arrays.toString(strings));
  }

  static void filling(Lines out) {
    int[] ints = new int[6];
    Arrays.fill(ints, 7);
    Arrays.fill(ints, 2, 4, -1);
    out.ints(ints);
    boolean[] flags = new boolean[2];
    Arrays.fill(flags, true);
    out.add(Arrays.toString(flags));
    out.outcome(
        () -> {
          Arrays.fill(ints, 4, 7, 0);
          return 0;
        });
    Arrays.setAll(ints, i -> i * i);
    out.ints(ints);
  }

  static void equality(Lines out) {
    int[][] a = {{1}, {2, 3}};
    int[][] b = {{1}, {2, 3}};
    out.add(
        Arrays.equals(a, b),
        Arrays.deepEquals(a, b),
        Arrays.equals(a[1], b[1]),
        Arrays.equals((int[]) null, null));
    out.add(
        Arrays.equals(new double[] {0.0}, new double[] {-0.0}),
        Arrays.equals(new double[] {Double.NaN}, new double[] {Double.NaN}));
    out.add(Arrays.equals(new int[] {1, 2, 3}, 1, 3, new int[] {2, 3}, 0, 2));
  }

  static void hashes(Lines out) {
    out.add(
        Arrays.hashCode(new int[] {1, 2}),
        Arrays.hashCode(new long[] {1L << 33}),
        Arrays.hashCode((int[]) null));
    out.add(
        Arrays.hashCode(new double[] {1.5, -0.0}), Arrays.hashCode(new boolean[] {true, false}));
    out.add(
        Arrays.deepHashCode(new Object[] {new int[] {1}, "a", null}),
        Arrays.hashCode(new Object[] {"a", null}));
  }

  static void text(Lines out) {
    out.add(
        Arrays.toString((int[]) null),
        Arrays.toString(new int[0]),
        Arrays.toString(new char[] {'a', 'b'}));
    out.add(Arrays.deepToString(new Object[][] {{1, null}, {}, {new int[] {5}, "x"}}));
    out.add(Arrays.toString(new Object[] {null, 1.5f, 'c', 7L}));
  }

  static void mismatch(Lines out) {
    out.add(
        Arrays.mismatch(new int[] {1, 2}, new int[] {1, 3}),
        Arrays.mismatch(new int[] {1}, new int[] {1}));
  }

  static void lists(Lines out) {
    out.add(
        Arrays.asList(1, 2).size(),
        Arrays.asList(new int[] {1, 2}).size(),
        List.of(new String[] {"x", "y"}).size());
    out.add(Arrays.asList("a", "b").equals(List.of("a", "b")), Arrays.asList((Object) null));
  }

  static void streams(Lines out) {
    out.add(
        Arrays.stream(new int[] {1, 2, 3}).sum(),
        Arrays.stream(new String[] {"a", "b", "c"}, 1, 3).toList());
    out.add(Arrays.stream(new double[] {0.5, 1.5}).max().getAsDouble());
  }

  static void stableSortOfManyObjects(Lines out) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      pairs.add(new int[] {i * 37 % 10, i});
    }
    int[][] array = pairs.toArray(new int[0][]);
    Arrays.sort(array, (a, b) -> Integer.compare(a[0], b[0]));
    int hash = 0;
    boolean stable = true;
    for (int i = 0; i < array.length; i++) {
      hash = hash * 31 + array[i][1];
      stable &= i == 0 || array[i - 1][0] < array[i][0] || array[i - 1][1] < array[i][1];
    }
    out.add(hash, stable);
  }

  static void brokenComparators(Lines out) {
    Integer[] few = {3, 1, 2};
    Arrays.sort(few, (a, b) -> 0);
    out.add(Arrays.toString(few));
  }

  static void randomSorts(Lines out, Bits bits) {
    int[] ints = new int[bits.below(120)];
    long[] longs = new long[ints.length];
    Integer[] boxed = new Integer[ints.length];
    double[] doubles = new double[ints.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = bits.nextInt();
      longs[i] = bits.nextLong();
      boxed[i] = bits.below(20);
      doubles[i] = bits.nextLong();
    }
    Arrays.sort(ints);
    Arrays.sort(longs);
    Arrays.sort(boxed);
    Arrays.sort(doubles);
    out.ints(ints);
    out.longs(longs);
    out.bits(doubles);
    out.add(Arrays.toString(boxed), Arrays.hashCode(longs));
  }

  @Differs("the exception is not that of arrays")
  static void arraycopyOutOfBounds(Lines out) {
    int[] ints = {0, 1, 2, 3, 4, 5};
    out.outcome(
        () -> {
          System.arraycopy(ints, 4, ints, 0, 3);
          return 0;
        });
    out.outcome(
        () -> {
          System.arraycopy(ints, 0, ints, -1, 1);
          return 0;
        });
    out.ints(ints);
  }

  @Differs("nothing is thrown")
  static void arraycopyOfAnotherType(Lines out) {
    out.outcome(
        () -> {
          System.arraycopy(new int[1], 0, new long[1], 0, 1);
          return 0;
        });
  }
}
