package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;
import org.zarf.testkit.Trials;

/** The demo publishes the right matching of the lists it commits to, and refuses bad lists. */
class MatchingTest {

  private static final int SALT_BYTES = 32;
  private static final int UNMATCHED = 255;
  private static final GuestProgram PROGRAM = Guests.load("examples/matching/matching.elf");
  private static final byte[] SAMPLE = Guests.bytes("examples/matching/input.bin");

  /** A hospital's list, favourite first. */
  private record Hospital(int capacity, List<Integer> choices) {}

  /** What is to be matched: of each resident the list, favourite first. */
  private record Market(byte[] salt, List<List<Integer>> residents, List<Hospital> hospitals) {

    static Market of(byte[] input) {
      ByteBuffer in = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
      byte[] salt = new byte[SALT_BYTES];
      in.get(salt);
      int residentCount = in.getShort();
      int hospitalCount = in.get();
      var residents = new ArrayList<List<Integer>>();
      for (int i = 0; i < residentCount; i++) {
        var choices = new ArrayList<Integer>();
        for (int left = in.get(); left > 0; left--) {
          choices.add((int) in.get());
        }
        residents.add(choices);
      }
      var hospitals = new ArrayList<Hospital>();
      for (int i = 0; i < hospitalCount; i++) {
        int capacity = in.getShort();
        var choices = new ArrayList<Integer>();
        for (int left = in.getShort(); left > 0; left--) {
          choices.add((int) in.getShort());
        }
        hospitals.add(new Hospital(capacity, choices));
      }
      assertThat(in.hasRemaining()).isFalse();
      return new Market(salt, residents, hospitals);
    }

    byte[] input() {
      var out = new ByteArrayOutputStream();
      out.writeBytes(salt);
      u16(out, residents.size());
      out.write(hospitals.size());
      for (List<Integer> choices : residents) {
        out.write(choices.size());
        choices.forEach(out::write);
      }
      for (Hospital hospital : hospitals) {
        u16(out, hospital.capacity);
        u16(out, hospital.choices.size());
        hospital.choices.forEach(resident -> u16(out, resident));
      }
      return out.toByteArray();
    }

    /** The journal of the resident-optimal matching, which is unique. */
    byte[] journal() throws NoSuchAlgorithmException {
      var out = new ByteArrayOutputStream();
      out.writeBytes(MessageDigest.getInstance("SHA-256").digest(input()));
      u16(out, residents.size());
      out.write(hospitals.size());
      Arrays.stream(matching()).forEach(out::write);
      return out.toByteArray();
    }

    /** Deferred acceptance (Gale and Shapley, 1962), in rounds of proposals. */
    private int[] matching() {
      int[] matched = new int[residents.size()];
      int[] proposals = new int[residents.size()];
      Arrays.fill(matched, UNMATCHED);
      List<List<Integer>> staffs = new ArrayList<>();
      hospitals.forEach(hospital -> staffs.add(new ArrayList<>()));
      var free = new ArrayDeque<Integer>();
      for (int i = residents.size() - 1; i >= 0; i--) {
        free.add(i);
      }
      while (!free.isEmpty()) {
        int resident = free.remove();
        if (proposals[resident] == residents.get(resident).size()) {
          continue;
        }
        int number = residents.get(resident).get(proposals[resident]++);
        Hospital hospital = hospitals.get(number);
        List<Integer> staff = staffs.get(number);
        if (!hospital.choices.contains(resident)) {
          free.add(resident);
          continue;
        }
        staff.add(resident);
        matched[resident] = number;
        staff.sort(Comparator.comparingInt(hospital.choices::indexOf));
        if (staff.size() > hospital.capacity) {
          int refused = staff.removeLast();
          matched[refused] = UNMATCHED;
          free.add(refused);
        }
      }
      return matched;
    }
  }

  private static void u16(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >>> 8);
  }

  private static void publishesTheMatching(byte[] input) throws NoSuchAlgorithmException {
    GuestRun run = GuestRun.of(PROGRAM, input);
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(0));
    assertThat(run.journal()).isEqualTo(Market.of(input).journal());
    assertThat(run.printed()).isEmpty();
  }

  @Test
  void theSampleIsMatched() throws NoSuchAlgorithmException {
    publishesTheMatching(SAMPLE);
    assertThat(Market.of(SAMPLE).input()).isEqualTo(SAMPLE);
    // Not a trivial one: somebody stays out.
    assertThat(Market.of(SAMPLE).matching()).contains(UNMATCHED);
  }

  /** Few residents and hospitals in all shapes: empty lists, no places, one-sided wishes. */
  @Trials(200)
  void anyMarketIsMatched(SplittableRandom random) throws NoSuchAlgorithmException {
    publishesTheMatching(randomMarket(random).input());
  }

  private static Market randomMarket(SplittableRandom random) {
    int residentCount = random.nextInt(1, 30);
    int hospitalCount = random.nextInt(1, 12);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var residents = new ArrayList<List<Integer>>();
    for (int i = 0; i < residentCount; i++) {
      residents.add(choices(random, hospitalCount, Math.min(10, hospitalCount)));
    }
    var hospitals = new ArrayList<Hospital>();
    for (int i = 0; i < hospitalCount; i++) {
      hospitals.add(new Hospital(random.nextInt(4), choices(random, residentCount, residentCount)));
    }
    return new Market(salt, residents, hospitals);
  }

  /** Some of the numbers below a bound, in random order. */
  private static List<Integer> choices(SplittableRandom random, int bound, int most) {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < bound; i++) {
      numbers.add(random.nextInt(i + 1), i);
    }
    return numbers.subList(0, random.nextInt(most + 1));
  }

  private static void refused(byte[] input, String why) {
    GuestRun run = GuestRun.of(PROGRAM, input);
    assertThat(run.exit()).isEqualTo(new Exit.Halted(1));
    assertThat(run.printed()).isEqualTo(why + "\n");
    assertThat(run.journal()).isEmpty();
  }

  private static void refused(List<List<Integer>> residents, List<Hospital> hospitals, String why) {
    refused(new Market(new byte[SALT_BYTES], residents, hospitals).input(), "matching: " + why);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 32, 34, 35, 36, 1000, 5208})
  void aTruncatedInputIsRefused(int length) {
    refused(Arrays.copyOf(SAMPLE, length), "the input ends too early");
  }

  @Test
  void everythingMustBeRead() {
    refused(Arrays.copyOf(SAMPLE, SAMPLE.length + 1), "the input goes on after its end");
  }

  @Test
  void countsOutOfRangeAreRefused() {
    List<Hospital> one = List.of(new Hospital(1, List.of()));
    List<List<Integer>> resident = List.of(List.of());
    refused(List.of(), one, "the number of residents is out of range");
    refused(
        new ArrayList<>(Collections.nCopies(1001, List.<Integer>of())),
        one,
        "the number of residents is out of range");
    refused(resident, List.of(), "the number of hospitals is out of range");
    refused(
        resident, Collections.nCopies(101, one.get(0)), "the number of hospitals is out of range");
    refused(
        List.of(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        Collections.nCopies(20, one.get(0)),
        "a resident has too many choices");
  }

  @Test
  void namesThatDoNotExistAreRefused() {
    refused(
        List.of(List.of(2)),
        List.of(new Hospital(1, List.of()), new Hospital(1, List.of())),
        "a resident names a hospital that does not exist");
    refused(
        List.of(List.of(0)),
        List.of(new Hospital(1, List.of(1))),
        "a hospital names a resident who does not exist");
  }

  @Test
  void namesGivenTwiceAreRefused() {
    refused(
        List.of(List.of(0, 1, 0)),
        List.of(new Hospital(1, List.of()), new Hospital(1, List.of())),
        "a resident names a hospital twice");
    refused(
        List.of(List.of(), List.of()),
        List.of(new Hospital(1, List.of(1, 0, 1))),
        "a hospital names a resident twice");
  }

  /** The largest market there may be. */
  @Test
  void aFullMarketIsMatched() throws NoSuchAlgorithmException {
    var random = new SplittableRandom(1);
    var residents = new ArrayList<List<Integer>>();
    for (int i = 0; i < 1000; i++) {
      residents.add(choices(random, 100, 10));
    }
    var hospitals = new ArrayList<Hospital>();
    for (int i = 0; i < 100; i++) {
      hospitals.add(new Hospital(random.nextInt(12), choices(random, 1000, 1000)));
    }
    publishesTheMatching(new Market(new byte[SALT_BYTES], residents, hospitals).input());
  }
}
