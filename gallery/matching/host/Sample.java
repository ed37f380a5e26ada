package org.zarf.gallery.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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
