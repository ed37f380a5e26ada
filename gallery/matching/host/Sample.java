package org.zarf.gallery.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.zarf.gallery.Gallery;

/**
 * Makes up parties: everybody knows the famous hospitals and the best residents; taste decides the
 * rest.
 */
public final class Sample {

  private static final int FAME = 1000;
  private static final int TASTE = 1500;

  private Sample() {}

  /**
   * The guest in a language.
   *
   * @throws IllegalArgumentException if there is none
   */
  static String guest(String language) {
    return switch (language) {
      case "c" -> "matching.elf";
      case "java" -> "StableMatching.elf";
      default -> throw new IllegalArgumentException("the guest is in c or java, not " + language);
    };
  }

  /**
   * The same lists of so many residents and hospitals every time, but for the salts.
   *
   * @throws IllegalArgumentException if the guests do not take that many, or resident 7 is missing
   */
  static StableMatching.Question of(int residents, int hospitals) {
    if (residents < 8 || residents > 1000 || hospitals < 1 || hospitals > 100) {
      throw new IllegalArgumentException(
          "give 8 to 1000 residents and 1 to 100 hospitals, not %d and %d"
              .formatted(residents, hospitals));
    }
    return of(residents, hospitals, new SplittableRandom(1962));
  }

  /** Lists of residents and hospitals, by a random generator that decides all but the salts. */
  public static StableMatching.Question of(int residents, int hospitals, RandomGenerator random) {
    int[] fame = random.ints(hospitals, 0, FAME).toArray();
    int[] merit = random.ints(residents, 0, FAME).toArray();
    List<Party> first = new ArrayList<>();
    for (int r = 0; r < residents; r++) {
      int length = random.nextInt(hospitals / 2, hospitals + 1);
      first.add(new Party(Gallery.salt(), (short) 1, list(fame, length, random)));
    }
    List<Party> second = new ArrayList<>();
    int each = Math.ceilDiv(residents, hospitals);
    for (int h = 0; h < hospitals; h++) {
      short capacity = (short) random.nextInt(each - 1, each + 2);
      int length = random.nextInt(residents / 2, residents + 1);
      second.add(new Party(Gallery.salt(), capacity, list(merit, length, random)));
    }
    return new StableMatching.Question(first, second);
  }

  /** The best of all, by reputation and one party's taste. */
  private static short[] list(int[] reputation, int length, RandomGenerator random) {
    int[] liking = IntStream.of(reputation).map(known -> known + random.nextInt(TASTE)).toArray();
    List<Integer> order = new ArrayList<>(IntStream.range(0, liking.length).boxed().toList());
    Collections.sort(order, Comparator.comparingInt(other -> -liking[other]));
    short[] list = new short[length];
    for (int i = 0; i < length; i++) {
      list[i] = order.get(i).shortValue();
    }
    return list;
  }
}
