package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.Set;

/**
 * Makes TeaVM's throwables remember what they suppress, and say what their cause does if they say
 * nothing else. Their constructors are ordinary methods that become constructors when they are
 * translated, so that no field has its initial value.
 */
final class Throwables implements ClassRepair {

  private static final String NAME = "org/teavm/classlib/java/lang/TThrowable";
  private static final ClassDesc THROWABLE = ClassDesc.ofInternalName(NAME);
  private static final Set<String> SUPPRESSION = Set.of("getSuppressed0", "addSuppressed");
  private static final String OF_CAUSE = "(L" + NAME + ";)V";

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    return model.thisClass().asInternalName().equals(NAME)
        ? Optional.of(
            MethodBodies.of(Throwables::isSuppression, CodeTransform.ofStateful(Suppression::new))
                .andThen(MethodBodies.of(Throwables::isOfCause, Throwables::describeCause)))
        : Optional.empty();
  }

  private static boolean isSuppression(MethodModel method) {
    return SUPPRESSION.contains(method.methodName().stringValue());
  }

  private static boolean isOfCause(MethodModel method) {
    return method.methodName().equalsString("init") && method.methodType().equalsString(OF_CAUSE);
  }

  private static final class Suppression implements CodeTransform {

    private static final ClassDesc ARRAY = THROWABLE.arrayType();

    @Override
    public void atStart(CodeBuilder code) {
      Label exists = code.newLabel();
      code.aload(0)
          .getfield(THROWABLE, "suppressed", ARRAY)
          .ifnonnull(exists)
          .aload(0)
          .iconst_0()
          .anewarray(THROWABLE)
          .putfield(THROWABLE, "suppressed", ARRAY)
          .labelBinding(exists);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }

  private static void describeCause(CodeBuilder code, CodeElement element) {
    if (element instanceof ReturnInstruction end && end.opcode() == Opcode.RETURN) {
      Label none = code.newLabel();
      code.aload(1)
          .ifnull(none)
          .aload(0)
          .aload(1)
          .invokevirtual(
              ConstantDescs.CD_Object, "toString", MethodTypeDesc.of(ConstantDescs.CD_String))
          .putfield(THROWABLE, "message", ConstantDescs.CD_String)
          .labelBinding(none);
    }
    code.with(element);
  }
}
