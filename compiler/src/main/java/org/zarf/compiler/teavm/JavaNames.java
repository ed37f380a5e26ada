package org.zarf.compiler.teavm;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teavm.backend.c.generate.CNameProvider;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/** Names C functions, and remembers the methods that they stand for. */
final class JavaNames extends CNameProvider {

  private final Map<String, String> methods = new TreeMap<>();

  @Override
  public String forMethod(MethodReference method) {
    String name = super.forMethod(method);
    methods.computeIfAbsent(name, n -> display(method));
    return name;
  }

  @Override
  public String forClassInitializer(String className) {
    String name = super.forClassInitializer(className);
    methods.put(name, className + ".<clinit>()");
    return name;
  }

  @Override
  public String forSupertypeFunction(ValueType type) {
    String name = super.forSupertypeFunction(type);
    if (type instanceof ValueType.Object object) {
      methods.put(name, object.getClassName() + ".<instanceof>()");
    }
    return name;
  }

  /** The methods by the names of their functions. */
  Map<String, String> methods() {
    return methods;
  }

  private static String display(MethodReference method) {
    String parameters =
        Stream.of(method.getParameterTypes())
            .map(JavaNames::simpleName)
            .collect(Collectors.joining(","));
    return method.getClassName() + "." + method.getName() + "(" + parameters + ")";
  }

  private static String simpleName(ValueType type) {
    String name = type.toString();
    if (type instanceof ValueType.Array array) {
      return simpleName(array.getItemType()) + "[]";
    }
    if (type instanceof ValueType.Object object) {
      name = object.getClassName();
    } else if (type instanceof ValueType.Primitive primitive) {
      name = primitive.getKind().name().toLowerCase(Locale.ROOT);
      return name.equals("character") ? "char" : name.equals("integer") ? "int" : name;
    }
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
