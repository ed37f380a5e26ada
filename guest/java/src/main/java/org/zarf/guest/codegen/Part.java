package org.zarf.guest.codegen;

import java.lang.constant.ClassDesc;
import java.util.List;

/** A type, taken apart: other parts are named by their index. */
public sealed interface Part {

  /**
   * A box, a text or a large integer.
   *
   * @param name as in the methods of the encoder: {@code Int} for {@code writeInt}
   */
  record Scalar(String name) implements Part {}

  /**
   * An array of primitives.
   *
   * @param name of the elements, as for scalars
   */
  record PrimitiveArray(String name) implements Part {}

  /**
   * An array of objects.
   *
   * @param type of an element, erased
   */
  record ObjectArray(ClassDesc type, int element) implements Part {}

  /** A list. */
  record ListOf(int element) implements Part {}

  /** A set. */
  record SetOf(int element) implements Part {}

  /** A map. */
  record MapOf(int key, int value) implements Part {}

  /** A value or none. */
  record OptionalOf(int element) implements Part {}

  /** An enum. */
  record EnumOf(ClassDesc type) implements Part {}

  /** A sealed type with the types that it permits. */
  record SealedOf(ClassDesc type, List<ClassDesc> kinds, List<Integer> codecs) implements Part {}

  /** A record. */
  record RecordOf(ClassDesc type, boolean isGeneric, List<Component> components) implements Part {}

  /**
   * A component of a record.
   *
   * @param type erased
   */
  record Component(String name, ClassDesc type, int part) {}

  /** The parts that this one consists of. */
  default List<Integer> inside() {
    return switch (this) {
      case Scalar _, PrimitiveArray _, EnumOf _ -> List.of();
      case ObjectArray(_, int element) -> List.of(element);
      case ListOf(int element) -> List.of(element);
      case SetOf(int element) -> List.of(element);
      case MapOf(int key, int value) -> List.of(key, value);
      case OptionalOf(int element) -> List.of(element);
      case SealedOf(_, _, var codecs) -> codecs;
      case RecordOf(_, _, var components) -> components.stream().map(Component::part).toList();
    };
  }

  /** What paths to values of this type begin with. */
  default String label() {
    return switch (this) {
      case EnumOf(var type) -> label(type);
      case SealedOf(var type, _, _) -> label(type);
      case RecordOf(var type, _, _) -> label(type);
      default -> "value";
    };
  }

  private static String label(ClassDesc type) {
    String name = type.displayName();
    String simple = name.substring(name.lastIndexOf('$') + 1);
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }
}
