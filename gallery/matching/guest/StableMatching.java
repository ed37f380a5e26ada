package org.zarf.gallery.matching;

import java.util.ArrayList;
import java.util.List;
import org.zarf.guest.GuestContext;

/** Matches residents to hospitals by private lists. The guest matching.c does the same. */
public final class StableMatching {

  /** The most residents. */
  public static final int MAX_RESIDENTS = 1000;

  /** The most hospitals. */
  public static final int MAX_HOSPITALS = 100;

  /** The hospital of a resident who gets none. */
  public static final short UNMATCHED = -1;

  private StableMatching() {}

  /** All lists. */
  public record Question(List<Party> residents, List<Party> hospitals) {}

  /**
   * What everybody learns.
   *
   * @param residents the commitment of each resident
   * @param hospitals the commitment of each hospital
   * @param hospitalOf the hospital of each resident, or {@link #UNMATCHED}
   */
  public record Answer(List<byte[]> residents, List<byte[]> hospitals, short[] hospitalOf) {}

  /** The guest. */
  public static void main(GuestContext guest) {
    Question question = guest.input(Question.class);
    requireCount("residents", question.residents().size(), MAX_RESIDENTS);
    requireCount("hospitals", question.hospitals().size(), MAX_HOSPITALS);
    Preferences preferences = Preferences.of(question);
    short[] hospitalOf = new DeferredAcceptance(preferences).match();
    preferences.requireStable(hospitalOf);
    guest.publish(
        new Answer(
            commitments(question.residents(), Role.RESIDENT),
            commitments(question.hospitals(), Role.HOSPITAL),
            hospitalOf));
  }

  private static void requireCount(String what, int count, int most) {
    if (count < 1 || count > most) {
      throw new IllegalArgumentException("there are 1 to " + most + " " + what);
    }
  }

  private static List<byte[]> commitments(List<Party> parties, Role role) {
    List<byte[]> commitments = new ArrayList<>();
    for (Party party : parties) {
      commitments.add(party.commitment(role, commitments.size()));
    }
    return commitments;
  }
}
