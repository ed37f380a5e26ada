package org.zarf.gallery.lambda;

/**
 * A term of the untyped lambda calculus, with de Bruijn indices: a variable is the number of
 * abstractions between it and its own. So substitution cannot capture a variable; names are only
 * for reading.
 */
public sealed interface Term {

  /**
   * A variable.
   *
   * @param index 0 for the nearest abstraction
   */
  record Variable(int index) implements Term {}

  /**
   * A free variable, which no abstraction binds.
   *
   * @param name what it is called
   */
  record Free(String name) implements Term {}

  /**
   * A function.
   *
   * @param name what the bound variable is called when the term is shown
   * @param body what the function returns
   */
  record Abstraction(String name, Term body) implements Term {}

  /**
   * A function applied to an argument.
   *
   * @param function the function
   * @param argument the argument
   */
  record Application(Term function, Term argument) implements Term {}

  /**
   * The term with all variables that are bound outside of it moved.
   *
   * @param by how many abstractions more lie between them and the term
   * @param depth how many abstractions of the term itself have been entered
   */
  default Term shifted(int by, int depth) {
    return switch (this) {
      case Variable(int index) -> index < depth ? this : new Variable(index + by);
      case Free _ -> this;
      case Abstraction(String name, Term body) ->
          new Abstraction(name, body.shifted(by, depth + 1));
      case Application(Term function, Term argument) ->
          new Application(function.shifted(by, depth), argument.shifted(by, depth));
    };
  }

  /**
   * The body of an abstraction with an argument in the place of the variable that was bound.
   *
   * @param argument a term outside of the abstraction
   * @param depth how many abstractions of the body have been entered
   */
  default Term with(Term argument, int depth) {
    return switch (this) {
      case Variable(int index) when index == depth -> argument.shifted(depth, 0);
      case Variable(int index) when index > depth -> new Variable(index - 1);
      case Variable _, Free _ -> this;
      case Abstraction(String name, Term body) ->
          new Abstraction(name, body.with(argument, depth + 1));
      case Application(Term function, Term operand) ->
          new Application(function.with(argument, depth), operand.with(argument, depth));
    };
  }

  /** Whether a free variable of some name occurs in the term. */
  default boolean hasFree(String sought) {
    return switch (this) {
      case Variable _ -> false;
      case Free(String name) -> name.equals(sought);
      case Abstraction(String _, Term body) -> body.hasFree(sought);
      case Application(Term function, Term argument) ->
          function.hasFree(sought) || argument.hasFree(sought);
    };
  }
}
