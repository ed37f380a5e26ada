package org.zarf.guest.codegen;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ArrayTypeSig;
import java.lang.classfile.Signature.BaseTypeSig;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.Signature.TypeVarSig;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zarf.guest.UnsupportedTypeException;

/** Takes types apart. Types that were met are not met again: they may contain themselves. */
public final class Parts {

  private static final Map<String, String> SCALARS =
      Map.ofEntries(
          Map.entry("java/lang/Boolean", "Boolean"),
          Map.entry("java/lang/Byte", "Byte"),
          Map.entry("java/lang/Short", "Short"),
          Map.entry("java/lang/Character", "Char"),
          Map.entry("java/lang/Integer", "Int"),
          Map.entry("java/lang/Long", "Long"),
          Map.entry("java/lang/Float", "Float"),
          Map.entry("java/lang/Double", "Double"),
          Map.entry("java/lang/String", "String"),
          Map.entry("java/math/BigInteger", "BigInteger"));

  private static final int COUNT_BYTES = 4;

  private final ClassFiles classes;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();

  private Parts(ClassFiles classes) {
    this.classes = classes;
  }

  /** No parts yet. */
  public static Parts none(ClassFiles classes) {
    return new Parts(classes);
  }

  /** All parts, by their index. */
  public List<Part> all() {
    return List.copyOf(parts);
  }

  /**
   * Takes a type apart.
   *
   * @return its index
   * @throws UnsupportedTypeException if it has no encoding; then the parts are of no use
   */
  public int add(ClassDesc type) {
    String name = type.displayName();
    String root = name.substring(name.lastIndexOf('$') + 1);
    String label = Character.toLowerCase(root.charAt(0)) + root.substring(1);
    if (type.isPrimitive()) {
      throw new UnsupportedTypeException(label + ": a primitive; name its box");
    }
    return add(Signature.of(type), label);
  }

  private int add(Signature type, String path) {
    String key = type.signatureString();
    Integer index = known.get(key);
    if (index != null) {
      return index;
    }
    int place = parts.size();
    known.put(key, place);
    parts.add(new Part.Scalar("Int")); // the place is taken, the part follows
    parts.set(place, part(type, path));
    return place;
  }

  private Part part(Signature type, String path) {
    return switch (type) {
      case BaseTypeSig base -> new Part.Scalar(scalar(base));
      case ArrayTypeSig array -> array(array.componentSignature(), path);
      case ClassTypeSig named -> named(named, path);
      case TypeVarSig variable ->
          throw unsupported(path, "the type parameter " + variable.identifier() + " is not known");
    };
  }

  private static String scalar(BaseTypeSig base) {
    return switch (base.baseType()) {
      case 'Z' -> "Boolean";
      case 'B' -> "Byte";
      case 'S' -> "Short";
      case 'C' -> "Char";
      case 'I' -> "Int";
      case 'J' -> "Long";
      case 'F' -> "Float";
      default -> "Double";
    };
  }

  private Part array(Signature element, String path) {
    if (element instanceof BaseTypeSig base) {
      return new Part.PrimitiveArray(scalar(base));
    }
    int index = element(element, path + "[]");
    return new Part.ObjectArray(erased(element), index);
  }

  /** Elements take bytes, so that a count is bounded by what is left of the input. */
  private int element(Signature type, String path) {
    int index = add(type, path);
    if (takesNothing(index, new HashSet<>())) {
      throw unsupported(path, "elements of " + type.signatureString() + " would take no bytes");
    }
    return index;
  }

  private boolean takesNothing(int index, Set<Integer> entered) {
    return parts.get(index) instanceof Part.RecordOf(_, _, var components)
        && entered.add(index)
        && components.stream().allMatch(c -> takesNothing(c.part(), entered));
  }

  private Part named(ClassTypeSig type, String path) {
    String name = internalName(type);
    String scalar = SCALARS.get(name);
    if (scalar != null) {
      return new Part.Scalar(scalar);
    }
    return switch (name) {
      case "java/util/List" -> new Part.ListOf(element(argument(type, 0, path), path + "[]"));
      case "java/util/Set" -> new Part.SetOf(element(argument(type, 0, path), path + "[]"));
      case "java/util/Map" ->
          new Part.MapOf(
              element(argument(type, 0, path), path + "[].key"),
              add(argument(type, 1, path), path + "[].value"));
      case "java/util/Optional" -> new Part.OptionalOf(add(argument(type, 0, path), path));
      default -> declared(type, path);
    };
  }

  private static Signature argument(ClassTypeSig type, int index, String path) {
    if (type.typeArgs().size() <= index) {
      throw unsupported(
          path, type.classDesc().displayName() + " needs type arguments, as in List<String>");
    }
    return argument(type.typeArgs().get(index), path);
  }

  private static Signature argument(TypeArg argument, String path) {
    if (argument instanceof TypeArg.Bounded bounded
        && bounded.wildcardIndicator() != TypeArg.Bounded.WildcardIndicator.SUPER) {
      return bounded.boundType();
    }
    throw unsupported(path, "a wildcard is no type; name the type");
  }

  private Part declared(ClassTypeSig type, String path) {
    String name = internalName(type);
    ClassModel model =
        classes
            .find(name)
            .map(bytes -> ClassFile.of().parse(bytes))
            .orElseThrow(() -> unsupported(path, "the class file of " + name + " is missing"));
    ClassDesc desc = type.classDesc();
    if (model.flags().has(AccessFlag.ENUM)) {
      return new Part.EnumOf(desc);
    }
    var record = model.findAttribute(Attributes.record());
    if (record.isPresent()) {
      Map<String, Signature> bound = bind(type, model, path);
      var components = new ArrayList<Part.Component>();
      for (RecordComponentInfo component : record.get().components()) {
        String componentName = component.name().stringValue();
        Signature signature =
            component
                .findAttribute(Attributes.signature())
                .map(SignatureAttribute::asTypeSignature)
                .orElseGet(() -> Signature.of(component.descriptorSymbol()));
        String inner = path + "." + componentName;
        int part = add(substitute(signature, bound), inner);
        components.add(new Part.Component(componentName, component.descriptorSymbol(), part));
      }
      return new Part.RecordOf(desc, !bound.isEmpty(), List.copyOf(components));
    }
    var permitted = model.findAttribute(Attributes.permittedSubclasses());
    if (permitted.isPresent()) {
      var kinds = new ArrayList<ClassDesc>();
      var codecs = new ArrayList<Integer>();
      for (var entry : permitted.get().permittedSubclasses()) {
        kinds.add(entry.asSymbol());
        codecs.add(add(kind(type, model, entry.asSymbol(), path), path));
      }
      return new Part.SealedOf(desc, List.copyOf(kinds), List.copyOf(codecs));
    }
    throw unsupported(
        path,
        desc.packageName()
            + (desc.packageName().isEmpty() ? "" : ".")
            + desc.displayName()
            + " has no encoding: it is no record (in Kotlin: @JvmRecord data class), enum, sealed"
            + " type, array, List, Set, Map, Optional, String, BigInteger or primitive");
  }

  /** The type parameters of a class with the arguments given. */
  private static Map<String, Signature> bind(ClassTypeSig type, ClassModel model, String path) {
    var bound = new LinkedHashMap<String, Signature>();
    Optional<ClassSignature> signature = signature(model);
    if (signature.isPresent()) {
      var parameters = signature.get().typeParameters();
      for (int i = 0; i < parameters.size(); i++) {
        bound.put(parameters.get(i).identifier(), argument(type, i, path));
      }
    }
    return bound;
  }

  private static Optional<ClassSignature> signature(ClassModel model) {
    return model.findAttribute(Attributes.signature()).map(SignatureAttribute::asClassSignature);
  }

  /** A permitted type, with the arguments that follow from those of the sealed type. */
  private Signature kind(ClassTypeSig type, ClassModel model, ClassDesc kind, String path) {
    String name = internalName(kind);
    ClassModel permitted =
        classes
            .find(name)
            .map(bytes -> ClassFile.of().parse(bytes))
            .orElseThrow(() -> unsupported(path, "the class file of " + name + " is missing"));
    Optional<ClassSignature> signature = signature(permitted);
    if (signature.isEmpty() || signature.get().typeParameters().isEmpty()) {
      return Signature.of(kind);
    }
    List<Signature> given = List.copyOf(bind(type, model, path).values());
    var bound = new HashMap<String, Signature>();
    var supers = new ArrayList<ClassTypeSig>(signature.get().superinterfaceSignatures());
    supers.add(signature.get().superclassSignature());
    for (ClassTypeSig parent : supers) {
      if (!parent.classDesc().equals(type.classDesc())) {
        continue;
      }
      for (int i = 0; i < given.size() && i < parent.typeArgs().size(); i++) {
        if (parent.typeArgs().get(i) instanceof TypeArg.Bounded bounded
            && bounded.boundType() instanceof TypeVarSig variable) {
          bound.put(variable.identifier(), given.get(i));
        }
      }
    }
    var arguments = new ArrayList<TypeArg>();
    for (var parameter : signature.get().typeParameters()) {
      Signature value = bound.get(parameter.identifier());
      if (!(value instanceof Signature.RefTypeSig reference)) {
        throw unsupported(
            path,
            "what the type parameter "
                + parameter.identifier()
                + " of "
                + name
                + " stands for cannot be told");
      }
      arguments.add(TypeArg.of(reference));
    }
    return ClassTypeSig.of(kind, arguments.toArray(TypeArg[]::new));
  }

  private static Signature substitute(Signature type, Map<String, Signature> bound) {
    return switch (type) {
      case BaseTypeSig base -> base;
      case TypeVarSig variable -> bound.getOrDefault(variable.identifier(), variable);
      case ArrayTypeSig array -> ArrayTypeSig.of(substitute(array.componentSignature(), bound));
      case ClassTypeSig named -> {
        var arguments = new ArrayList<TypeArg>();
        for (TypeArg argument : named.typeArgs()) {
          arguments.add(
              argument instanceof TypeArg.Bounded bounded
                      && substitute(bounded.boundType(), bound)
                          instanceof Signature.RefTypeSig reference
                  ? TypeArg.bounded(bounded.wildcardIndicator(), reference)
                  : argument);
        }
        yield ClassTypeSig.of(named.classDesc(), arguments.toArray(TypeArg[]::new));
      }
    };
  }

  private static ClassDesc erased(Signature type) {
    return switch (type) {
      case BaseTypeSig base -> ClassDesc.ofDescriptor(base.signatureString());
      case ArrayTypeSig array -> erased(array.componentSignature()).arrayType();
      case ClassTypeSig named -> named.classDesc();
      case TypeVarSig _ -> ClassDesc.of("java.lang.Object");
    };
  }

  /** The fewest bytes that a value takes, at least: 0 for what contains itself. */
  public int fewestBytes(int index) {
    return fewestBytes(index, new HashSet<>());
  }

  /** The fewest bytes that an element takes, at least: they bound how many there can be. */
  public int elementBytes(int index) {
    return Math.max(1, fewestBytes(index));
  }

  private int fewestBytes(int index, Set<Integer> entered) {
    if (!entered.add(index)) {
      return 0;
    }
    int bytes =
        switch (parts.get(index)) {
          case Part.Scalar(String name) ->
              switch (name) {
                case "Boolean", "Byte" -> 1;
                case "Short", "Char" -> 2;
                case "Int", "Float", "String" -> COUNT_BYTES;
                case "BigInteger" -> COUNT_BYTES + 1;
                default -> 8;
              };
          case Part.OptionalOf _ -> 1;
          case Part.SealedOf(_, _, var codecs) ->
              COUNT_BYTES + codecs.stream().mapToInt(c -> fewestBytes(c, entered)).min().orElse(0);
          case Part.RecordOf(_, _, var components) ->
              components.stream().mapToInt(c -> fewestBytes(c.part(), entered)).sum();
          default -> COUNT_BYTES;
        };
    entered.remove(index);
    return bytes;
  }

  /** Whether values can contain others of the same part. */
  public boolean isRecursive(int index) {
    var reached = new HashSet<Integer>();
    var open = new ArrayList<>(parts.get(index).inside());
    while (!open.isEmpty()) {
      int next = open.removeLast();
      if (reached.add(next)) {
        open.addAll(parts.get(next).inside());
      }
    }
    return reached.contains(index);
  }

  private static String internalName(ClassTypeSig type) {
    return internalName(type.classDesc());
  }

  static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static UnsupportedTypeException unsupported(String path, String why) {
    return new UnsupportedTypeException(path + ": " + why);
  }
}
