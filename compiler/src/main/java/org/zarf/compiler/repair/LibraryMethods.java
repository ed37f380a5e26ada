package org.zarf.compiler.repair;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Methods of objects of TeaVM's class library that do something else than the JVM's: they call
 * methods of the runtime that take the receiver as their first parameter.
 */
final class LibraryMethods implements ClassRepair {

  private static final ClassDesc LIBRARY = ClassDesc.of("org.zarf.compiler.runtime.Library");
  private static final String BIG_INTEGER = "Lorg/teavm/classlib/java/math/TBigInteger;";
  private static final String TEAVM = "org/teavm/classlib/";
  private static final String CHARSET = TEAVM + "java/nio/charset/";
  private static final ClassDesc UTF8 = ClassDesc.ofInternalName(CHARSET + "impl/TUTF8Text");
  private static final String ENCODER = CHARSET + "impl/TBufferedEncoder";
  private static final String DECODER = CHARSET + "impl/TBufferedDecoder";
  private static final String RESULT = "L" + CHARSET + "TCoderResult;";

  /** What takes the place of a method, by its name and descriptor. */
  private record Substitute(ClassDesc owner, int firstSlot, String name, MethodTypeDesc type) {

    static Substitute of(String method) {
      return of(LIBRARY, 0, method);
    }

    /** A loop of UTF-8, which does not need the receiver. */
    static Substitute ofUtf8(String method) {
      return of(UTF8, 1, method);
    }

    private static Substitute of(ClassDesc owner, int firstSlot, String method) {
      int start = method.indexOf('(');
      return new Substitute(
          owner,
          firstSlot,
          method.substring(0, start),
          MethodTypeDesc.ofDescriptor(method.substring(start)));
    }

    /** Passes on the receiver and all parameters, as the types that they are for users. */
    void generate(CodeBuilder code, TypeKind result) {
      int slot = firstSlot;
      for (ClassDesc parameter : type.parameterList()) {
        TypeKind kind = TypeKind.from(parameter);
        code.loadLocal(kind, slot);
        slot += kind.slotSize();
      }
      code.invokestatic(owner, name, type).return_(result);
    }
  }

  private static final Map<String, Map<String, Substitute>> SUBSTITUTES =
      Map.ofEntries(
          Map.entry(
              "java/lang/TEnum",
              Map.of(
                  "compareTo(Lorg/teavm/classlib/java/lang/TEnum;)I",
                  Substitute.of("compareTo(Ljava/lang/Enum;Ljava/lang/Enum;)I"))),
          Map.entry(
              "java/util/regex/TPattern",
              Map.of(
                  "split(Ljava/lang/CharSequence;I)[Ljava/lang/String;",
                  Substitute.of(
                      "split(Ljava/util/regex/Pattern;Ljava/lang/CharSequence;I)[Ljava/lang/String;"))),
          Map.entry(
              "java/lang/TString",
              Map.of("isBlank()Z", Substitute.of("isBlank(Ljava/lang/String;)Z"))),
          Map.entry(
              "java/math/TBigInteger",
              Map.of(
                  "hashCode()I", Substitute.of("hashCode(Ljava/math/BigInteger;)I"),
                  "doubleValue()D", Substitute.of("doubleValue(Ljava/math/BigInteger;)D"),
                  "floatValue()F", Substitute.of("floatValue(Ljava/math/BigInteger;)F"))),
          Map.entry(
              "java/math/TBitLevel",
              Map.of(
                  "flipBit(%sI)%s".formatted(BIG_INTEGER, BIG_INTEGER),
                  Substitute.of("flipBit(Ljava/math/BigInteger;I)Ljava/math/BigInteger;"))),
          Map.entry(
              "java/nio/charset/impl/TUTF8Encoder",
              Map.of(
                  "arrayEncode([CII[BIIL" + ENCODER + "$Controller;)" + RESULT,
                  Substitute.ofUtf8("encode([CII[BIIL" + ENCODER + "$Controller;)" + RESULT))),
          Map.entry(
              "java/nio/charset/impl/TUTF8Decoder",
              Map.of(
                  "arrayDecode([BII[CIIL" + DECODER + "$Controller;)" + RESULT,
                  Substitute.ofUtf8("decode([BII[CIIL" + DECODER + "$Controller;)" + RESULT))),
          Map.entry(
              "java/math/TLogical",
              Map.of(
                  "xorDiffSigns(%s)%s".formatted(BIG_INTEGER.repeat(2), BIG_INTEGER),
                  Substitute.of(
                      "xorOfDifferentSigns(Ljava/math/BigInteger;Ljava/math/BigInteger;)"
                          + "Ljava/math/BigInteger;"))),
          Map.entry(
              "java/math/TBigDecimal",
              Map.of(
                  "hashCode()I", Substitute.of("hashCode(Ljava/math/BigDecimal;)I"),
                  "precision()I", Substitute.of("precision(Ljava/math/BigDecimal;)I"))),
          Map.entry(
              "java/util/TAbstractCollection",
              Map.of(
                  "toArray([Ljava/lang/Object;)[Ljava/lang/Object;",
                  Substitute.of(
                      "toArray(Ljava/util/Collection;[Ljava/lang/Object;)[Ljava/lang/Object;"))),
          Map.entry(
              "java/util/TRandom",
              Map.of(
                  "nextInt(I)I", Substitute.of("nextInt(Ljava/util/Random;I)I"),
                  "nextInt(II)I", Substitute.of("nextInt(Ljava/util/Random;II)I"),
                  "nextBoolean()Z", Substitute.of("nextBoolean(Ljava/util/Random;)Z"),
                  "nextBytes([B)V", Substitute.of("nextBytes(Ljava/util/Random;[B)V"))),
          Map.entry(
              "java/util/TIterator",
              Map.of("remove()V", Substitute.of("remove(Ljava/util/Iterator;)V"))),
          Map.entry(
              "java/util/TOptional",
              Map.of(
                  "toString()Ljava/lang/String;", text("Optional"),
                  "get()Ljava/lang/Object;", orElseThrow(),
                  "orElseThrow()Ljava/lang/Object;", orElseThrow())),
          Map.entry(
              "java/util/TOptionalInt",
              Map.of("toString()Ljava/lang/String;", text("OptionalInt"))),
          Map.entry(
              "java/util/TOptionalLong",
              Map.of("toString()Ljava/lang/String;", text("OptionalLong"))),
          Map.entry(
              "java/util/TOptionalDouble",
              Map.of("toString()Ljava/lang/String;", text("OptionalDouble"))));

  private static Substitute text(String type) {
    return Substitute.of("toString(Ljava/util/" + type + ";)Ljava/lang/String;");
  }

  private static Substitute orElseThrow() {
    return Substitute.of("orElseThrow(Ljava/util/Optional;)Ljava/lang/Object;");
  }

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    String name = model.thisClass().asInternalName();
    return name.startsWith(TEAVM)
        ? Optional.ofNullable(SUBSTITUTES.get(name.substring(TEAVM.length())))
            .map(substitutes -> replacing(model, substitutes))
        : Optional.empty();
  }

  /** Replaces the methods that there are, and adds those that are inherited. */
  private static ClassTransform replacing(ClassModel model, Map<String, Substitute> substitutes) {
    Map<String, MethodModel> present =
        model.methods().stream().collect(Collectors.toMap(LibraryMethods::signature, m -> m));
    return ClassTransform.dropping(
            element ->
                element instanceof MethodModel method && substitutes.containsKey(signature(method)))
        .andThen(
            ClassTransform.endHandler(
                builder ->
                    new TreeMap<>(substitutes)
                        .forEach(
                            (signature, substitute) ->
                                add(builder, signature, substitute, present.get(signature)))));
  }

  private static String signature(MethodModel method) {
    return method.methodName().stringValue() + method.methodType().stringValue();
  }

  private static void add(
      ClassBuilder builder,
      String signature,
      Substitute substitute,
      @Nullable MethodModel replaced) {
    int start = signature.indexOf('(');
    var type = MethodTypeDesc.ofDescriptor(signature.substring(start));
    int flags = replaced == null ? ClassFile.ACC_PUBLIC : replaced.flags().flagsMask();
    builder.withMethodBody(
        signature.substring(0, start),
        type,
        flags & ~ClassFile.ACC_ABSTRACT,
        code -> substitute.generate(code, TypeKind.from(type.returnType())));
  }
}
