package org.zarf.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.hash.MerkleOpening;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Nonces;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Rejection;
import org.zarf.stark.Strength;
import org.zarf.testkit.Allocated;
import org.zarf.testkit.Trials;

/** Untrusted bytes are a receipt in one way only, or are rejected. */
class ReceiptCodecTest {

  private static final int KIND = 4;
  private static final int VERSION = 5;

  private static final Receipt RECEIPT =
      new Receipt(
          Parameters.zeroKnowledge().name(),
          new ProgramCommitment(0x1_0000, digest(1), 10, 11),
          Journal.of("eight bytes and some".getBytes(StandardCharsets.UTF_8)),
          0xffff_fffe,
          proof());

  private static Proof proof() {
    List<Ext> values = List.of(Ext.ONE, new Ext(1, 2, 3, 4, 5));
    return new Proof(
        new Strength(157, 1, 2, 22),
        List.of(new Instance(0, 12), new Instance(3, 10)),
        digest(2),
        digest(3),
        values,
        digest(4),
        List.of(new InstanceOpenings(values, values, values, values, values, values)),
        List.of(digest(5)),
        values,
        new Nonces(6, -7, 8),
        List.of(
            new MerkleOpening(
                List.<int[][]>of(new int[][] {{1, 2}, {3, 4}}),
                List.of(digest(9)),
                List.of(digest(10)))));
  }

  private static Digest digest(int seed) {
    byte[] bytes = new byte[Digest.BYTES];
    Arrays.fill(bytes, (byte) seed);
    return Digest.of(bytes);
  }

  /** The receipt, or nothing if the bytes are rejected as they have to be. */
  private static Optional<Receipt> decodeOrReject(byte[] bytes) {
    Allocated<Object> decoded =
        Allocated.by(
            () -> {
              try {
                return ReceiptCodec.decode(bytes);
              } catch (ProofRejectedException e) {
                return e.rejection();
              }
            });
    assertThat(decoded.bytes()).isLessThan(30L * bytes.length + (1 << 20));
    if (decoded.result() instanceof Receipt receipt) {
      assertThat(ReceiptCodec.encode(receipt)).isEqualTo(bytes);
      return Optional.of(receipt);
    }
    assertThat(decoded.result()).isInstanceOf(Rejection.BadEncoding.class);
    return Optional.empty();
  }

  @Test
  void decodesWhatItEncodes() throws ProofRejectedException {
    byte[] bytes = ReceiptCodec.encode(RECEIPT);
    assertThat(ReceiptCodec.isReceipt(bytes)).isTrue();
    assertThat(ReceiptCodec.decode(bytes)).usingRecursiveComparison().isEqualTo(RECEIPT);
  }

  /** Of the receipt and of every record in it: a name, where it is made and not when verified. */
  @Test
  void missingPartsAreNamed() throws ReflectiveOperationException {
    for (Record whole :
        List.of(
            RECEIPT,
            RECEIPT.program(),
            RECEIPT.proof(),
            RECEIPT.proof().openings().getFirst(),
            RECEIPT.proof().trees().getFirst(),
            new Receipt.Claim(new byte[0], 0),
            new ProgramId(digest(1)))) {
      RecordComponent[] parts = whole.getClass().getRecordComponents();
      var constructor =
          whole
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      for (int missing = 0; missing < parts.length; missing++) {
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
          values[i] = parts[i].getAccessor().invoke(whole);
        }
        if (!parts[missing].getType().isPrimitive()) {
          values[missing] = null;
          assertThatThrownBy(() -> constructor.newInstance(values))
              .cause()
              .isInstanceOf(NullPointerException.class)
              .hasMessage(parts[missing].getName());
        }
      }
    }
    assertThatThrownBy(() -> Journal.of(null)).hasMessage("bytes");
  }

  @Test
  void everyPrefixAndEverySuffixIsRejected() {
    byte[] bytes = ReceiptCodec.encode(RECEIPT);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(decodeOrReject(Arrays.copyOf(bytes, length))).as("%s bytes", length).isEmpty();
    }
    for (int more = 1; more < 40; more++) {
      assertThat(decodeOrReject(Arrays.copyOf(bytes, bytes.length + more))).isEmpty();
    }
    assertThat(ReceiptCodec.isReceipt(new byte[3])).isFalse();
  }

  @Test
  void everyByteWithEveryValueIsReadOrRejected() {
    byte[] bytes = ReceiptCodec.encode(RECEIPT);
    for (int at = 0; at < bytes.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        boolean isHead = at <= VERSION && changed[at] != bytes[at];
        assertThat(decodeOrReject(changed).isPresent() && isHead).as("byte %s", at).isFalse();
      }
    }
  }

  @Test
  void otherKindsAndVersionsAreNamed() {
    byte[] kind = ReceiptCodec.encode(RECEIPT);
    kind[KIND] = 9;
    assertThatThrownBy(() -> ReceiptCodec.decode(kind)).hasMessageContaining("unknown kind 9");
    byte[] version = ReceiptCodec.encode(RECEIPT);
    version[VERSION] = 77;
    assertThatThrownBy(() -> ReceiptCodec.decode(version)).hasMessageContaining("version 77");
  }

  @Trials(5000)
  void damagedReceiptsAreReadOrRejected(SplittableRandom random) {
    byte[] bytes = ReceiptCodec.encode(RECEIPT);
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(Math.min(80, bytes.length - from) + 1);
    byte[] noise = new byte[random.nextInt(80)];
    random.nextBytes(noise);
    byte[] changed =
        ByteBuffer.allocate(bytes.length - (to - from) + noise.length)
            .put(bytes, 0, from)
            .put(noise)
            .put(bytes, to, bytes.length - to)
            .array();
    decodeOrReject(changed);
  }

  /** A receipt may name any program and any tables: verifying it is a rejection, never a crash. */
  @Trials(200)
  void verifyingWhatWasDecodedIsARejection(SplittableRandom random) {
    byte[] bytes = ReceiptCodec.encode(RECEIPT);
    for (int i = 0; i < 3; i++) {
      bytes[VERSION + 1 + random.nextInt(bytes.length - VERSION - 1)] = (byte) random.nextInt();
    }
    decodeOrReject(bytes)
        .ifPresent(
            receipt ->
                assertThatThrownBy(() -> receipt.verify(receipt.programId(), receipt.exitCode()))
                    .isInstanceOf(ProofRejectedException.class));
  }
}
