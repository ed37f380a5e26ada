package org.zarf.compiler.teavm;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.model.BasicBlock;
import org.teavm.model.TryCatchBlock;

/**
 * Which variables TeaVM takes for not null when it inserts checks. What was checked before holds
 * for all that comes after, but not for handlers: they may be reached because the check failed.
 */
public final class NullFacts {

  /** What held before a handler, by what holds in it. */
  private static final Map<boolean[], boolean[]> BEFORE =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private NullFacts() {}

  /** What holds when a block begins, of what holds where it can be reached from. */
  public static boolean[] begin(boolean[] facts, BasicBlock block) {
    if (!isHandler(block)) {
      return facts;
    }
    boolean[] none = new boolean[facts.length];
    none[0] = facts[0];
    BEFORE.put(none, facts);
    return none;
  }

  /** What held before the block. */
  public static boolean[] end(boolean[] facts, BasicBlock block) {
    boolean @Nullable [] before = isHandler(block) ? BEFORE.remove(facts) : null;
    return before == null ? facts : before;
  }

  private static boolean isHandler(BasicBlock block) {
    for (BasicBlock covered : block.getProgram().getBasicBlocks()) {
      for (TryCatchBlock tried : covered.getTryCatchBlocks()) {
        if (block.equals(tried.getHandler())) {
          return true;
        }
      }
    }
    return false;
  }
}
