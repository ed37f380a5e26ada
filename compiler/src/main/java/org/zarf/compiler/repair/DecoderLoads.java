package org.zarf.compiler.repair;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Optional;
import java.util.Set;

/** Lets the decoder of inputs load numbers at once, which Java puts together byte by byte. */
final class DecoderLoads implements ClassRepair {

  private static final String DECODER = "org/zarf/guest/Decoder";
  private static final ClassDesc LOADS = ClassDesc.of("org.zarf.compiler.runtime.Loads");
  private static final Set<String> METHODS = Set.of("shortAt", "intAt", "longAt");

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    return model.thisClass().asInternalName().equals(DECODER)
        ? Optional.of(DecoderLoads::replace)
        : Optional.empty();
  }

  private static void replace(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method
        && METHODS.contains(method.methodName().stringValue())) {
      builder.withMethodBody(
          method.methodName(),
          method.methodType(),
          method.flags().flagsMask(),
          code -> load(code, method));
    } else {
      builder.with(element);
    }
  }

  private static void load(CodeBuilder code, MethodModel method) {
    code.aload(0)
        .iload(1)
        .invokestatic(LOADS, method.methodName().stringValue(), method.methodTypeSymbol())
        .return_(TypeKind.from(method.methodTypeSymbol().returnType()));
  }
}
