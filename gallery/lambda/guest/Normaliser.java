package org.zarf.gallery.lambda;

import java.util.ArrayList;
import java.util.List;
import org.zarf.gallery.lambda.Term.Abstraction;
import org.zarf.gallery.lambda.Term.Application;

/**
 * Takes terms to their full normal form, by the leftmost of the outermost redexes first: this order
 * finds the normal form of every term that has one (H. Curry and R. Feys, 1958).
 */
final class Normaliser {

  private final int fuel;
  private int used;

  /**
   * A normaliser.
   *
   * @param fuel how many beta reductions it may do
   */
  Normaliser(int fuel) {
    this.fuel = fuel;
  }

  /** Thrown when a further reduction would be needed. */
  static final class FuelExhausted extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** How many reductions have been done. */
  int used() {
    return used;
  }

  /** The normal form of a term. */
  Term normalForm(Term term) throws FuelExhausted {
    var arguments = new ArrayList<Term>();
    Term head = head(term, arguments);
    if (head instanceof Abstraction(String name, Term body)) {
      return new Abstraction(name, normalForm(body));
    }
    Term result = head;
    for (Term argument : arguments.reversed()) {
      result = new Application(result, normalForm(argument));
    }
    return result;
  }

  /**
   * Reduces at the head until it is no redex.
   *
   * @param arguments takes what the head is applied to, the first argument last
   */
  private Term head(Term term, List<Term> arguments) throws FuelExhausted {
    Term head = term;
    while (true) {
      if (head instanceof Application(Term function, Term argument)) {
        arguments.add(argument);
        head = function;
      } else if (head instanceof Abstraction(String _, Term body) && !arguments.isEmpty()) {
        if (used == fuel) {
          throw new FuelExhausted();
        }
        used++;
        head = body.with(arguments.removeLast(), 0);
      } else {
        return head;
      }
    }
  }
}
