package org.zarf.compiler.repair;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets handlers that may catch exceptions without a throw statement pass on what they catch. */
final class Handlers implements ClassRepair {

  private static final ClassDesc FAILURES = ClassDesc.of("org.zarf.compiler.runtime.Failures");

  private static final Set<String> TYPES =
      Set.of(
          "java/lang/Throwable",
          "java/lang/Exception",
          "java/lang/RuntimeException",
          "java/lang/IndexOutOfBoundsException",
          "java/lang/ArrayIndexOutOfBoundsException",
          "java/lang/NullPointerException",
          "java/lang/ClassCastException");

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    boolean catches =
        model.methods().stream()
            .flatMap(m -> m.code().stream())
            .flatMap(c -> c.exceptionHandlers().stream())
            .anyMatch(Handlers::isConcerned);
    return catches
        ? Optional.of(ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Body::new)))
        : Optional.empty();
  }

  private static boolean isConcerned(ExceptionCatch handler) {
    return handler.catchType().filter(type -> TYPES.contains(type.asInternalName())).isPresent();
  }

  private static final class Body implements CodeTransform {

    private final Map<Label, ClassDesc> handlers = new HashMap<>();

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
      if (element instanceof ExceptionCatch handler && isConcerned(handler)) {
        handlers.put(handler.handler(), handler.catchType().orElseThrow().asSymbol());
      } else if (element instanceof LabelTarget target) {
        ClassDesc type = handlers.get(target.label());
        if (type != null) {
          code.invokestatic(FAILURES, "caught", MethodTypeDesc.of(type, type));
        }
      }
    }
  }
}
