package org.zarf.prover.constraint;

import org.zarf.air.Expr;

/** What the compiler knows of an expression that it has read. */
sealed interface Value {

  /** The same in every row, and known when the table is defined. */
  record Constant(int value) implements Value {}

  /** The same in every row: made of challenges, the instance's index and the published sum. */
  record Uniform(Expr expr) implements Value {}

  /** A value over the base field, at some node. */
  record Base(int node) implements Value {}

  /** A value over the extension, at some node. */
  record Extension(int node) implements Value {}

  /** A base value times a uniform one: not yet computed, since most often a sum absorbs it. */
  record Scaled(int node, Expr factor) implements Value {}
}
