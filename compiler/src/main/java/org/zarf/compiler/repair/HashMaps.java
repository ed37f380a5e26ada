package org.zarf.compiler.repair;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives TeaVM's {@code HashMap}, and with it {@code HashSet}, the order that the JVM's has: hash
 * codes are spread, tables have the same sizes, and new entries go where they do there.
 */
final class HashMaps implements ClassRepair {

  private static final String PACKAGE = "org.teavm.classlib.java.util.";
  private static final ClassDesc MAP = ClassDesc.of(PACKAGE + "THashMap");
  private static final ClassDesc ENTRY = ClassDesc.of(PACKAGE + "THashMap$HashEntry");
  private static final ClassDesc LINKED = ClassDesc.of(PACKAGE + "TLinkedHashMap");
  private static final ClassDesc SET = ClassDesc.of(PACKAGE + "THashSet");
  private static final ClassDesc ORDER = ClassDesc.of(PACKAGE + "THashMapOrder");
  private static final ClassDesc ANY_MAP = ClassDesc.of(PACKAGE + "TMap");
  private static final ClassDesc ANY_COLLECTION = ClassDesc.of(PACKAGE + "TCollection");
  private static final ClassDesc LIBRARY = ClassDesc.of("org.zarf.compiler.runtime.Library");
  private static final ClassDesc FUNCTION = ClassDesc.of("java.util.function.Function");
  private static final ClassDesc BI_FUNCTION = ClassDesc.of("java.util.function.BiFunction");
  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final MethodTypeDesc INT_TO_INT = MethodTypeDesc.of(INT, INT);
  private static final MethodTypeDesc SIZE = MethodTypeDesc.of(INT);
  private static final Set<ClassDesc> HASHING = Set.of(MAP, ENTRY, LINKED);

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    ClassDesc self = model.thisClass().asSymbol();
    if (self.equals(SET)) {
      return Optional.of(MethodBodies.of(HashMaps::isCopyOfCollection, copyingSet()));
    }
    if (!HASHING.contains(self)) {
      return Optional.empty();
    }
    ClassTransform hashing = ClassTransform.transformingMethodBodies(HashMaps::spread);
    return Optional.of(self.equals(MAP) ? hashing.andThen(ordering()) : hashing);
  }

  private static void spread(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call && call.name().equalsString("hashCode")) {
      code.invokestatic(LIBRARY, "spreadHash", MethodTypeDesc.of(INT, OBJECT));
    } else {
      code.with(element);
    }
  }

  private static boolean isCopyOfCollection(MethodModel method) {
    return isConstructor(method, ANY_COLLECTION);
  }

  private static boolean isCopyOfMap(MethodModel method) {
    return isConstructor(method, ANY_MAP);
  }

  private static boolean isConstructor(MethodModel method, ClassDesc parameter) {
    return method.methodName().equalsString(ConstantDescs.INIT_NAME)
        && method.methodTypeSymbol().parameterList().equals(List.of(parameter));
  }

  private static CodeTransform copyingSet() {
    return (code, element) -> {
      if (element instanceof InvokeInstruction call
          && call.owner().asSymbol().equals(MAP)
          && call.name().equalsString(ConstantDescs.INIT_NAME)) {
        code.pop()
            .aload(1)
            .invokeinterface(ANY_COLLECTION, "size", SIZE)
            .invokestatic(ORDER, "setCapacity", INT_TO_INT);
      }
      code.with(element);
    };
  }

  private static ClassTransform ordering() {
    ClassTransform replacing =
        (builder, element) -> {
          if (element instanceof MethodModel method && isReplaced(method)) {
            builder.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                method.methodName().equalsString("rehash")
                    ? HashMaps::grow
                    : HashMaps::createEntry);
          } else {
            builder.with(element);
          }
        };
    return MethodBodies.of(HashMaps::isCopyOfMap, sizing("copyCapacity"))
        .andThen(MethodBodies.of(m -> !isCopyOfMap(m), sizing("tableSize")))
        .andThen(
            MethodBodies.of(
                m -> m.methodName().equalsString("putAllImpl"),
                CodeTransform.ofStateful(Reserving::new)))
        .andThen(replacing)
        .andThen(ClassTransform.endHandler(HashMaps::addComputing));
  }

  private static boolean isReplaced(MethodModel method) {
    return method.methodName().equalsString("createHashedEntry")
        || (method.methodName().equalsString("rehash")
            && method.methodTypeSymbol().parameterCount() == 0);
  }

  private static CodeTransform sizing(String size) {
    return (code, element) -> {
      if (element instanceof InvokeInstruction call
          && call.name().equalsString("calculateCapacity")) {
        code.invokestatic(ORDER, size, INT_TO_INT);
      } else {
        code.with(element);
      }
    };
  }

  /** Sizes the table before a map's entries are put, in place of a rehash. */
  private static final class Reserving implements CodeTransform {

    @Override
    public void atStart(CodeBuilder code) {
      code.aload(0)
          .aload(1)
          .invokeinterface(ANY_MAP, "size", SIZE)
          .invokestatic(ORDER, "reserve", MethodTypeDesc.of(ConstantDescs.CD_void, MAP, INT));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof InvokeInstruction call && call.name().equalsString("rehash")) {
        code.pop2();
      } else {
        code.with(element);
      }
    }
  }

  private static void grow(CodeBuilder code) {
    code.aload(0)
        .invokestatic(ORDER, "grow", MethodTypeDesc.of(ConstantDescs.CD_void, MAP))
        .return_();
  }

  private static void createEntry(CodeBuilder code) {
    code.aload(0)
        .aload(1)
        .iload(3)
        .invokestatic(ORDER, "addLast", MethodTypeDesc.of(ENTRY, MAP, OBJECT, INT))
        .areturn();
  }

  private static void addComputing(ClassBuilder builder) {
    addComputing(builder, "computeIfAbsent", OBJECT, FUNCTION);
    addComputing(builder, "compute", OBJECT, BI_FUNCTION);
    addComputing(builder, "merge", OBJECT, OBJECT, BI_FUNCTION);
  }

  private static void addComputing(ClassBuilder builder, String name, ClassDesc... parameters) {
    MethodTypeDesc type = MethodTypeDesc.of(OBJECT, parameters);
    builder.withMethodBody(
        name,
        type,
        ClassFile.ACC_PUBLIC,
        code -> {
          for (int slot = 0; slot <= parameters.length; slot++) {
            code.aload(slot);
          }
          code.invokestatic(ORDER, name, type.insertParameterTypes(0, MAP)).areturn();
        });
  }
}
