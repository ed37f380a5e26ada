package org.zarf.compiler.teavm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.teavm.ast.BreakStatement;
import org.teavm.ast.ContinueStatement;
import org.teavm.ast.Statement;
import org.teavm.ast.TryCatchStatement;
import org.teavm.backend.c.analyze.VolatileDefinitionFinder;

/**
 * What TeaVM's back end for C is to do with try statements.
 *
 * <p>It takes a try within a try for two clauses of one, whenever there is nothing else in the
 * outer one: what the inner handler throws then passes by the outer handler, as {@code finally} is
 * one. And handlers restore variables that were stored only when they were assigned to.
 */
public final class CatchClauses {

  private CatchClauses() {}

  /**
   * Whether the only statement of a try statement is one whose handler is left before anything can
   * be thrown, so that it does not matter whether the outer one covers it.
   */
  public static boolean isClause(Statement statement) {
    return statement instanceof TryCatchStatement inner
        && inner.getHandler().stream()
            .allMatch(s -> s instanceof BreakStatement || s instanceof ContinueStatement);
  }

  /** The variables to store when a try statement begins: all that its handler restores. */
  public static int[] variablesToBackup(VolatileDefinitionFinder finder, TryCatchStatement tried) {
    return IntStream.concat(
            Arrays.stream(finder.variablesToBackup(tried)),
            Arrays.stream(finder.variablesToRestore(tried)))
        .distinct()
        .sorted()
        .toArray();
  }
}
