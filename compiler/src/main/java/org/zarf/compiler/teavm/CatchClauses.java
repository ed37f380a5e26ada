package org.zarf.compiler.teavm;

import org.teavm.ast.BreakStatement;
import org.teavm.ast.ContinueStatement;
import org.teavm.ast.Statement;
import org.teavm.ast.TryCatchStatement;

/**
 * Which try statements TeaVM's back end for C may make one of. It takes a try within a try for two
 * clauses of one, whenever there is nothing else in the outer one: what the inner handler throws
 * then passes by the outer handler, as {@code finally} is one.
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
}
