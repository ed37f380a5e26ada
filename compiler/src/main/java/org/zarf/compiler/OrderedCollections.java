package org.zarf.compiler;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What TeaVM calls in place of the JDK's factories of unordered collections. */
public final class OrderedCollections {

  private OrderedCollections() {}

  /**
   * Binds a call of a factory, of the same name and type, to a method of this class.
   *
   * @param lookup of the caller
   * @param name of the factory
   * @param type of the factory: any number of elements, an array, or a collection
   * @throws ReflectiveOperationException if there is no such method: TeaVM does not call all
   */
  public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandles.Lookup own = MethodHandles.lookup();
    boolean hasElements = name.equals("of") && !type.equals(ARRAY_TO_SET);
    if (!hasElements) {
      return new ConstantCallSite(own.findStatic(OrderedCollections.class, name, type));
    }
    MethodType generic = MethodType.methodType(type.returnType(), Object[].class);
    MethodHandle factory = own.findStatic(OrderedCollections.class, name(type), generic);
    return new ConstantCallSite(
        factory.asCollector(Object[].class, type.parameterCount()).asType(type));
  }

  private static final MethodType ARRAY_TO_SET = MethodType.methodType(Set.class, Object[].class);

  private static String name(MethodType type) {
    return type.returnType() == Map.class ? "mapOf" : "of";
  }

  static Set<Object> of(Object[] elements) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(elements)));
  }

  static Map<Object, Object> mapOf(Object[] keysAndValues) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(map);
  }

  static Set<Object> copyOf(Collection<?> elements) {
    return of(elements.toArray());
  }

  static <T> Collector<T, ?, Set<T>> toSet() {
    return Collectors.toCollection(LinkedHashSet::new);
  }

  static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
    return Collectors.collectingAndThen(toSet(), Collections::unmodifiableSet);
  }
}
