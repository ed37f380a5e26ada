package org.zarf.air;

import java.util.List;

/** Anything that is some expressions in a fixed order: one expression, a word, a message. */
public interface Limbs {

  /** The expressions, least significant first where that has a meaning. */
  List<Expr> limbs();

  /** Some expressions in order. */
  static Limbs of(Expr... limbs) {
    List<Expr> list = List.of(limbs);
    return () -> list;
  }
}
