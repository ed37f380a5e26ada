package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Defects of TeaVM's collections that are a few instructions: what an iterator of a part of a tree
 * map does after a removal, the bounds of a part of a tree set, the place of an iterator of a deque
 * after a removal; and of its string builders: what a text is lengthened by, and pairs of
 * surrogates in one that is reversed.
 */
final class LibraryDefects implements ClassRepair {

  private static final String PACKAGE = "org.teavm.classlib.java.util.";

  private static final String LANG = "org.teavm.classlib.java.lang.";
  private static final ClassDesc BUILDER = ClassDesc.of(LANG + "TAbstractStringBuilder");
  private static final ClassDesc BUILDER_TEXTS = ClassDesc.of(LANG + "TBuilderTexts");

  private static final ClassDesc FORMAT_WRITER = ClassDesc.of(PACKAGE + "TFormatter$FormatWriter");

  private static final Map<ClassDesc, ClassTransform> REPAIRS =
      Map.of(
          ClassDesc.of(PACKAGE + "TTreeMap$EntryIterator"),
          MethodBodies.of(named("remove"), endOfRange()),
          ClassDesc.of(PACKAGE + "TTreeSet"),
          MethodBodies.of(
              named("subSet").and(method -> method.methodTypeSymbol().parameterCount() == 4),
              bounds()),
          BUILDER,
          MethodBodies.of(named("setLength"), CodeTransform.ofStateful(Lengthening::new))
              .andThen(MethodBodies.of(named("reverse"), LibraryDefects::turnPairs)),
          FORMAT_WRITER,
          formatting(),
          ClassDesc.of(PACKAGE + "TArrayDeque$1"),
          MethodBodies.of(named("remove"), backward()));

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    return Optional.ofNullable(REPAIRS.get(model.thisClass().asSymbol()));
  }

  private static Predicate<MethodModel> named(String name) {
    return method -> method.methodName().equalsString(name);
  }

  /** Formats are interpreted by the runtime. */
  private static ClassTransform formatting() {
    MethodTypeDesc write =
        MethodTypeDesc.ofDescriptor(
            "(Ljava/util/Formatter;Ljava/lang/Appendable;Ljava/lang/String;[Ljava/lang/Object;)V");
    return (builder, element) -> {
      if (element instanceof MethodModel method && named("write").test(method)) {
        builder.withMethodBody(
            method.methodName(),
            method.methodType(),
            method.flags().flagsMask(),
            code ->
                code.aload(0)
                    .getfield(FORMAT_WRITER, "formatter", ClassDesc.of(PACKAGE + "TFormatter"))
                    .aload(0)
                    .getfield(FORMAT_WRITER, "out", write.parameterType(1))
                    .aload(0)
                    .getfield(FORMAT_WRITER, "format", ConstantDescs.CD_String)
                    .aload(0)
                    .getfield(FORMAT_WRITER, "args", write.parameterType(3))
                    .invokestatic(
                        ClassDesc.of("org.zarf.compiler.runtime.FormatText"), "write", write)
                    .return_());
      } else {
        builder.with(element);
      }
    };
  }

  /** The entry after the removed one may be beyond the range. */
  private static CodeTransform endOfRange() {
    return (code, element) -> {
      if (element instanceof Instruction instruction && instruction.opcode() == Opcode.RETURN) {
        code.aload(0)
            .invokevirtual(
                ClassDesc.of(PACKAGE + "TTreeMap$EntryIterator"),
                "checkFinished",
                ConstantDescs.MTD_void);
      }
      code.with(element);
    };
  }

  /** Whether the bounds are part of the set is asked for, and not fixed. */
  private static CodeTransform bounds() {
    return (code, element) -> {
      Opcode opcode = element instanceof Instruction instruction ? instruction.opcode() : null;
      if (opcode == Opcode.ICONST_1) {
        code.iload(2);
      } else if (opcode == Opcode.ICONST_0) {
        code.iload(4);
      } else {
        code.with(element);
      }
    };
  }

  /** The next element is one place to the left if those behind the removed one have moved there. */
  private static CodeTransform backward() {
    return (code, element) -> {
      if (element instanceof InvokeInstruction call && call.name().equalsString("modInc")) {
        code.invokestatic(call.owner().asSymbol(), "modDec", call.typeSymbol());
      } else {
        code.with(element);
      }
    };
  }

  private static final class Lengthening implements CodeTransform {

    @Override
    public void atStart(CodeBuilder code) {
      code.aload(0)
          .iload(1)
          .invokestatic(
              BUILDER_TEXTS,
              "clear",
              MethodTypeDesc.of(ConstantDescs.CD_void, BUILDER, ConstantDescs.CD_int));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }

  private static void turnPairs(CodeBuilder code, CodeElement element) {
    if (element instanceof Instruction instruction && instruction.opcode() == Opcode.ARETURN) {
      code.aload(0)
          .invokestatic(
              BUILDER_TEXTS, "turnPairs", MethodTypeDesc.of(ConstantDescs.CD_void, BUILDER));
    }
    code.with(element);
  }
}
