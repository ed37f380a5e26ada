package org.teavm.classlib.java.util;

import java.util.ConcurrentModificationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zarf.compiler.runtime.Library;

/**
 * The order of a {@code HashMap} as it is on the JVM: sizes of tables, and the place of an entry in
 * its bucket. It is in the package of TeaVM's map, and is named as its classes are, because it
 * works on its entries.
 */
final class THashMapOrder {

  private static final int DEFAULT_SIZE = 16;
  private static final int MAX_SIZE = 1 << 30;

  private THashMapOrder() {}

  /** The size of the table of a map that is asked to have room. */
  static int tableSize(int capacity) {
    return capacity <= 1 ? 1 : (int) Math.min(Integer.highestOneBit(capacity - 1) * 2L, MAX_SIZE);
  }

  /** What a map that copies another asks for. */
  static int copyCapacity(int size) {
    return size == 0 ? DEFAULT_SIZE : capacity(size);
  }

  /** What a set that copies a collection asks for. */
  static int setCapacity(int size) {
    return Math.max(capacity(size), DEFAULT_SIZE);
  }

  /** The least capacity of which so many entries are at most three quarters. */
  private static int capacity(int size) {
    return (int) ((size * 4L + 2) / 3);
  }

  /** Makes room for the entries of another map. */
  static <K, V> void reserve(THashMap<K, V> map, int added) {
    if (map.modCount == 0 && map.elementData.length == DEFAULT_SIZE) {
      resize(map, tableSize(copyCapacity(added)));
    }
    while (added > map.threshold && map.elementData.length < MAX_SIZE) {
      grow(map);
    }
  }

  /** Doubles the table. */
  static <K, V> void grow(THashMap<K, V> map) {
    resize(map, Math.min(map.elementData.length * 2, MAX_SIZE));
  }

  @SuppressWarnings("NullAway") // TeaVM does not say that the last entry of a bucket has no next.
  private static <K, V> void resize(THashMap<K, V> map, int size) {
    THashMap.HashEntry<K, V>[] table = map.newElementArray(size);
    for (THashMap.HashEntry<K, V> first : map.elementData) {
      THashMap.HashEntry<K, V> entry = first;
      while (entry != null) {
        THashMap.HashEntry<K, V> next = entry.next;
        entry.next = null;
        append(table, entry);
        entry = next;
      }
    }
    map.elementData = table;
    map.threshold = (int) (size * map.loadFactor);
  }

  private static <K, V> void append(
      THashMap.HashEntry<K, V>[] table, THashMap.HashEntry<K, V> entry) {
    int index = entry.origKeyHash & (table.length - 1);
    THashMap.HashEntry<K, V> last = table[index];
    if (last == null) {
      table[index] = entry;
      return;
    }
    while (last.next != null) {
      last = last.next;
    }
    last.next = entry;
  }

  /** Adds an entry as {@code put} does: as the last of its bucket. */
  static <K, V> THashMap.HashEntry<K, V> addLast(THashMap<K, V> map, K key, int hash) {
    var entry = new THashMap.HashEntry<K, V>(key, hash);
    append(map.elementData, entry);
    return entry;
  }

  /** Adds an entry as {@code compute} and its like do: as the first of its bucket. */
  private static <K, V> void addFirst(THashMap<K, V> map, K key, V value) {
    if (map instanceof TLinkedHashMap) {
      map.put(key, value);
      return;
    }
    if (map.elementCount > map.threshold) {
      grow(map);
    }
    int hash = Library.spreadHash(key);
    int index = hash & (map.elementData.length - 1);
    var entry = new THashMap.HashEntry<K, V>(key, hash);
    entry.value = value;
    entry.next = map.elementData[index];
    map.elementData[index] = entry;
    map.modCount++;
    map.elementCount++;
  }

  /** {@link java.util.Map#computeIfAbsent}. */
  static <K, V> @Nullable V computeIfAbsent(
      THashMap<K, V> map, K key, Function<? super K, ? extends V> function) {
    V old = map.get(key);
    if (old != null) {
      return old;
    }
    int before = map.modCount;
    V value = function.apply(key);
    requireUnmodified(map, before);
    if (value != null) {
      set(map, key, value);
    }
    return value;
  }

  /** {@link java.util.Map#compute}. */
  static <K, V> @Nullable V compute(
      THashMap<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> function) {
    V old = map.get(key);
    int before = map.modCount;
    V value = function.apply(key, old);
    requireUnmodified(map, before);
    if (value != null) {
      set(map, key, value);
    } else {
      map.remove(key);
    }
    return value;
  }

  /** {@link java.util.Map#merge}. */
  static <K, V> @Nullable V merge(
      THashMap<K, V> map, K key, V added, BiFunction<? super V, ? super V, ? extends V> function) {
    if (added == null || function == null) {
      throw new NullPointerException();
    }
    V old = map.get(key);
    int before = map.modCount;
    V value = old == null ? added : function.apply(old, added);
    requireUnmodified(map, before);
    if (value != null) {
      set(map, key, value);
    } else {
      map.remove(key);
    }
    return value;
  }

  private static <K, V> void set(THashMap<K, V> map, K key, V value) {
    THashMap.HashEntry<K, V> entry = map.entryByKey(key);
    if (entry == null) {
      addFirst(map, key, value);
    } else {
      entry.value = value;
    }
  }

  private static void requireUnmodified(THashMap<?, ?> map, int before) {
    if (map.modCount != before) {
      throw new ConcurrentModificationException();
    }
  }
}
