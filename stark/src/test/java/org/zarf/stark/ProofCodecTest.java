package org.zarf.stark;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.testkit.Allocated;
import org.zarf.testkit.Trials;

/**
 * Bytes are a proof in one way only, or are rejected as an encoding: nothing else is ever thrown,
 * and nothing is allocated that the bytes do not pay for.
 */
class ProofCodecTest {

  /** An instance takes two bytes, and an object with its places in two lists. */
  private static final long BYTES_FOR_ONE = 30;

  /** What the first calls allocate for the program's own code. */
  private static final long ONCE = 1 << 20;

  private static final int[] TELLING = {
    0, 1, 2, -1, KoalaBear.P - 1, KoalaBear.P, KoalaBear.P + 1, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private static byte[] encode(Proof proof) {
    var out = new ProofWriter();
    ProofCodec.write(proof, out);
    return out.toBytes();
  }

  private static Proof decode(byte[] bytes) throws ProofRejectedException {
    var in = new ProofReader(bytes);
    Proof proof = ProofCodec.read(in);
    in.end();
    return proof;
  }

  /** The proof, or nothing if the bytes are rejected as they have to be. */
  private static Optional<Proof> decodeOrReject(byte[] bytes) {
    Allocated<Object> decoded =
        Allocated.by(
            () -> {
              try {
                return decode(bytes);
              } catch (ProofRejectedException e) {
                return e.rejection();
              }
            });
    assertThat(decoded.bytes()).isLessThan(BYTES_FOR_ONE * bytes.length + ONCE);
    if (decoded.result() instanceof Proof proof) {
      assertThat(encode(proof)).isEqualTo(bytes);
      return Optional.of(proof);
    }
    assertThat(decoded.result()).isInstanceOf(Rejection.BadEncoding.class);
    return Optional.empty();
  }

  @Trials(300)
  void decodesWhatItEncodes(SplittableRandom random) throws ProofRejectedException {
    Proof proof = RandomProofs.next(random);
    byte[] bytes = encode(proof);
    assertThat(decode(bytes)).usingRecursiveComparison().isEqualTo(proof);
  }

  @Trials(30)
  void whatEndsTooEarlyOrTooLateIsRejected(SplittableRandom random) {
    byte[] bytes = encode(RandomProofs.next(random));
    for (int length = 0; length < bytes.length; length++) {
      assertThat(decodeOrReject(Arrays.copyOf(bytes, length))).as("%s bytes", length).isEmpty();
    }
    for (int more = 1; more < 40; more++) {
      assertThat(decodeOrReject(Arrays.copyOf(bytes, bytes.length + more))).isEmpty();
    }
  }

  @Trials(20)
  void everyNumberAtEveryPlaceIsReadOrRejected(SplittableRandom random) {
    byte[] bytes = encode(RandomProofs.next(random));
    for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
      for (int number : TELLING) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(LITTLE_ENDIAN).putInt(at, number);
        decodeOrReject(changed);
      }
    }
  }

  @Trials(3000)
  void damagedBytesAreReadOrRejected(SplittableRandom random) {
    byte[] bytes = encode(RandomProofs.next(random));
    for (int damages = random.nextInt(1, 4); damages > 0; damages--) {
      bytes = damaged(bytes, random);
    }
    decodeOrReject(bytes);
  }

  @Trials(3000)
  void noiseIsReadOrRejected(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(2000)];
    random.nextBytes(bytes);
    // Counts below 16, so that the noise gets somewhere.
    for (int at = random.nextInt(20); at + 4 < bytes.length; at += random.nextInt(4, 40)) {
      ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).putInt(at, random.nextInt(16));
    }
    decodeOrReject(bytes);
  }

  /** A bit flipped, a number replaced, or a range removed, repeated, moved or filled. */
  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(Math.min(64, bytes.length - from) + 1);
    int unit = random.nextBoolean() ? 4 : 20;
    int target = random.nextInt(bytes.length + 1);
    byte[] range = Arrays.copyOfRange(bytes, from, to);
    byte[] changed = bytes.clone();
    switch (random.nextInt(6)) {
      case 0 -> {
        if (from < bytes.length) {
          changed[from] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> {
        if (from + Integer.BYTES <= bytes.length) {
          int number = TELLING[random.nextInt(TELLING.length)];
          ByteBuffer.wrap(changed).order(LITTLE_ENDIAN).putInt(from, number);
        }
      }
      case 2 -> changed = spliced(bytes, from, to, new byte[0]);
      case 3 -> changed = spliced(bytes, target, target, range);
      case 4 -> changed = spliced(bytes, from, from, new byte[unit * random.nextInt(4)]);
      default -> Arrays.fill(changed, from, to, (byte) random.nextInt(256));
    }
    return changed;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
    return ByteBuffer.allocate(bytes.length - (to - from) + with.length)
        .put(bytes, 0, from)
        .put(with)
        .put(bytes, to, bytes.length - to)
        .array();
  }

  @Test
  void theSmallestElementsCostNoMoreThanTheirBytesPayFor() {
    int size = 1 << 21;
    int strength = 7;
    int beforeTrees = 7 + 4 + 64 + 4 + 32 + 4 + 4 + 4 + 24;
    // Instances of two bytes, then trees of three empty lists; both end in the middle of a proof.
    byte[] instances = new byte[size];
    ByteBuffer.wrap(instances).order(LITTLE_ENDIAN).putInt(strength, (size - 100) / 2);
    assertThat(decodeOrReject(instances)).isEmpty();
    byte[] trees = new byte[beforeTrees + 4 + 12 * (size / 12)];
    ByteBuffer.wrap(trees).order(LITTLE_ENDIAN).putInt(beforeTrees, size / 12);
    assertThat(decodeOrReject(trees)).map(proof -> proof.trees().size()).hasValue(size / 12);
    // One tree of matrices of one element.
    int matrices = size / 12;
    var buffer = ByteBuffer.allocate(beforeTrees + 8 + 12 * matrices + 8).order(LITTLE_ENDIAN);
    buffer.position(beforeTrees).putInt(1).putInt(matrices);
    for (int i = 0; i < matrices; i++) {
      buffer.putInt(1).putInt(1).putInt(i);
    }
    assertThat(decodeOrReject(buffer.array())).isPresent();
  }

  @Test
  void hugeCountsCostNothing() {
    int strength = 7;
    for (int count : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 28, 1 << 20, 501}) {
      byte[] bytes = new byte[strength + 4 + 1000];
      ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).putInt(strength, count);
      assertThat(decodeOrReject(bytes)).isEmpty();
    }
  }

  @Test
  void rowsOfHugeWidthCostNothing() {
    int[] sizes = {-1, 0, 1, 1 << 10, 1 << 16, 1 << 30, Integer.MAX_VALUE};
    for (int count : sizes) {
      for (int width : sizes) {
        var out = new ProofWriter();
        out.i32(count);
        out.i32(width);
        byte[] bytes = Arrays.copyOf(out.toBytes(), 4096);
        var read =
            Allocated.by(
                () -> {
                  try {
                    return new ProofReader(bytes).rows().length;
                  } catch (ProofRejectedException e) {
                    return -1;
                  }
                });
        boolean fits =
            count > 0 && width > 0 && Math.max(count, width) < 4096 && count * width * 4 <= 4088;
        assertThat(read.result()).isEqualTo(fits ? count : -1);
        assertThat(read.bytes()).isLessThan(ONCE);
      }
    }
  }

  @Test
  void onlyFieldElementsAreElements() throws ProofRejectedException {
    for (int number : TELLING) {
      var out = new ProofWriter();
      out.i32(number);
      var in = new ProofReader(out.toBytes());
      if (number >= 0 && number < KoalaBear.P) {
        assertThat(in.element()).isEqualTo(number);
      } else {
        assertThatThrownBy(in::element).isInstanceOf(ProofRejectedException.class);
      }
    }
  }

  @Test
  void whatHasNoEncodingIsNotWritten() {
    var out = new ProofWriter();
    assertThatThrownBy(() -> out.u8(256)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> out.u8(-1)).isInstanceOf(IllegalArgumentException.class);
    for (int[][] rows : List.of(new int[0][0], new int[][] {{1}, {1, 2}}, new int[][] {{}})) {
      assertThatThrownBy(() -> out.rows(rows)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
