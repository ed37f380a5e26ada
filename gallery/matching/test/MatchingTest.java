package org.zarf.gallery.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zarf.compiler.Differential;
import org.zarf.compiler.Inputs;
import org.zarf.gallery.Ended;
import org.zarf.gallery.matching.StableMatching.Answer;
import org.zarf.gallery.matching.StableMatching.Question;
import org.zarf.guest.Codec;
import org.zarf.sdk.Program;
import org.zarf.testkit.Trials;

/** Both guests publish the stable matching that is best for the residents, and what it is of. */
class MatchingTest {

  private static Program inC;
  private static Program inJava;

  @BeforeAll
  static void load() throws Exception {
    inC = Ended.program("matching");
    inJava = Ended.program("matching", "StableMatching");
  }

  /** What both guests publish, in the machine as on the JVM. */
  private static Answer answer(Question question) {
    byte[] input = Codec.of(Question.class).encode(question);
    Ended ended = Ended.of(inC, StableMatching::main, input);
    assertThat(ended.exitCode()).isZero();
    assertThat(Ended.of(inJava, StableMatching::main, input).journal()).isEqualTo(ended.journal());
    return Codec.of(Answer.class).decode(ended.journal());
  }

  @Trials(30)
  void noMatchingIsBetterForAnyResident(SplittableRandom random) {
    Question question = Sample.of(random.nextInt(1, 6), random.nextInt(1, 4), random);
    var lists = new Lists(question);
    short[] found = answer(question).hospitalOf();
    assertThat(lists.stable()).contains(found);
    for (short[] other : lists.stable()) {
      for (int r = 0; r < found.length; r++) {
        assertThat(lists.likingOf(r, found[r])).isLessThanOrEqualTo(lists.likingOf(r, other[r]));
      }
    }
  }

  @Trials(20)
  void theMatchingIsThatOfAnotherSearch(SplittableRandom random) {
    Question question = Sample.of(random.nextInt(1, 50), random.nextInt(1, 9), random);
    var lists = new Lists(question);
    short[] found = answer(question).hospitalOf();
    assertThat(found).isEqualTo(lists.deferredAcceptance());
    assertThat(lists.isStable(found)).isTrue();
  }

  /** Whatever the input, up to the message of the exception. */
  @Trials(15)
  void damagedQuestionsEndAsOnTheJvm(SplittableRandom random) {
    Question question = Sample.of(random.nextInt(1, 6), random.nextInt(1, 4), random);
    byte[] input = Codec.of(Question.class).encode(question);
    Differential guest = Differential.of(inJava, StableMatching::main);
    guest.requireEqual(input);
    Inputs.damaged(input, 30, random).forEach(guest::requireEqual);
  }

  @Test
  void shortenedQuestionsEndAsOnTheJvm() {
    byte[] input = Codec.of(Question.class).encode(Sample.of(4, 2, new SplittableRandom(1)));
    Inputs.truncated(input).forEach(Differential.of(inJava, StableMatching::main)::requireEqual);
  }

  @Test
  void theLargestQuestionIsAnswered() {
    Question question =
        Sample.of(
            StableMatching.MAX_RESIDENTS, StableMatching.MAX_HOSPITALS, new SplittableRandom(7));
    byte[] input = Codec.of(Question.class).encode(question);
    Ended ended = Ended.of(inC, StableMatching::main, input);
    assertThat(Codec.of(Answer.class).decode(ended.journal()).hospitalOf())
        .isEqualTo(new Lists(question).deferredAcceptance());
  }

  /** What a party computes for itself, here by the JDK's digest. */
  @Trials(10)
  void everyPartyFindsItsListUsed(SplittableRandom random) throws Exception {
    Question question = Sample.of(random.nextInt(1, 30), random.nextInt(1, 7), random);
    Answer answer = answer(question);
    assertThat(answer.residents()).hasSameSizeAs(question.residents());
    for (int r = 0; r < answer.residents().size(); r++) {
      assertThat(answer.residents().get(r)).isEqualTo(digest(0, r, question.residents().get(r)));
    }
    assertThat(answer.hospitals()).hasSameSizeAs(question.hospitals());
    for (int h = 0; h < answer.hospitals().size(); h++) {
      assertThat(answer.hospitals().get(h)).isEqualTo(digest(1, h, question.hospitals().get(h)));
    }
  }

  private static byte[] digest(int role, int number, Party party) throws Exception {
    var bytes = ByteBuffer.allocate(37 + 2 * party.list().length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(party.salt()).put((byte) role).putShort((short) number).putShort(party.capacity());
    for (short other : party.list()) {
      bytes.putShort(other);
    }
    return MessageDigest.getInstance("SHA-256").digest(bytes.array());
  }

  /** The check in the guest, on every matching that there is. */
  @Trials(20)
  void onlyStableMatchingsPassTheCheck(SplittableRandom random) {
    Question question = Sample.of(3, 2, random);
    var lists = new Lists(question);
    var preferences = Preferences.of(question);
    for (int code = 0; code < 27; code++) {
      short[] hospitalOf = {
        (short) (code % 3 - 1), (short) (code / 3 % 3 - 1), (short) (code / 9 - 1)
      };
      if (lists.isStable(hospitalOf)) {
        preferences.requireStable(hospitalOf);
      } else {
        assertThatThrownBy(() -> preferences.requireStable(hospitalOf))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }
}
