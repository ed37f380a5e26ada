package org.zarf.gallery.schnorr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.zarf.gallery.schnorr.SigmaProtocol.Prover;
import org.zarf.gallery.schnorr.SigmaProtocol.Transcript;
import org.zarf.testkit.Trials;

/** The properties of docs/sigma.md. */
class SigmaProtocolTest {

  @Trials(10)
  void completeness(SplittableRandom random) {
    var prover = new Prover(scalar(random), scalar(random));
    assertThat(run(prover, scalar(random)).isAccepted(key(prover))).isTrue();
  }

  @Trials(10)
  void specialSoundness(SplittableRandom random) {
    var prover = new Prover(scalar(random), scalar(random));
    Transcript one = run(prover, scalar(random));
    Transcript other = run(prover, scalar(random));
    assertThat(SigmaProtocol.extract(one, other)).isEqualTo(prover.secret());
  }

  /**
   * For each challenge one answer is accepted: who guesses e can prepare for it, and for no other.
   */
  @Trials(10)
  void oneAnswerForEachChallenge(SplittableRandom random) {
    var prover = new Prover(scalar(random), scalar(random));
    Transcript right = run(prover, scalar(random));
    BigInteger another = scalar(random);
    assertThat(new Transcript(right.commitment(), another, right.answer()).isAccepted(key(prover)))
        .isFalse();
    assertThat(
            new Transcript(right.commitment(), right.challenge(), another).isAccepted(key(prover)))
        .isFalse();
  }

  /**
   * The simulator's answer s stands for the prover's nonce k = s - e x: for fixed e and x that is a
   * bijection, so that both transcripts are equally distributed.
   */
  @Trials(10)
  void theSimulatorsTranscriptsAreTheProvers(SplittableRandom random) {
    BigInteger x = scalar(random);
    BigInteger e = scalar(random);
    BigInteger s = scalar(random);
    Transcript simulated = SigmaProtocol.simulate(Point.G.times(x), e, s);
    assertThat(simulated.isAccepted(Point.G.times(x))).isTrue();
    BigInteger k = s.subtract(e.multiply(x)).mod(Point.N);
    assertThat(run(new Prover(x, k), e)).isEqualTo(simulated);
  }

  /** A signature is a transcript whose challenge is a hash of the other two. */
  @Trials(10)
  void aSignatureIsATranscript(SplittableRandom random) {
    byte[] message = ("message " + random.nextInt()).getBytes(UTF_8);
    BigInteger x = scalar(random);
    byte[] signature = Bip340.sign(x, message, Bip340.bytes(scalar(random)));
    Point key = Point.lift(Bip340.number(Bip340.key(x))).orElseThrow();
    Point r = Point.lift(Bip340.number(Arrays.copyOf(signature, 32))).orElseThrow();
    BigInteger s = Bip340.number(Arrays.copyOfRange(signature, 32, 64));
    BigInteger e = Bip340.challenge(r, key, message);
    assertThat(new Transcript(r, e, s).isAccepted(key)).isTrue();
  }

  private static Transcript run(Prover prover, BigInteger challenge) {
    return new Transcript(prover.commit(), challenge, prover.answer(challenge));
  }

  private static Point key(Prover prover) {
    return Point.G.times(prover.secret());
  }

  private static BigInteger scalar(SplittableRandom random) {
    var bytes = new byte[40];
    random.nextBytes(bytes);
    return Bip340.number(bytes).mod(Point.N);
  }
}
