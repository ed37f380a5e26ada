package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/**
 * Writes out {@code hashCode} and {@code equals} of records, which javac leaves to {@code
 * java.lang.runtime.ObjectMethods}: TeaVM's hash codes are others than the JVM's, and with them the
 * order of hash maps.
 */
final class Records implements ClassRepair {

  private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    if (model.methods().stream().allMatch(m -> components(m).isEmpty())) {
      return Optional.empty();
    }
    ClassDesc self = model.thisClass().asSymbol();
    return Optional.of(
        (builder, element) -> {
          if (element instanceof MethodModel method && components(method).isPresent()) {
            List<DirectMethodHandleDesc> components = components(method).orElseThrow();
            builder.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                method.methodName().equalsString("equals")
                    ? code -> equality(code, self, components)
                    : code -> hash(code, self, components));
          } else {
            builder.with(element);
          }
        });
  }

  /** The components that a generated {@code hashCode} or {@code equals} looks at, as getters. */
  private static Optional<List<DirectMethodHandleDesc>> components(MethodModel method) {
    String name = method.methodName().stringValue();
    if (!name.equals("hashCode") && !name.equals("equals")) {
      return Optional.empty();
    }
    return method.code().stream()
        .flatMap(code -> code.elementList().stream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .filter(call -> call.bootstrapMethod().owner().equals(OBJECT_METHODS))
        .findFirst()
        .map(
            call ->
                call.bootstrapArgs().stream()
                    .filter(DirectMethodHandleDesc.class::isInstance)
                    .map(DirectMethodHandleDesc.class::cast)
                    .toList());
  }

  private static ClassDesc type(DirectMethodHandleDesc getter) {
    return getter.invocationType().returnType();
  }

  private static void hash(
      CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> components) {
    code.iconst_0();
    for (DirectMethodHandleDesc component : components) {
      ClassDesc type = type(component);
      code.bipush(31).imul().aload(0).getfield(self, component.methodName(), type);
      if (type.isPrimitive()) {
        code.invokestatic(
            box(TypeKind.from(type)), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc box(TypeKind kind) {
    return switch (kind) {
      case BYTE -> ConstantDescs.CD_Byte;
      case SHORT -> ConstantDescs.CD_Short;
      case CHAR -> ConstantDescs.CD_Character;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      default -> ConstantDescs.CD_Boolean;
    };
  }

  private static void equality(
      CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> components) {
    Label different = code.newLabel();
    code.aload(1).instanceOf(self).ifeq(different);
    code.aload(1).checkcast(self).astore(2);
    for (DirectMethodHandleDesc component : components) {
      ClassDesc type = type(component);
      code.aload(0).getfield(self, component.methodName(), type);
      code.aload(2).getfield(self, component.methodName(), type);
      switch (TypeKind.from(type)) {
        case REFERENCE ->
            code.invokestatic(
                    OBJECTS,
                    "equals",
                    MethodTypeDesc.of(
                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                .ifeq(different);
        case FLOAT, DOUBLE, LONG ->
            code.invokestatic(
                    box(TypeKind.from(type)),
                    "compare",
                    MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                .ifne(different);
        default -> code.if_icmpne(different);
      }
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }
}
