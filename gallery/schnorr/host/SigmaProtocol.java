package org.zarf.gallery.schnorr;

import java.math.BigInteger;

/**
 * Schnorr's protocol (C. P. Schnorr, "Efficient Identification and Signatures for Smart Cards",
 * 1989): knowledge of the discrete logarithm x of a public point P = x G, in three messages.
 */
public final class SigmaProtocol {

  private SigmaProtocol() {}

  /**
   * Who knows x. For one run: a nonce that answers twice gives x away.
   *
   * @param secret x
   * @param nonce k, chosen at random for this run
   */
  public record Prover(BigInteger secret, BigInteger nonce) {

    /** The first message: R = k G. */
    public Point commit() {
      return Point.G.times(nonce);
    }

    /** The third message, when the verifier has sent e: s = k + e x. */
    public BigInteger answer(BigInteger challenge) {
      return nonce.add(challenge.multiply(secret)).mod(Point.N);
    }
  }

  /**
   * The three messages of a run.
   *
   * @param commitment R, of the prover
   * @param challenge e, chosen at random by the verifier when it has seen R
   * @param answer s, of the prover
   */
  public record Transcript(Point commitment, BigInteger challenge, BigInteger answer) {

    /** The verifier's check: s G = R + e P. */
    public boolean isAccepted(Point key) {
      return Point.G.times(answer).equals(commitment.plus(key.times(challenge)));
    }
  }

  /**
   * What two accepted transcripts with the same R and different challenges know: x. From s G = R +
   * e P and s' G = R + e' P follows (s - s') G = (e - e') P.
   */
  public static BigInteger extract(Transcript one, Transcript other) {
    BigInteger answers = one.answer.subtract(other.answer);
    BigInteger challenges = one.challenge.subtract(other.challenge);
    return answers.multiply(challenges.modInverse(Point.N)).mod(Point.N);
  }

  /** A transcript made backwards, without x: any e and s have an R that fits. */
  public static Transcript simulate(Point key, BigInteger challenge, BigInteger answer) {
    Point commitment = Point.G.times(answer).plus(key.times(challenge).negated());
    return new Transcript(commitment, challenge, answer);
  }
}
