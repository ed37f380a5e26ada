package org.zarf.jvm.cases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zarf.jvm.Bits;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Maps and sets. */
final class MapCases {

  private MapCases() {}

  private static NavigableMap<Integer, String> tree() {
    NavigableMap<Integer, String> map = new TreeMap<>();
    for (int i = 10; i > 0; i -= 2) {
      map.put(i, "v" + i);
    }
    return map;
  }

  static void putAndGet(Lines out) {
    Map<String, Integer> map = new HashMap<>();
    out.add(map.put("a", 1), map.put("a", 2), map.get("a"), map.get("b"), map.getOrDefault("b", 9));
    out.add(map.remove("a"), map.remove("a"), map.size(), map.isEmpty());
    map.put(null, 5);
    map.put("x", null);
    out.add(map.get(null), map.containsKey("x"), map.get("x"), map.containsValue(null));
  }

  static void computing(Lines out) {
    Map<String, Integer> map = new TreeMap<>();
    out.add(
        map.computeIfAbsent("a", k -> 1),
        map.computeIfAbsent("a", k -> 2),
        map.computeIfAbsent("n", k -> null));
    out.add(map.computeIfPresent("a", (k, v) -> v + 10), map.computeIfPresent("z", (k, v) -> 1));
    out.add(map.compute("a", (k, v) -> null), map.compute("b", (k, v) -> v == null ? 0 : v), map);
  }

  static void merging(Lines out) {
    Map<Character, Integer> counts = new TreeMap<>();
    for (char c : "mississippi".toCharArray()) {
      counts.merge(c, 1, Integer::sum);
    }
    counts.merge('m', 0, (a, b) -> null);
    out.add(counts);
  }

  static void absentAndReplace(Lines out) {
    Map<String, String> map = new LinkedHashMap<>(Map.of("k", "v"));
    out.add(
        map.putIfAbsent("k", "w"),
        map.putIfAbsent("l", "x"),
        map.replace("k", "y"),
        map.replace("z", "q"));
    out.add(
        map.replace("k", "no", "yes"), map.replace("k", "y", "yes"), map.remove("l", "other"), map);
    map.replaceAll((k, v) -> k + v);
    out.add(map);
  }

  static void orderOfHashMapWithInts(Lines out) {
    Map<Integer, Integer> map = new HashMap<>();
    for (int i : new int[] {17, 1, 33, -5, 100, 65536, 16, 0}) {
      map.put(i, i * 2);
    }
    out.add(map, map.keySet(), map.values());
  }

  static void orderOfHashMapWithStrings(Lines out) {
    Map<String, Integer> map = new HashMap<>();
    for (String word : "the quick brown fox jumps over lazy dog".split(" ")) {
      map.put(word, word.length());
    }
    out.add(map);
  }

  static void orderOfHashMapThatGrew(Lines out) {
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      map.put("key" + i * 7, i);
    }
    out.add(map.keySet());
    map.keySet().removeIf(k -> k.length() > 5);
    out.add(map);
  }

  static void orderOfHashSets(Lines out) {
    Set<Long> set = new HashSet<>();
    for (long i = 1; i < 1L << 40; i *= 3) {
      set.add(i);
    }
    out.add(set, set.hashCode());
  }

  static void orderOfCountedWords(Lines out) {
    Map<String, Integer> counts = new HashMap<>();
    Map<Integer, List<String>> byLength = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      String word = "w" + i * i % 53;
      counts.merge(word, 1, Integer::sum);
      byLength.computeIfAbsent(word.hashCode() % 41, k -> new ArrayList<>()).add(word);
      counts.compute("c" + i % 9, (k, v) -> v == null ? 1 : v + 1);
    }
    out.add(counts);
    out.add(byLength);
  }

  static void orderOfCopies(Lines out) {
    for (int size : new int[] {0, 1, 3, 6, 7, 12, 13, 24, 25, 100}) {
      Map<Integer, Integer> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        map.put(i * 1234567, i);
      }
      Map<Integer, Integer> added = new HashMap<>();
      added.putAll(map);
      Map<Integer, Integer> filled = new HashMap<>(Map.of(-1, 0));
      filled.putAll(map);
      out.add(new HashMap<>(map).values(), added.values(), filled.values());
      out.add(new HashSet<>(map.keySet()), new HashSet<>(added.keySet()).equals(map.keySet()));
    }
  }

  static void orderWithFewBuckets(Lines out) {
    for (int capacity : new int[] {0, 1, 2, 5, 64}) {
      Set<Integer> set = new HashSet<>(capacity);
      for (int i = 40; i > 0; i -= 3) {
        set.add(i * 7919);
      }
      out.add(set);
    }
  }

  static void functionsMustNotModify(Lines out) {
    Map<Integer, Integer> map = new HashMap<>();
    out.outcome(
        () ->
            map.computeIfAbsent(
                1,
                k -> {
                  map.put(2, 2);
                  return 1;
                }));
  }

  static void collidingKeys(Lines out) {
    record Key(int value) {
      @Override
      public int hashCode() {
        return value % 2;
      }
    }
    Map<Key, Integer> map = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      map.put(new Key(i), i);
    }
    map.remove(new Key(4));
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += map.getOrDefault(new Key(i), 100);
    }
    out.add(map.size(), sum, map.containsKey(new Key(12)));
  }

  static void linkedHashMapsKeepOrder(Lines out) {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", 2);
    map.put("m", 3);
    map.put("z", 4);
    map.remove("a");
    map.put("a", 5);
    out.add(map, map.keySet().iterator().next());
  }

  static void accessOrder(Lines out) {
    Map<Integer, Integer> recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > 3;
          }
        };
    for (int i = 0; i < 3; i++) {
      recent.put(i, i);
    }
    recent.get(0);
    recent.put(3, 3);
    recent.getOrDefault(2, 0);
    recent.put(4, 4);
    out.add(recent);
  }

  static void sequencedMaps(Lines out) {
    LinkedHashMap<String, Integer> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.putFirst("b", 2);
    map.putLast("c", 3);
    out.add(map, map.firstEntry(), map.lastEntry(), map.reversed(), map.pollFirstEntry(), map);
  }

  static void treeMapNeighbours(Lines out) {
    NavigableMap<Integer, String> map = tree();
    for (int i : new int[] {1, 2, 5, 10, 11}) {
      out.add(map.floorKey(i), map.lowerKey(i), map.ceilingKey(i), map.higherKey(i));
    }
    out.add(
        map.firstEntry(),
        map.lastKey(),
        map.floorEntry(7),
        map.pollFirstEntry(),
        map.pollLastEntry(),
        map);
  }

  static void treeMapViews(Lines out) {
    NavigableMap<Integer, String> map = tree();
    out.add(
        map.headMap(6),
        map.headMap(6, true),
        map.tailMap(6),
        map.tailMap(6, false),
        map.subMap(3, 9));
    out.add(
        map.descendingMap(), map.navigableKeySet().descendingSet(), map.descendingKeySet().first());
    map.subMap(3, 9).clear();
    out.add(map);
    out.outcome(() -> map.headMap(5).put(7, "out"));
    map.headMap(5).put(1, "in");
    out.add(map);
  }

  static void treeMapsCompare(Lines out) {
    Map<String, Integer> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.put("B", 1);
    map.put("a", 2);
    map.put("b", 3);
    out.add(map, map.containsKey("A"));
    out.outcome(() -> new TreeMap<String, Integer>().put(null, 1));
    out.outcome(() -> new TreeMap<Object, Integer>(Map.of("a", 1)).put(1, 1));
    out.outcome(() -> new TreeMap<String, Integer>().firstKey());
    out.add(new TreeMap<String, Integer>().firstEntry());
  }

  static void entriesWriteThrough(Lines out) {
    Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
    for (Map.Entry<String, Integer> entry : map.entrySet()) {
      entry.setValue(entry.getValue() * 100);
    }
    map.values().remove(100);
    out.add(map, map.entrySet().contains(Map.entry("b", 200)));
  }

  static void entries(Lines out) {
    Map.Entry<String, Integer> entry = Map.entry("k", 1);
    out.add(entry, entry.hashCode(), entry.equals(Map.entry("k", 1)));
    out.outcome(() -> entry.setValue(2));
    List<Map.Entry<String, Integer>> all = new ArrayList<>(Map.of("x", 2, "y", 1).entrySet());
    all.sort(Map.Entry.comparingByValue());
    out.add(all);
    all.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
    out.add(all);
  }

  static void viewsOfMaps(Lines out) {
    Map<Integer, String> map = new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c"));
    map.keySet().remove(1);
    map.values().removeIf("b"::equals);
    out.add(map, map.keySet().equals(Set.of(3)), map.values());
    out.outcome(() -> map.keySet().add(5));
  }

  static void modificationOfMapsInLoops(Lines out) {
    Map<Integer, Integer> map = new HashMap<>(Map.of(1, 1, 2, 2, 3, 3));
    out.outcome(
        () -> {
          for (Integer key : map.keySet()) {
            map.put(key + 10, 0);
          }
          return 0;
        });
    Iterator<Map.Entry<Integer, Integer>> iterator = map.entrySet().iterator();
    iterator.next();
    iterator.remove();
    out.add(map.size() > 0);
    TreeMap<Integer, Integer> tree = new TreeMap<>(Map.of(1, 1, 2, 2));
    out.outcome(
        () -> {
          for (Integer key : tree.keySet()) {
            tree.remove(key);
          }
          return tree;
        });
  }

  static void immutableMaps(Lines out) {
    Map<String, Integer> map = Map.of("a", 1);
    out.outcome(() -> map.put("b", 2));
    out.add(map.equals(new HashMap<>(map)), Map.copyOf(map), Map.ofEntries(Map.entry("z", 0)));
    out.outcome(() -> Collections.unmodifiableMap(new HashMap<>(map)).remove("a"));
  }

  static void equalityOfMaps(Lines out) {
    Map<Integer, String> map = tree();
    out.add(
        map.equals(new HashMap<>(map)),
        map.hashCode() == new LinkedHashMap<>(map).hashCode(),
        map.hashCode());
    out.add(
        Map.of().equals(new HashMap<>()),
        new HashSet<>(List.of(1, 2)).equals(new TreeSet<>(List.of(2, 1))));
  }

  static void setAlgebra(Lines out) {
    Set<Integer> a = new TreeSet<>(List.of(1, 2, 3, 4));
    Set<Integer> b = new LinkedHashSet<>(List.of(9, 4, 3));
    Set<Integer> union = new TreeSet<>(a);
    union.addAll(b);
    Set<Integer> both = new TreeSet<>(a);
    both.retainAll(b);
    out.add(union, both, a.removeAll(b), a, b, a.add(1), b.add(7), b);
  }

  static void treeSets(Lines out) {
    TreeSet<String> set = new TreeSet<>(List.of("d", "a", "c", "b"));
    out.add(set, set.first(), set.last(), set.floor("bb"), set.higher("d"), set.lower("b"));
    out.add(
        set.headSet("c"), set.tailSet("c"), set.subSet("a", false, "c", true), set.descendingSet());
    SortedSet<String> head = set.headSet("c");
    set.add("aa");
    out.add(head, set.pollFirst(), set.pollLast(), set.reversed());
  }

  static void immutableSets(Lines out) {
    out.outcome(() -> Set.of(1, 1));
    out.outcome(() -> Set.of(1).add(2));
    out.add(Set.copyOf(List.of(5, 5)), Set.of(3).contains(3), Set.of().isEmpty());
    out.add(Collections.singleton(4), Collections.emptySet());
  }

  static void linkedHashSets(Lines out) {
    LinkedHashSet<Integer> set = new LinkedHashSet<>(List.of(3, 1, 2));
    set.add(3);
    set.addFirst(2);
    out.add(set, set.getFirst(), set.getLast(), set.reversed(), set.removeFirst());
  }

  static void identityMaps(Lines out) {
    Map<String, Integer> map = new IdentityHashMap<>();
    String a = new String("a");
    map.put(a, 1);
    map.put(new String("a"), 2);
    out.add(map.size(), map.get(a), map.containsKey(new String("a")));
  }

  static void hashtables(Lines out) {
    Hashtable<String, Integer> table = new Hashtable<>();
    table.put("one", 1);
    out.add(table, table.containsKey("one"), table.get("two"));
    out.outcome(() -> table.put(null, 1));
    out.outcome(() -> table.put("x", null));
  }

  static void bitSets(Lines out) {
    BitSet bits = new BitSet();
    bits.set(1);
    bits.set(64, 70);
    bits.set(100);
    bits.clear(66);
    bits.flip(0);
    BitSet mask = new BitSet();
    mask.set(60, 68);
    out.add(
        bits,
        bits.cardinality(),
        bits.length(),
        bits.nextSetBit(2),
        bits.nextClearBit(64),
        bits.get(66));
    mask.and(bits);
    out.add(mask, mask.intersects(bits), mask.isEmpty(), bits.previousSetBit(99));
    bits.xor(mask);
    out.add(bits);
  }

  static void mapsContainingThemselves(Lines out) {
    Map<String, Object> map = new HashMap<>();
    map.put("self", map);
    out.add(map);
  }

  static void randomMaps(Lines out, Bits bits) {
    Map<Integer, Integer> hash = new HashMap<>();
    TreeMap<Integer, Integer> tree = new TreeMap<>();
    for (int i = 0; i < 250; i++) {
      int key = bits.below(80) - 40;
      if (bits.below(3) == 0) {
        hash.remove(key);
        tree.remove(key);
      } else {
        hash.merge(key, i, Integer::sum);
        tree.merge(key, i, Integer::sum);
      }
    }
    out.add(hash.equals(tree), tree, tree.floorKey(0), tree.subMap(-10, 10).size());
    out.add(hash.hashCode(), new TreeSet<>(hash.values()));
  }

  @Differs("they are taken")
  static void immutableMapsRefuseNullsAndDuplicates(Lines out) {
    out.outcome(() -> Map.of("a", 1, "a", 2).size());
    out.outcome(() -> Map.of("a", null));
    out.outcome(() -> Map.of("a", 1).get(null));
  }

  @Differs("parts of tree sets take no elements")
  static void partsOfTreeSetsTakeElements(Lines out) {
    TreeSet<String> set = new TreeSet<>(List.of("d", "a"));
    SortedSet<String> head = set.headSet("c");
    out.outcome(() -> head.add("b"));
    out.outcome(() -> head.add("x"));
    out.add(set);
  }

  @Differs("another hash code")
  static void hashOfBitSets(Lines out) {
    BitSet bits = new BitSet();
    bits.set(1);
    bits.set(100);
    out.add(bits.hashCode());
  }
}
