package org.zarf.compiler.teavm;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;

/**
 * Refuses the {@link RefusedMethods} where the guest calls them, before TeaVM generates code for
 * them. What the class library calls within itself is not refused: it may be reachable from {@code
 * println}; nor is what it lacks, which TeaVM refuses.
 */
final class Refusals extends AbstractDependencyListener {

  /** Whose calls are no doing of the guest. */
  private static final List<String> LIBRARIES =
      List.of("java.", "javax.", "org.teavm.", "org.threeten.bp.", "org.zarf.compiler.runtime.");

  @Override
  public void completing(DependencyAgent agent) {
    for (MethodReference method : List.copyOf(agent.getReachableMethods())) {
      RefusedMethods.advice(method).ifPresent(advice -> refuse(agent, method, advice));
    }
  }

  private static void refuse(DependencyAgent agent, MethodReference method, String advice) {
    CallGraphNode node = agent.getCallGraph().getNode(method);
    if (node == null || agent.getMethod(method).isMissing()) {
      return;
    }
    String text = "%s.%s: %s".formatted(method.getClassName(), method.getName(), advice);
    for (CallSite site : node.getCallerCallSites()) {
      for (CallGraphNode caller : site.getCallers()) {
        if (isOfGuest(caller.getMethod())) {
          TextLocation at = first(site.getLocations(caller));
          agent.getDiagnostics().error(new CallLocation(caller.getMethod(), at), text);
        }
      }
    }
  }

  private static boolean isOfGuest(MethodReference caller) {
    return LIBRARIES.stream().noneMatch(caller.getClassName()::startsWith);
  }

  private static @Nullable TextLocation first(Collection<? extends TextLocation> locations) {
    return locations.stream().findFirst().orElse(null);
  }
}
