package org.zarf.gallery.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.zarf.gallery.matching.StableMatching.Question;

/** Stable matchings by their definition, and as the hospitals' waiting lists lead to them. */
final class Lists {

  private final Question question;

  Lists(Question question) {
    this.question = question;
  }

  private int residents() {
    return question.residents().size();
  }

  private int hospitals() {
    return question.hospitals().size();
  }

  /** The place on a resident's list, or one beyond all places. */
  int likingOf(int resident, int hospital) {
    return place(question.residents().get(resident).list(), hospital);
  }

  private int wish(int hospital, int resident) {
    return place(question.hospitals().get(hospital).list(), resident);
  }

  private static int place(short[] list, int other) {
    return IntStream.range(0, list.length)
        .filter(i -> list[i] == other)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  private boolean acceptable(int resident, int hospital) {
    return likingOf(resident, hospital) < Integer.MAX_VALUE
        && wish(hospital, resident) < Integer.MAX_VALUE;
  }

  /**
   * Whether nobody got what is on no list, no hospital too many, and no pair prefers each other.
   */
  boolean isStable(short[] hospitalOf) {
    for (int h = 0; h < hospitals(); h++) {
      if (staff(hospitalOf, h).length > question.hospitals().get(h).capacity()) {
        return false;
      }
    }
    for (int r = 0; r < residents(); r++) {
      if (hospitalOf[r] >= 0 && !acceptable(r, hospitalOf[r])) {
        return false;
      }
      for (int h = 0; h < hospitals(); h++) {
        if (acceptable(r, h) && blocks(hospitalOf, r, h)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean blocks(short[] hospitalOf, int r, int h) {
    int[] staff = staff(hospitalOf, h);
    boolean wanted =
        staff.length < question.hospitals().get(h).capacity()
            || IntStream.of(staff).anyMatch(other -> wish(h, r) < wish(h, other));
    return wanted && likingOf(r, h) < likingOf(r, hospitalOf[r]);
  }

  private static int[] staff(short[] hospitalOf, int hospital) {
    return IntStream.range(0, hospitalOf.length).filter(r -> hospitalOf[r] == hospital).toArray();
  }

  /** All stable matchings, by trying everything. */
  List<short[]> stable() {
    List<short[]> found = new ArrayList<>();
    tryAll(new short[residents()], 0, found);
    return found;
  }

  private void tryAll(short[] hospitalOf, int next, List<short[]> found) {
    if (next == hospitalOf.length) {
      if (isStable(hospitalOf)) {
        found.add(hospitalOf.clone());
      }
      return;
    }
    for (short h = StableMatching.UNMATCHED; h < hospitals(); h++) {
      hospitalOf[next] = h;
      tryAll(hospitalOf, next + 1, found);
    }
  }

  /** Deferred acceptance by waiting lists: a hospital sorts whoever has come, and cuts. */
  short[] deferredAcceptance() {
    int[] tried = new int[residents()];
    List<List<Integer>> waiting = new ArrayList<>();
    for (int h = 0; h < hospitals(); h++) {
      waiting.add(new ArrayList<>());
    }
    Deque<Integer> free = new ArrayDeque<>(IntStream.range(0, residents()).boxed().toList());
    while (!free.isEmpty()) {
      int r = free.removeLast();
      short[] list = question.residents().get(r).list();
      if (tried[r] < list.length) {
        int h = list[tried[r]++];
        List<Integer> queue = waiting.get(h);
        queue.add(r);
        queue.sort(Comparator.comparingInt(other -> wish(h, other)));
        if (!acceptable(r, h) || queue.size() > question.hospitals().get(h).capacity()) {
          free.add(queue.removeLast());
        }
      }
    }
    short[] hospitalOf = new short[residents()];
    Arrays.fill(hospitalOf, StableMatching.UNMATCHED);
    for (short h = 0; h < hospitals(); h++) {
      for (int r : waiting.get(h)) {
        hospitalOf[r] = h;
      }
    }
    return hospitalOf;
  }
}
