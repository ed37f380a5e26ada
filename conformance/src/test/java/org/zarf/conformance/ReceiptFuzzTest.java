package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Parameters;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;
import org.zarf.testkit.Allocated;
import org.zarf.testkit.Trials;
import org.zarf.verifier.Receipt;
import org.zarf.verifier.ReceiptCodec;

/**
 * Damaged receipts are rejected, whatever the damage: with the one documented exception, and with
 * no more memory than their own size allows.
 */
class ReceiptFuzzTest {

  private static final Parameters PARAMETERS = InsecureParameters.of(false, 2, 0);

  /** One of so many small receipts that can be read is also verified, and encoded again. */
  private static final int SAMPLE = 100;

  /**
   * Bytes that decoding allocates for each byte of a receipt, and besides. The most costly for its
   * size is a table's name of two bytes: an object, and its place in three arrays.
   */
  private static final int BYTES_FOR_EACH = 20;

  private static final int BYTES_BESIDES = 1 << 16;

  private static final Forge FORGE = new Forge(Guests.load("examples/hello/hello.elf"), PARAMETERS);

  /** Checks a receipt in its own way. */
  private interface Verification {
    void of(Receipt receipt) throws ProofRejectedException;
  }

  private static byte[] small;
  private static ReceiptMutations smallMutations;
  private static byte[] full;
  private static ReceiptMutations fullMutations;

  @BeforeAll
  static void prove() throws Exception {
    Forge.Attempt honest = FORGE.honest(Guests.bytes("examples/hello/input.bin"));
    small = ReceiptCodec.encode(FORGE.receipt(honest, FORGE.prove(honest)));
    smallMutations = new ReceiptMutations(small);
    Receipt receipt =
        Prover.create()
            .prove(
                Program.load(Guests.ROOT.resolve("examples/hello/hello.elf")),
                Input.of(Guests.bytes("examples/hello/input.bin")));
    full = ReceiptCodec.encode(receipt);
    fullMutations = new ReceiptMutations(full);
  }

  private static void verifySmall(Receipt receipt) throws ProofRejectedException {
    if (!receipt.parameters().equals(PARAMETERS.name())) {
      receipt.programId();
    }
    FORGE.verify(receipt);
  }

  private static void verifyFull(Receipt receipt) throws ProofRejectedException {
    receipt.verify(receipt.programId(), receipt.exitCode());
  }

  @Test
  void theReceiptsThemselvesHold() throws ProofRejectedException {
    verifySmall(ReceiptCodec.decode(small));
    verifyFull(ReceiptCodec.decode(full));
  }

  /** Else one of the two, the decoder or the verifier, would not be tested. */
  @Test
  void someDamageShowsOnlyWhenVerified() {
    var random = new SplittableRandom(1);
    long readable =
        Stream.generate(() -> decoded(smallMutations.next(random)))
            .limit(1000)
            .filter(Receipt.class::isInstance)
            .count();
    assertThat(readable).isBetween(200L, 800L);
  }

  /** 10^6 in all. */
  @Trials(1000)
  void damagedSmallReceiptsAreRejected(SplittableRandom random) {
    Stream.generate(random::split).limit(1000).toList().parallelStream()
        .forEach(
            r ->
                check(
                    small,
                    smallMutations.next(r),
                    r.nextInt(SAMPLE) == 0,
                    ReceiptFuzzTest::verifySmall));
  }

  /** 10^3 in all, each of them verified. */
  @Trials(50)
  void damagedFullReceiptsAreRejected(SplittableRandom random) {
    Stream.generate(random::split).limit(20).toList().parallelStream()
        .forEach(r -> check(full, fullMutations.next(r), true, ReceiptFuzzTest::verifyFull));
  }

  private static void check(
      byte[] honest, byte[] bytes, boolean isWhole, Verification verification) {
    long limit = (long) BYTES_FOR_EACH * bytes.length + BYTES_BESIDES;
    Allocated<Object> decoded = Allocated.by(() -> decoded(bytes));
    if (decoded.bytes() > limit) {
      // What the JVM itself allocates at the first use of some code is not allocated again.
      decoded = Allocated.by(() -> decoded(bytes));
    }
    assertThat(decoded.bytes()).isLessThanOrEqualTo(limit);
    if (!(decoded.result() instanceof Receipt receipt)) {
      assertThat(decoded.result()).isInstanceOf(Rejection.BadEncoding.class);
      return;
    }
    if (isWhole) {
      assertThat(ReceiptCodec.encode(receipt)).isEqualTo(bytes);
      boolean holds = Allocated.by(() -> holds(receipt, verification)).result();
      assertThat(holds).isEqualTo(Arrays.equals(bytes, honest));
    }
  }

  private static Object decoded(byte[] bytes) {
    try {
      return ReceiptCodec.decode(bytes);
    } catch (ProofRejectedException e) {
      return e.rejection();
    }
  }

  private static boolean holds(Receipt receipt, Verification verification) {
    try {
      verification.of(receipt);
      return true;
    } catch (ProofRejectedException e) {
      return false;
    }
  }
}
