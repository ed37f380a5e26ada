package org.zarf.gallery.matching;

/**
 * Finds the stable matching that is best for every resident (D. Gale and L. S. Shapley, 1962): each
 * resident in turn proposes down the list; a full hospital keeps whom it prefers, and whoever is
 * let go proposes on.
 */
final class DeferredAcceptance {

  private final Preferences preferences;
  private final short[] hospitalOf;
  private final int[] proposals;

  /** The residents at each hospital, as many as {@link #filled} says. */
  private final int[][] staff;

  private final int[] filled;

  DeferredAcceptance(Preferences preferences) {
    this.preferences = preferences;
    int residents = preferences.choices().length;
    int hospitals = preferences.capacities().length;
    hospitalOf = new short[residents];
    proposals = new int[residents];
    filled = new int[hospitals];
    staff = new int[hospitals][];
    for (int h = 0; h < hospitals; h++) {
      staff[h] = new int[Math.min(preferences.capacities()[h], residents)];
    }
  }

  /** The hospital of each resident, or {@link StableMatching#UNMATCHED}. */
  short[] match() {
    for (int r = 0; r < hospitalOf.length; r++) {
      int free = r;
      while (free >= 0) {
        free = propose(free);
      }
    }
    return hospitalOf;
  }

  /** Lets a resident propose until a hospital accepts; who is free then, or -1. */
  private int propose(int resident) {
    short[] choices = preferences.choices()[resident];
    while (proposals[resident] < choices.length) {
      short hospital = choices[proposals[resident]++];
      int[] ranks = preferences.ranks()[hospital];
      int[] taken = staff[hospital];
      if (ranks[resident] == 0 || taken.length == 0) {
        continue;
      }
      if (filled[hospital] < taken.length) {
        taken[filled[hospital]++] = resident;
        hospitalOf[resident] = hospital;
        return -1;
      }
      int worst = leastWanted(taken, ranks);
      int letGo = taken[worst];
      if (ranks[resident] < ranks[letGo]) {
        taken[worst] = resident;
        hospitalOf[resident] = hospital;
        return letGo;
      }
    }
    hospitalOf[resident] = StableMatching.UNMATCHED;
    return -1;
  }

  /** The place in a full staff of whom the hospital would let go first. */
  private static int leastWanted(int[] staff, int[] ranks) {
    int worst = 0;
    for (int i = 1; i < staff.length; i++) {
      if (ranks[staff[i]] > ranks[staff[worst]]) {
        worst = i;
      }
    }
    return worst;
  }
}
