package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets Kotlin's library, as its {@code use}, suppress exceptions without looking for the method by
 * reflection, as it does for the sake of old platforms.
 */
final class KotlinPlatform implements ClassRepair {

  private static final String NAME = "kotlin/internal/PlatformImplementations";
  private static final ClassDesc ARRAYS = ClassDesc.of("java.util.Arrays");
  private static final ClassDesc THROWABLES = ConstantDescs.CD_Throwable.arrayType();

  private static final Map<String, Consumer<CodeBuilder>> BODIES =
      Map.of(
          "addSuppressed", KotlinPlatform::addSuppressed,
          "getSuppressed", KotlinPlatform::getSuppressed);

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    return model.thisClass().asInternalName().equals(NAME)
        ? Optional.of(
            (builder, element) -> {
              Consumer<CodeBuilder> body =
                  element instanceof MethodModel method
                      ? BODIES.get(method.methodName().stringValue())
                      : null;
              if (body != null && element instanceof MethodModel method) {
                builder.withMethodBody(
                    method.methodName(), method.methodType(), method.flags().flagsMask(), body);
              } else {
                builder.with(element);
              }
            })
        : Optional.empty();
  }

  private static void addSuppressed(CodeBuilder code) {
    code.aload(1)
        .aload(2)
        .invokevirtual(
            ConstantDescs.CD_Throwable,
            "addSuppressed",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable))
        .return_();
  }

  private static void getSuppressed(CodeBuilder code) {
    code.aload(1)
        .invokevirtual(ConstantDescs.CD_Throwable, "getSuppressed", MethodTypeDesc.of(THROWABLES))
        .invokestatic(
            ARRAYS,
            "asList",
            MethodTypeDesc.of(ConstantDescs.CD_List, ConstantDescs.CD_Object.arrayType()))
        .areturn();
  }
}
