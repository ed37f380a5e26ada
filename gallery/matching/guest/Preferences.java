package org.zarf.gallery.matching;

import java.util.List;

/**
 * Valid lists of residents and hospitals.
 *
 * @param choices the list of each resident: hospitals, the favourite first
 * @param ranks the place of each resident, from 1 on, in the list of each hospital; 0 for who is
 *     not on it: {@code ranks[hospital][resident]}
 * @param capacities how many each hospital takes
 */
record Preferences(short[][] choices, int[][] ranks, int[] capacities) {

  /**
   * Checks the lists.
   *
   * @throws IllegalArgumentException if a party, a number or a place is named twice or out of range
   */
  static Preferences of(StableMatching.Question question) {
    List<Party> residents = question.residents();
    List<Party> hospitals = question.hospitals();
    short[][] choices = new short[residents.size()][];
    for (int r = 0; r < choices.length; r++) {
      residents.get(r).ranks(Role.RESIDENT, hospitals.size());
      choices[r] = residents.get(r).list();
    }
    int[][] ranks = new int[hospitals.size()][];
    int[] capacities = new int[ranks.length];
    for (int h = 0; h < ranks.length; h++) {
      ranks[h] = hospitals.get(h).ranks(Role.HOSPITAL, choices.length);
      capacities[h] = hospitals.get(h).capacity();
    }
    return new Preferences(choices, ranks, capacities);
  }

  /**
   * Checks from its definition that a matching is stable.
   *
   * @throws IllegalStateException if somebody is matched against a list or a capacity, or a
   *     resident and a hospital prefer each other to what they got
   */
  void requireStable(short[] hospitalOf) {
    int[] filled = new int[ranks.length];
    int[] worst = new int[ranks.length];
    for (int r = 0; r < hospitalOf.length; r++) {
      int h = hospitalOf[r];
      if (h != StableMatching.UNMATCHED) {
        int rank = ranks[h][r];
        require(rank != 0, "a hospital got a resident whom it does not rank");
        filled[h]++;
        worst[h] = Math.max(worst[h], rank);
      }
    }
    for (int h = 0; h < filled.length; h++) {
      require(filled[h] <= capacities[h], "a hospital is over capacity");
    }
    for (int r = 0; r < hospitalOf.length; r++) {
      int got = hospitalOf[r];
      boolean found = got == StableMatching.UNMATCHED;
      for (short h : choices[r]) {
        if (h == got) {
          found = true;
          break;
        }
        int rank = ranks[h][r];
        boolean agrees = rank != 0 && (filled[h] < capacities[h] || rank < worst[h]);
        require(!agrees, "a resident and a hospital prefer each other");
      }
      require(found, "a resident got a hospital that is not on the list");
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
