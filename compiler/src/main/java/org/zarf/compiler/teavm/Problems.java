package org.zarf.compiler.teavm;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teavm.callgraph.CallGraph;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;

/** Says what TeaVM cannot translate, and along which calls the guest gets there. */
final class Problems {

  private final CallGraph calls;

  Problems(CallGraph calls) {
    this.calls = calls;
  }

  /** One text per problem, with a line per caller. */
  List<String> describe(List<Problem> problems) {
    return problems.stream().map(this::describe).distinct().toList();
  }

  private String describe(Problem problem) {
    var consumer = new DefaultProblemTextConsumer();
    problem.render(consumer);
    var text = new StringBuilder(consumer.getText());
    Stream.of(problem.getParams())
        .flatMap(missing -> advice(missing).stream())
        .limit(1)
        .forEach(advice -> text.append(": ").append(advice));
    CallLocation location = problem.getLocation();
    if (location != null && location.getMethod() != null) {
      appendCall(text, location.getMethod(), location.getSourceLocation());
      appendCallers(text, location.getMethod());
    }
    return text.toString();
  }

  private static Optional<String> advice(Object missing) {
    return switch (missing) {
      case MethodReference method -> RefusedMethods.advice(method);
      case String className -> RefusedMethods.advice(className);
      default -> Optional.empty();
    };
  }

  private void appendCallers(StringBuilder text, MethodReference method) {
    Set<MethodReference> seen = new HashSet<>();
    CallGraphNode node = calls.getNode(method);
    while (node != null && seen.add(node.getMethod())) {
      node = appendCaller(text, node);
    }
  }

  private static @Nullable CallGraphNode appendCaller(StringBuilder text, CallGraphNode callee) {
    for (CallSite site : callee.getCallerCallSites()) {
      for (CallGraphNode caller : site.getCallers()) {
        TextLocation location = site.getLocations(caller).stream().findFirst().orElse(null);
        appendCall(text, caller.getMethod(), location);
        return caller;
      }
    }
    return null;
  }

  private static void appendCall(
      StringBuilder text, MethodReference method, @Nullable TextLocation location) {
    text.append("\n    at ").append(method.getClassName()).append('.').append(method.getName());
    if (location != null && location.getFileName() != null) {
      String file = location.getFileName();
      text.append('(').append(file.substring(file.lastIndexOf('/') + 1));
      text.append(':').append(location.getLine()).append(')');
    }
  }
}
