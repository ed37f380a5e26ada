package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.stark.ProofCodec;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.ProofWriter;

/**
 * Nothing of a program's private input stands in a proof of its run, neither as it was read nor as
 * the tables hold it. What stands in two proofs of the same run cannot be there by chance.
 */
class InputSecrecyTest {

  private static final int NUMBERS = 500;

  private static Set<Integer> words(byte[] bytes) {
    var words = new HashSet<Integer>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 4 <= bytes.length; i++) {
      words.add(buffer.getInt(i));
    }
    return words;
  }

  /** All words of the input, at any offset, and the field elements of its 16-bit limbs. */
  private static Set<Integer> secrets(byte[] input) {
    Set<Integer> secrets = words(input);
    ByteBuffer buffer = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 2 <= input.length; i += 2) {
      secrets.add(KoalaBear.of(Short.toUnsignedInt(buffer.getShort(i))));
    }
    return secrets;
  }

  private static byte[] encodedProof(Forge forge, byte[] input) throws ProofRejectedException {
    Forge.Attempt run = forge.honest(input);
    var proof = forge.prove(run);
    forge.verify(run, proof);
    var out = new ProofWriter();
    ProofCodec.write(proof, out);
    return out.toBytes();
  }

  @Test
  void noWordOfTheInputStandsInAProof() throws ProofRejectedException {
    byte[] input = new byte[4 * NUMBERS];
    new SplittableRandom(1).nextBytes(input);
    Set<Integer> secrets = secrets(input);
    assertThat(secrets.size()).isGreaterThan(5 * NUMBERS);
    var forge = new Forge(Guests.load("examples/hello/hello.elf"));
    byte[] first = encodedProof(forge, input);
    byte[] second = encodedProof(forge, input);
    assertThat(first).isNotEqualTo(second);
    Set<Integer> shared = words(first);
    shared.retainAll(words(second));
    shared.retainAll(secrets);
    assertThat(shared).isEmpty();
  }
}
