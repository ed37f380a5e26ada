package org.zarf.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Runs a test many times inside one invocation, each time with a fresh {@link SplittableRandom} as
 * its only parameter. A failure names the seed; {@code -Dtrials.seed=N} replays it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Trials.Runner.class)
public @interface Trials {

  /** How many times. */
  int value() default 100;

  /** Loops over the seeds. */
  final class Runner implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      int count = context.getRequiredTestMethod().getAnnotation(Trials.class).value();
      return Stream.of(new Loop(count));
    }
  }

  /** All trials of one test. */
  record Loop(int count) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return count + " trials";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Source(), new Repeat(count));
    }
  }

  /** Satisfies the framework's own call, whose argument the loop replaces. */
  record Source() implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SplittableRandom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return new SplittableRandom(0);
    }
  }

  /** Calls the test method once for each seed. */
  record Repeat(int count) implements InvocationInterceptor {

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> call,
        ExtensionContext context)
        throws Throwable {
      invocation.skip();
      Long replay = Long.getLong("trials.seed");
      long[] seeds =
          replay != null ? new long[] {replay} : new SplittableRandom(1).longs(count).toArray();
      Method method = call.getExecutable();
      method.setAccessible(true);
      for (long seed : seeds) {
        try {
          method.invoke(call.getTarget().orElse(null), new SplittableRandom(seed));
        } catch (InvocationTargetException e) {
          throw new AssertionError(
              "failed with -Dtrials.seed=" + seed + ": " + e.getCause(), e.getCause());
        }
      }
    }
  }
}
