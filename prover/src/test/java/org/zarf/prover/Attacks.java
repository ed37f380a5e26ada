package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.zarf.hash.Digest;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;
import org.zarf.stark.StarkVerifier;
import org.zarf.stark.Statement;
import org.zarf.stark.VerifyingKey;

/** What the attacks on proofs of {@link SmallCircuit} share. */
final class Attacks {

  static final Parameters HIDING = InsecureParameters.of(true, 13, 5);
  static final ProvingKey KEY = SmallCircuit.key(HIDING, new ScalarKernels());

  private Attacks() {}

  static Randomness seeded(int seed) {
    byte[] bytes = new byte[Digest.BYTES];
    new SplittableRandom(seed).nextBytes(bytes);
    return Randomness.unsafeOf(bytes);
  }

  /** An honest run of an instance of 2^8 and one of 2^7 rows. */
  static SmallCircuit.Run run() {
    return SmallCircuit.run(HIDING, 8, 7);
  }

  static void verify(Proof proof, Statement statement) throws ProofRejectedException {
    StarkVerifier.verify(KEY.verifyingKey(), proof, statement);
  }

  /** The reason for which the verifier rejects a proof, which must be one. */
  static ObjectAssert<Rejection> assertRejection(
      VerifyingKey key, Proof proof, Statement statement) {
    return assertThatThrownBy(() -> StarkVerifier.verify(key, proof, statement))
        .asInstanceOf(InstanceOfAssertFactories.type(ProofRejectedException.class))
        .extracting(
            ProofRejectedException::rejection, InstanceOfAssertFactories.type(Rejection.class));
  }

  static ObjectAssert<Rejection> assertRejection(Proof proof, Statement statement) {
    return assertRejection(KEY.verifyingKey(), proof, statement);
  }
}
