package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.riscv.Exit;

/** The programs that are measured compute what they claim to: the checksums, computed again. */
class BenchGuestsTest {

  private static final int SMALLEST_LOG = 16;

  /** What the suite shares: its generator of random numbers, and its checksum. */
  private static final class Suite {
    private long state;
    private long checksum = 0xcbf29ce484222325L;

    Suite(long seed) {
      state = seed;
    }

    /** The upper half of a linear congruential generator's state, as an unsigned number. */
    long next() {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return state >>> 32;
    }

    /** A step of FNV-1a. */
    void fold(long value) {
      checksum = (checksum ^ value) * 0x100000001b3L;
    }
  }

  private static String[] sizes(String name) {
    var sizes = new Properties();
    String text = new String(Guests.bytes("bench/guests/sizes.properties"), StandardCharsets.UTF_8);
    try {
      sizes.load(new StringReader(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return sizes.getProperty(name).split(",");
  }

  /** Runs a program at its smallest size. */
  private static GuestRun run(String name) {
    byte[] input = new byte[4];
    ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).putInt(size(name));
    return GuestRun.of(Guests.load("bench/guests/" + name + ".elf"), input);
  }

  private static int size(String name) {
    return Integer.parseInt(sizes(name)[0]);
  }

  private static void publishes(String name, long checksum) {
    GuestRun run = run(name);
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(0));
    byte[] expected = new byte[8];
    ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN).putLong(checksum);
    assertThat(run.journal()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"interpreter", "matching", "matrix", "modexp", "quicksort", "sha256", "words"})
  void theSmallestSizeNearlyFillsTheSmallestRun(String name) {
    assertThat(run(name).run().cycles()).isBetween(48_000L, 1L << SMALLEST_LOG);
    assertThat(sizes(name)).hasSize(7);
  }

  @Test
  void sha256() throws NoSuchAlgorithmException {
    int size = size("sha256");
    var random = new Suite(size);
    ByteBuffer message = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (message.remaining() >= 4) {
      message.putInt((int) random.next());
    }
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(message.array());
    publishes("sha256", ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getLong());
  }

  @Test
  void quicksort() {
    var suite = new Suite(size("quicksort"));
    long[] numbers = new long[size("quicksort")];
    Arrays.setAll(numbers, i -> suite.next());
    Arrays.sort(numbers);
    Arrays.stream(numbers).forEach(suite::fold);
    publishes("quicksort", suite.checksum);
  }

  @Test
  void matrix() {
    int size = size("matrix");
    var suite = new Suite(size);
    long[] a = new long[size * size];
    long[] b = new long[size * size];
    Arrays.setAll(a, i -> suite.next());
    Arrays.setAll(b, i -> suite.next());
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
          sum += a[row * size + i] * b[i * size + column];
        }
        suite.fold(sum);
      }
    }
    publishes("matrix", suite.checksum);
  }

  /** Numbers in Montgomery form throughout: the base stands for base / R. */
  @Test
  void modexp() {
    int limbs = 16;
    var suite = new Suite(1);
    BigInteger modulus = BigInteger.ZERO;
    BigInteger base = BigInteger.ZERO;
    for (int i = 0; i < limbs; i++) {
      modulus = modulus.or(limb(suite).shiftLeft(64 * i));
      // The highest limb halved: below the modulus.
      base = base.or(limb(suite).shiftRight(i == limbs - 1 ? 1 : 0).shiftLeft(64 * i));
    }
    int bits = 64 * limbs;
    modulus = modulus.setBit(0).setBit(bits - 1);
    // The bits of the exponent come from the top, each word's lowest first.
    BigInteger exponent = BigInteger.ZERO;
    long word = 0;
    for (int bit = 0; bit < size("modexp"); bit++) {
      word = bit % 32 == 0 ? suite.next() : word;
      exponent = exponent.shiftLeft(1).add(BigInteger.valueOf(word >>> bit % 32 & 1));
    }
    BigInteger r = BigInteger.ONE.shiftLeft(bits);
    BigInteger power = base.multiply(r.modInverse(modulus)).modPow(exponent, modulus);
    power = power.multiply(r).mod(modulus);
    for (int i = 0; i < limbs; i++) {
      suite.fold(power.shiftRight(64 * i).longValue());
    }
    publishes("modexp", suite.checksum);
  }

  private static BigInteger limb(Suite suite) {
    long high = suite.next();
    return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(suite.next()));
  }

  @Test
  void interpreter() {
    int memory = 256;
    long[] totals = new long[memory];
    long total = 0;
    // The lengths of the Collatz sequences, without their 1.
    for (int n = size("interpreter"); n > 0; n--) {
      for (long value = n; value != 1; value = value % 2 == 0 ? value / 2 : 3 * value + 1) {
        total++;
      }
      totals[n % memory] = total;
    }
    var suite = new Suite(0);
    suite.fold(total);
    Arrays.stream(totals).forEach(suite::fold);
    publishes("interpreter", suite.checksum);
  }

  /** The resident-optimal matching is unique, so any order of proposals finds it. */
  @Test
  void matching() {
    int size = size("matching");
    var suite = new Suite(size);
    int[][] choices = permutations(suite, size);
    int[][] ranks = permutations(suite, size);
    int[] hospitalOf = new int[size];
    int[] residentOf = new int[size];
    Arrays.fill(residentOf, -1);
    int[] proposals = new int[size];
    var free = new TreeSet<Integer>();
    for (int i = 0; i < size; i++) {
      free.add(i);
    }
    while (!free.isEmpty()) {
      int resident = free.removeLast();
      int hospital = choices[resident][proposals[resident]++];
      int held = residentOf[hospital];
      if (held >= 0 && ranks[hospital][held] < ranks[hospital][resident]) {
        free.add(resident);
        continue;
      }
      if (held >= 0) {
        free.add(held);
      }
      residentOf[hospital] = resident;
      hospitalOf[resident] = hospital;
    }
    Arrays.stream(hospitalOf).forEach(suite::fold);
    publishes("matching", suite.checksum);
  }

  /** Fisher and Yates' shuffle, inside out. */
  private static int[][] permutations(Suite suite, int size) {
    int[][] lists = new int[size][size];
    for (int[] list : lists) {
      for (int i = 0; i < size; i++) {
        int j = (int) (suite.next() * (i + 1) >>> 32);
        list[i] = list[j];
        list[j] = i;
      }
    }
    return lists;
  }

  @Test
  void words() {
    String[] words = text(size("words")).toLowerCase(Locale.ROOT).split("[^a-z]+");
    Map<String, Integer> counts = new HashMap<>();
    for (String word : words) {
      counts.merge(word, 1, Integer::sum);
    }
    var suite = new Suite(0);
    suite.fold(counts.size());
    for (String word : words) {
      suite.fold(counts.get(word));
    }
    publishes("words", suite.checksum);
  }

  /** Words of one to four syllables with a space or a comma behind, up to a size. */
  private static String text(int size) {
    String[] syllables =
        ("ba che da e fa gi ho i jo ka la mu na o pe qui "
                + "ra so ti u va we xe yo zu al en ir on ur st nd")
            .split(" ");
    var suite = new Suite(size);
    var text = new StringBuilder();
    while (text.length() + 16 <= size) {
      int random = (int) suite.next();
      int start = text.length();
      for (int count = 1 + (random & random >>> 2 & 3); count > 0; count--) {
        random = (random >>> 2 & 1) == 1 ? random >>> 5 : (int) suite.next();
        text.append(syllables[random & 31]);
      }
      if ((random & 0x700) == 0) {
        text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
        text.append(',');
      }
      text.append(' ');
    }
    return text.toString();
  }
}
