package org.zarf.compiler.teavm;

import java.util.List;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.zarf.compiler.runtime.Failures;

/** Tells TeaVM's analysis which exceptions come without a throw statement. */
final class ImplicitExceptions extends AbstractDependencyListener {

  private static final List<Class<? extends Throwable>> TYPES =
      List.of(
          ArrayIndexOutOfBoundsException.class,
          NullPointerException.class,
          ClassCastException.class);

  @Override
  public void started(DependencyAgent agent) {
    var method =
        new MethodReference(Failures.class, "indexOutOfBounds", int.class, int.class, void.class);
    agent.linkMethod(method).use();
  }

  @Override
  public void methodReached(DependencyAgent agent, MethodDependency method) {
    MethodReference reference = method.getReference();
    if (!reference.getClassName().equals(Failures.class.getName())
        || !reference.getName().equals("caught")) {
      return;
    }
    for (Class<? extends Throwable> type : TYPES) {
      ValueType known = ValueType.object(type.getName());
      if (agent.getClassHierarchy().isSuperType(reference.getReturnType(), known, false)) {
        method.getResult().propagate(agent.getType(known));
      }
    }
  }
}
