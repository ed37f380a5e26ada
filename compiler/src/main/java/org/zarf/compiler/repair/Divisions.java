package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets integer division by zero throw, where the divisor is no other constant: in C it has no
 * meaning, and the processor has a quotient for it.
 */
final class Divisions implements ClassRepair {

  private static final ClassDesc FAILURES = ClassDesc.of("org.zarf.compiler.runtime.Failures");
  private static final Set<Opcode> INTS = EnumSet.of(Opcode.IDIV, Opcode.IREM);
  private static final Set<Opcode> LONGS = EnumSet.of(Opcode.LDIV, Opcode.LREM);

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    boolean divides =
        model.methods().stream()
            .flatMap(m -> m.code().stream())
            .flatMap(CodeModel::elementStream)
            .anyMatch(e -> e instanceof OperatorInstruction o && isDivision(o.opcode()));
    return divides
        ? Optional.of(ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Body::new)))
        : Optional.empty();
  }

  private static boolean isDivision(Opcode opcode) {
    return INTS.contains(opcode) || LONGS.contains(opcode);
  }

  private static final class Body implements CodeTransform {

    private boolean divisorIsKnown;

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof OperatorInstruction operator && !divisorIsKnown) {
        if (INTS.contains(operator.opcode())) {
          checkInt(code);
        } else if (LONGS.contains(operator.opcode())) {
          checkLong(code);
        }
      }
      if (element instanceof Instruction || element instanceof LabelTarget) {
        divisorIsKnown =
            element instanceof ConstantInstruction constant
                && constant.constantValue() instanceof Number number
                && number.longValue() != 0;
      }
      code.with(element);
    }

    /** The divisor of zero is replaced by what never comes: TeaVM folds no division by it then. */
    private static void checkInt(CodeBuilder code) {
      Label divide = code.newLabel();
      code.dup()
          .ifne(divide)
          .pop()
          .invokestatic(FAILURES, "divisionByZero", MethodTypeDesc.of(ConstantDescs.CD_int))
          .labelBinding(divide);
    }

    private static void checkLong(CodeBuilder code) {
      Label divide = code.newLabel();
      code.dup2()
          .lconst_0()
          .lcmp()
          .ifne(divide)
          .pop2()
          .invokestatic(FAILURES, "longDivisionByZero", MethodTypeDesc.of(ConstantDescs.CD_long))
          .labelBinding(divide);
    }
  }
}
