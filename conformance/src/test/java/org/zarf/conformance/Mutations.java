package org.zarf.conformance;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;

/**
 * All ways to change one leaf of a proof: each number, digest and field element changed, each list
 * and array with an element taken away and with one given twice. Found by reflection, so that no
 * new part of a proof can be forgotten.
 */
final class Mutations {

  private Mutations() {}

  /** A changed copy, and where it was changed. */
  record Mutation(String path, Object value) {}

  /** Hands every changed copy of a value to a sink. */
  static void of(String path, Object value, Consumer<Mutation> sink) {
    switch (value) {
      case Ext x ->
          sink.accept(
              new Mutation(
                  path, new Ext(KoalaBear.add(x.c0(), 1), x.c1(), x.c2(), x.c3(), x.c4())));
      case Digest digest -> {
        byte[] bytes = digest.toBytes();
        bytes[7] ^= 16;
        sink.accept(new Mutation(path, Digest.of(bytes)));
      }
      case Integer x -> sink.accept(new Mutation(path, x + 1));
      case Long x -> sink.accept(new Mutation(path, x + 1));
      case int[] row -> row(path, row, sink);
      case int[][] rows -> rows(path, rows, sink);
      case List<?> list -> list(path, list, sink);
      case Record record -> record(path, record, sink);
      default -> throw new IllegalArgumentException("a proof holds " + value.getClass());
    }
  }

  private static void row(String path, int[] row, Consumer<Mutation> sink) {
    for (int i = 0; i < row.length; i++) {
      int[] changed = row.clone();
      changed[i] = KoalaBear.add(changed[i], 1);
      sink.accept(new Mutation(path + "[" + i + "]", changed));
    }
  }

  private static void rows(String path, int[][] rows, Consumer<Mutation> sink) {
    for (int i = 0; i < rows.length; i++) {
      int at = i;
      of(path + "[" + i + "]", rows[i], m -> sink.accept(replaced(rows, at, m)));
    }
    List<int[]> list = List.of(rows);
    sink.accept(
        new Mutation(path + ", one less", list.subList(1, rows.length).toArray(int[][]::new)));
    var more = new ArrayList<>(list);
    more.add(rows[0]);
    sink.accept(new Mutation(path + ", one more", more.toArray(int[][]::new)));
  }

  private static Mutation replaced(int[][] rows, int at, Mutation element) {
    int[][] changed = rows.clone();
    changed[at] = (int[]) element.value();
    return new Mutation(element.path(), changed);
  }

  private static void list(String path, List<?> list, Consumer<Mutation> sink) {
    for (int i = 0; i < list.size(); i++) {
      int at = i;
      of(
          path + "[" + i + "]",
          list.get(i),
          m -> {
            var changed = new ArrayList<Object>(list);
            changed.set(at, m.value());
            sink.accept(new Mutation(m.path(), changed));
          });
    }
    if (!list.isEmpty()) {
      sink.accept(new Mutation(path + ", one less", list.subList(1, list.size())));
      var more = new ArrayList<Object>(list);
      more.add(list.getLast());
      sink.accept(new Mutation(path + ", one more", more));
    }
  }

  private static void record(String path, Record record, Consumer<Mutation> sink) {
    RecordComponent[] parts = record.getClass().getRecordComponents();
    Object[] values = new Object[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        values[i] = parts[i].getAccessor().invoke(record);
        types[i] = parts[i].getType();
      }
      var constructor = record.getClass().getDeclaredConstructor(types);
      for (int i = 0; i < parts.length; i++) {
        int at = i;
        of(
            path + "." + parts[i].getName(),
            values[i],
            m -> {
              Object[] changed = values.clone();
              changed[at] = m.value();
              try {
                sink.accept(new Mutation(m.path(), constructor.newInstance(changed)));
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(m.path(), e);
              }
            });
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
