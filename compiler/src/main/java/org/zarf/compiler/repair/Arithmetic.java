package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code Math.round} rounds ties up, shifts take their distance modulo the width, NaN becomes 0,
 * and arrays have no negative length. Where a constant shows that all is well, nothing changes.
 */
final class Arithmetic implements ClassRepair {

  private static final String RUNTIME = "org/zarf/compiler/runtime/";
  private static final ClassDesc CHECKED = ClassDesc.of("org.zarf.compiler.runtime.Checked");

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    boolean isConcerned =
        !model.thisClass().asInternalName().startsWith(RUNTIME)
            && model.methods().stream()
                .flatMap(m -> m.code().stream())
                .flatMap(c -> c.elementList().stream())
                .anyMatch(
                    e -> e instanceof Instruction i && (isConcerned(i.opcode()) || isReplaced(i)));
    return isConcerned
        ? Optional.of(ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Body::new)))
        : Optional.empty();
  }

  private static boolean isConcerned(Opcode opcode) {
    return switch (opcode) {
      case ISHL, ISHR, IUSHR, LSHL, LSHR, LUSHR -> true;
      case F2I, F2L, D2I, D2L -> true;
      case NEWARRAY, ANEWARRAY -> true;
      default -> false;
    };
  }

  /** Whether it calls a method that {@code Checked} has in its place. */
  private static boolean isReplaced(Instruction instruction) {
    if (!(instruction instanceof InvokeInstruction call)) {
      return false;
    }
    String name = call.name().stringValue();
    return switch (call.owner().asInternalName()) {
      case "java/lang/Integer", "java/lang/Long" ->
          name.equals("divideUnsigned") || name.equals("remainderUnsigned");
      case "java/lang/Math" -> name.equals("round");
      default -> false;
    };
  }

  private static final class Body implements CodeTransform {

    /** The number that the instruction before pushed, if it was a constant. */
    private @Nullable Number constant;

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof Instruction instruction) {
        repair(code, instruction);
      } else {
        code.with(element);
      }
      constant =
          element instanceof ConstantInstruction push
                  && push.constantValue() instanceof Number number
              ? number
              : null;
    }

    private void repair(CodeBuilder code, Instruction instruction) {
      if (isReplaced(instruction) && instruction instanceof InvokeInstruction replaced) {
        code.invokestatic(CHECKED, replaced.name().stringValue(), replaced.typeSymbol());
        return;
      }
      switch (instruction.opcode()) {
        case ISHL, ISHR, IUSHR -> shift(code, instruction, 31);
        case LSHL, LSHR, LUSHR -> shift(code, instruction, 63);
        case F2I -> call(code, "toInt", ConstantDescs.CD_int, ConstantDescs.CD_float);
        case F2L -> call(code, "toLong", ConstantDescs.CD_long, ConstantDescs.CD_float);
        case D2I -> call(code, "toInt", ConstantDescs.CD_int, ConstantDescs.CD_double);
        case D2L -> call(code, "toLong", ConstantDescs.CD_long, ConstantDescs.CD_double);
        case NEWARRAY, ANEWARRAY -> {
          if (constant == null || constant.intValue() < 0) {
            call(code, "length", ConstantDescs.CD_int, ConstantDescs.CD_int);
          }
          code.with(instruction);
        }
        default -> code.with(instruction);
      }
    }

    private void shift(CodeBuilder code, Instruction instruction, int most) {
      if (constant == null || constant.intValue() < 0 || constant.intValue() > most) {
        code.bipush(most).iand();
      }
      code.with(instruction);
    }

    private static void call(
        CodeBuilder code, String method, ClassDesc result, ClassDesc... arguments) {
      code.invokestatic(CHECKED, method, MethodTypeDesc.of(result, arguments));
    }
  }
}
