package org.zarf.gallery.lambda;

import java.nio.charset.StandardCharsets;
import org.zarf.guest.GuestContext;
import org.zarf.guest.Sha256;

/** Takes a private term to its normal form. */
public final class Reduction {

  /** Bytes of a salt: as many as a digest has. */
  public static final int SALT_BYTES = 32;

  private Reduction() {}

  /**
   * What only the prover knows, and the fuel.
   *
   * @param term the term, as {@link Notation} reads it
   * @param salt {@link #SALT_BYTES} random bytes, so that nobody can guess the term
   * @param fuel how many beta reductions may be done
   */
  public record Question(String term, byte[] salt, int fuel) {}

  /**
   * What everybody learns.
   *
   * @param term the SHA-256 digest of the salt and the term's text
   * @param fuel how many beta reductions were allowed
   * @param outcome what they led to
   */
  public record Answer(byte[] term, int fuel, Outcome outcome) {}

  /** How a reduction ends. */
  public sealed interface Outcome {}

  /**
   * The term has a normal form.
   *
   * @param text the normal form
   * @param number which number it is the Church numeral of, or -1
   * @param reductions how many beta reductions led there
   */
  public record Normal(String text, int number, int reductions) implements Outcome {}

  /** All fuel was used, and there is still something to reduce. */
  public record OutOfFuel() implements Outcome {}

  /** The guest. */
  public static void main(GuestContext guest) {
    Question question = guest.input(Question.class);
    if (question.salt().length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
    }
    if (question.fuel() < 0) {
      throw new IllegalArgumentException("fuel is not negative");
    }
    byte[] text = question.term().getBytes(StandardCharsets.UTF_8);
    guest.publish(
        new Answer(
            Sha256.of(question.salt(), text),
            question.fuel(),
            reduce(Notation.read(question.term()), question.fuel())));
  }

  private static Outcome reduce(Term term, int fuel) {
    var normaliser = new Normaliser(fuel);
    try {
      Term normal = normaliser.normalForm(term);
      return new Normal(Notation.write(normal), Notation.numberOf(normal), normaliser.used());
    } catch (Normaliser.FuelExhausted e) {
      return new OutOfFuel();
    }
  }
}
