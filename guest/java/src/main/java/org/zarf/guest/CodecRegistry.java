package org.zarf.guest;

import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.zarf.guest.codegen.ClassFiles;
import org.zarf.guest.codegen.LenderClass;
import org.zarf.guest.codegen.Part;
import org.zarf.guest.codegen.Parts;
import org.zarf.guest.codegen.RecordCodec;

/**
 * The codecs of a JVM: made at run time. In a guest a generated class of this name and with this
 * method takes the place.
 */
final class CodecRegistry {

  private static final ClassValue<Codec<?>> CODECS =
      new ClassValue<>() {
        @Override
        protected Codec<?> computeValue(Class<?> type) {
          return new CodecRegistry(type).make();
        }
      };

  private final Class<?> root;
  private final Parts parts;
  private final Codec<?>[] codecs;

  private CodecRegistry(Class<?> root) {
    if (root.getTypeParameters().length > 0) {
      throw new UnsupportedTypeException(
          root.getTypeName() + " has type parameters: encode a record that contains one");
    }
    this.root = root;
    this.parts = Parts.none(ClassFiles.of(Optional.ofNullable(root.getClassLoader())));
    parts.add(root.describeConstable().orElseThrow(() -> unnamed(root)));
    this.codecs = new Codec<?>[parts.all().size()];
  }

  /** The codec of a type. */
  static Codec<?> of(Class<?> type) {
    return CODECS.get(type);
  }

  private Codec<?> make() {
    List<Part> all = parts.all();
    for (int i = 0; i < codecs.length; i++) {
      codecs[i] = codec(all.get(i), i);
    }
    return codecs[0];
  }

  private Codec<?> codec(Part part, int index) {
    return switch (part) {
      case Part.Scalar(String name) -> fixed(ScalarCodecs.class, name);
      case Part.PrimitiveArray(String name) -> fixed(PrimitiveArrayCodecs.class, name);
      case Part.ObjectArray(ClassDesc type, int element) ->
          new CollectionCodecs.OfArray(
              codecs,
              element,
              parts.elementBytes(element),
              (Object[]) Array.newInstance(load(type), 0));
      case Part.ListOf(int element) ->
          new CollectionCodecs.OfList(codecs, element, parts.elementBytes(element));
      case Part.SetOf(int element) ->
          new CollectionCodecs.OfSet(codecs, element, parts.elementBytes(element));
      case Part.MapOf(int key, int value) ->
          new CollectionCodecs.OfMap(
              codecs, key, value, parts.elementBytes(key) + parts.fewestBytes(value));
      case Part.OptionalOf(int element) -> new CollectionCodecs.OfOptional(codecs, element);
      case Part.EnumOf(ClassDesc type) ->
          new EnumCodec(part.label(), (Enum<?>[]) load(type).getEnumConstants());
      case Part.SealedOf(_, List<ClassDesc> kinds, List<Integer> indices) ->
          new SealedCodec(
              part.label(),
              codecs,
              kinds.stream().map(this::load).toArray(Class<?>[]::new),
              indices.stream().mapToInt(i -> i).toArray());
      case Part.RecordOf record -> generated(load(record.type()), index);
    };
  }

  private static Codec<?> fixed(Class<?> family, String name) {
    try {
      Class<?> type = Class.forName(family.getName() + "$Of" + name);
      return (Codec<?>) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Inside the record's nest, where its constructor can be called even if it is private. */
  private Codec<?> generated(Class<?> type, int index) {
    try {
      Lookup inside = inside(type);
      byte[] classFile = RecordCodec.classFile(parts, index);
      var codec = inside.defineHiddenClass(classFile, true, Lookup.ClassOption.NESTMATE);
      return (Codec<?>)
          codec.lookupClass().getConstructor(Codec[].class).newInstance((Object) codecs);
    } catch (IllegalAccessException e) {
      throw new UnsupportedTypeException(
          type.getTypeName()
              + " cannot be reached: add \"opens "
              + type.getPackageName()
              + " to org.zarf.guest;\" to the module "
              + type.getModule().getName());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A lookup that may define classes in a type's nest. One from another module may not, as that of
   * another class loader is: a class in the type's package lends its own.
   */
  private static Lookup inside(Class<?> type) throws IllegalAccessException {
    Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    if (inside.hasFullPrivilegeAccess()) {
      return inside;
    }
    Class<?> lender = inside.defineClass(LenderClass.in(type));
    try {
      var lookup =
          inside.findStatic(lender, LenderClass.METHOD, MethodType.methodType(Lookup.class));
      return MethodHandles.privateLookupIn(type, (Lookup) lookup.invokeExact());
    } catch (IllegalAccessException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private Class<?> load(ClassDesc type) {
    String descriptor = type.descriptorString();
    try {
      String name = type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1);
      return Class.forName(name.replace('/', '.'), false, root.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UnsupportedTypeException(root.getTypeName() + ": there is no " + e.getMessage());
    }
  }

  private static UnsupportedTypeException unnamed(Class<?> type) {
    return new UnsupportedTypeException(type + " has no name of its own");
  }
}
