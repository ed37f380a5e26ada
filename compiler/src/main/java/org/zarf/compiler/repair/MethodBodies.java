package org.zarf.compiler.repair;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.util.function.Predicate;

/** Transforms some methods of a class. */
final class MethodBodies {

  private MethodBodies() {}

  /**
   * As {@link ClassTransform#transformingMethodBodies(Predicate, CodeTransform)}, of which JDK 25
   * makes one when two follow each other, that only transforms what both are to transform.
   */
  static ClassTransform of(Predicate<MethodModel> some, CodeTransform transform) {
    MethodTransform code = MethodTransform.transformingCode(transform);
    return (builder, element) -> {
      if (element instanceof MethodModel method && some.test(method)) {
        builder.transformMethod(method, code);
      } else {
        builder.with(element);
      }
    };
  }
}
