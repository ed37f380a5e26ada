package org.zarf.compiler;

import static java.util.Map.entry;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives TeaVM's class library what it lacks, and short instruction sequences where it has loops,
 * and the decoder of inputs loads of whole numbers. Static methods are replaced or added; what
 * takes their place are methods of the runtime.
 */
final class ClassLibrary {

  private static final String RUNTIME = "org.zarf.compiler.runtime.";
  private static final ClassDesc BITS = ClassDesc.of(RUNTIME + "Bits");
  private static final ClassDesc EXACT = ClassDesc.of(RUNTIME + "Exact");
  private static final ClassDesc DOUBLES = ClassDesc.of(RUNTIME + "Doubles");
  private static final ClassDesc NUMERALS = ClassDesc.of(RUNTIME + "Numerals");
  private static final ClassDesc INDICES = ClassDesc.of(RUNTIME + "Indices");
  private static final ClassDesc DECIMALS = ClassDesc.of(RUNTIME + "Decimals");
  private static final ClassDesc READER = ClassDesc.of(RUNTIME + "DecimalReader");
  private static final ClassDesc COPIES = ClassDesc.of(RUNTIME + "ArrayCopies");
  private static final ClassDesc LOADS = ClassDesc.of(RUNTIME + "Loads");
  private static final ClassDesc MEMORY = ClassDesc.of(RUNTIME + "Memory");

  private static final String LANG = "org/teavm/classlib/java/lang/";
  private static final ClassDesc BOXES = ClassDesc.ofInternalName(LANG + "TLongBoxes");
  private static final String TEXT = "org/teavm/classlib/impl/text/";
  private static final String ALLOCATOR = "org/teavm/runtime/Allocator.class";

  /** A static method of the class library, and the class whose method of that name it becomes. */
  private record Substitute(ClassDesc owner, String name, MethodTypeDesc type) {

    static Substitute of(ClassDesc owner, String method) {
      int end = method.indexOf('(');
      return new Substitute(
          owner, method.substring(0, end), MethodTypeDesc.ofDescriptor(method.substring(end)));
    }

    boolean replaces(MethodModel method) {
      return method.methodName().equalsString(name)
          && method.methodType().equalsString(type.descriptorString());
    }

    void generate(CodeBuilder code) {
      int slot = 0;
      for (ClassDesc parameter : type.parameterList()) {
        TypeKind kind = TypeKind.from(parameter);
        code.loadLocal(kind, slot);
        slot += kind.slotSize();
      }
      code.invokestatic(owner, name, type).return_(TypeKind.from(type.returnType()));
    }
  }

  private static final Map<String, List<Substitute>> SUBSTITUTES =
      Map.ofEntries(
          entry(
              LANG + "TInteger.class",
              join(
                  List.of(
                      all(
                          BITS,
                          "rotateLeft(II)I",
                          "rotateRight(II)I",
                          "bitCount(I)I",
                          "numberOfLeadingZeros(I)I",
                          "numberOfTrailingZeros(I)I",
                          "reverseBytes(I)I"),
                      all(
                          NUMERALS,
                          "parseInt(Ljava/lang/String;I)I",
                          "parseUnsignedInt(Ljava/lang/String;)I",
                          "parseUnsignedInt(Ljava/lang/String;I)I")))),
          entry(
              LANG + "TLong.class",
              join(
                  List.of(
                      all(
                          BITS,
                          "rotateLeft(JI)J",
                          "rotateRight(JI)J",
                          "bitCount(J)I",
                          "numberOfLeadingZeros(J)I",
                          "numberOfTrailingZeros(J)I",
                          "reverseBytes(J)J"),
                      all(NUMERALS, "parseLong(Ljava/lang/String;I)J"),
                      all(BOXES, "valueOf(J)L" + LANG + "TLong;")))),
          entry(LANG + "TMath.class", mathematics()),
          entry(LANG + "TStrictMath.class", mathematics()),
          entry(LANG + "TDouble.class", all(READER, "parseDouble(Ljava/lang/String;)D")),
          entry(LANG + "TFloat.class", all(READER, "parseFloat(Ljava/lang/String;)F")),
          entry(
              TEXT + "DoubleAnalyzer.class",
              all(DECIMALS, "analyze(DL" + TEXT + "DoubleAnalyzer$Result;)V")),
          entry(
              TEXT + "FloatAnalyzer.class",
              all(DECIMALS, "analyze(FL" + TEXT + "FloatAnalyzer$Result;)V")),
          entry(
              "org/teavm/classlib/java/util/TArrays.class",
              Stream.of("Z", "B", "C", "S", "I", "J", "F", "D")
                  .map(t -> Substitute.of(COPIES, "copyOfRange([" + t + "II)[" + t))
                  .toList()),
          entry(
              "org/zarf/guest/Decoder.class",
              all(LOADS, "shortAt([BI)S", "intAt([BI)I", "longAt([BI)J")),
          entry(
              "org/teavm/classlib/java/util/TObjects.class",
              all(
                  INDICES,
                  "checkIndex(II)I",
                  "checkIndex(JJ)J",
                  "checkFromToIndex(III)I",
                  "checkFromToIndex(JJJ)J",
                  "checkFromIndexSize(III)I",
                  "checkFromIndexSize(JJJ)J",
                  "requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;")));

  private ClassLibrary() {}

  private static List<Substitute> mathematics() {
    return join(
        List.of(
            all(BITS, "multiplyHigh(JJ)J", "unsignedMultiplyHigh(JJ)J", "multiplyFull(II)J"),
            all(
                EXACT,
                "addExact(II)I",
                "addExact(JJ)J",
                "subtractExact(II)I",
                "subtractExact(JJ)J",
                "multiplyExact(II)I",
                "multiplyExact(JI)J",
                "multiplyExact(JJ)J",
                "incrementExact(I)I",
                "incrementExact(J)J",
                "decrementExact(I)I",
                "decrementExact(J)J",
                "negateExact(I)I",
                "negateExact(J)J",
                "toIntExact(J)I",
                "absExact(I)I",
                "absExact(J)J"),
            all(
                DOUBLES,
                "rint(D)D",
                "ceil(D)D",
                "floor(D)D",
                "cbrt(D)D",
                "log10(D)D",
                "hypot(DD)D",
                "pow(DD)D",
                "IEEEremainder(DD)D",
                "ulp(D)D",
                "ulp(F)F",
                "copySign(DD)D",
                "copySign(FF)F")));
  }

  private static List<Substitute> all(ClassDesc owner, String... methods) {
    return List.of(methods).stream().map(m -> Substitute.of(owner, m)).toList();
  }

  private static List<Substitute> join(List<List<Substitute>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** The class file to translate in place of one of TeaVM's, or of the decoder's. */
  static byte[] patch(String resource, byte[] classFile) {
    List<Substitute> substitutes = SUBSTITUTES.get(resource);
    if (substitutes != null) {
      return substitute(classFile, substitutes);
    }
    return switch (resource) {
      case ALLOCATOR -> allocator(classFile);
      case PowerTable.RESOURCE -> PowerTable.fill(classFile);
      default -> classFile;
    };
  }

  private static byte[] substitute(byte[] classFile, List<Substitute> substitutes) {
    ClassTransform dropping =
        ClassTransform.dropping(
            e ->
                e instanceof MethodModel method
                    && substitutes.stream().anyMatch(s -> s.replaces(method)));
    ClassTransform adding =
        ClassTransform.endHandler(
            builder ->
                substitutes.forEach(
                    s ->
                        builder.withMethodBody(
                            s.name(),
                            s.type(),
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                            s::generate)));
    ClassFile context = ClassFile.of();
    return context.transformClass(context.parse(classFile), dropping.andThen(adding));
  }

  /**
   * Memory is cleared only if it was in use before, and the size of an array cannot overflow: the
   * one multiplication in the allocator is that of length and element size.
   */
  private static byte[] allocator(byte[] classFile) {
    ClassFile context = ClassFile.of();
    return context.transformClass(
        context.parse(classFile), ClassTransform.transformingMethodBodies(allocating()));
  }

  private static CodeTransform allocating() {
    return (CodeBuilder code, CodeElement element) -> {
      if (element instanceof OperatorInstruction operator && operator.opcode() == Opcode.IMUL) {
        code.invokestatic(MEMORY, "arrayBytes", MethodTypeDesc.ofDescriptor("(II)I"));
      } else if (element instanceof InvokeInstruction call
          && call.name().equalsString("fillZero")) {
        code.invokestatic(MEMORY, "clear", call.typeSymbol());
      } else {
        code.with(element);
      }
    };
  }
}
