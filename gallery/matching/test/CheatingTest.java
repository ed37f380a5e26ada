package org.zarf.gallery.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zarf.gallery.Ended;
import org.zarf.gallery.Forgery;
import org.zarf.gallery.matching.StableMatching.Answer;
import org.zarf.gallery.matching.StableMatching.Question;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.stark.ProofRejectedException;
import org.zarf.testkit.Trials;
import org.zarf.verifier.Receipt;

/** An honest receipt is accepted; each thing that a cheater could try is not. */
class CheatingTest {

  private static final byte[] SALT = new byte[Party.SALT_BYTES];

  private static Program inC;
  private static Program inJava;

  @BeforeAll
  static void load() throws Exception {
    inC = Ended.program("matching");
    inJava = Ended.program("matching", "StableMatching");
  }

  private static Party party(int capacity, int... list) {
    short[] numbers = new short[list.length];
    for (int i = 0; i < list.length; i++) {
      numbers[i] = (short) list[i];
    }
    return new Party(SALT, (short) capacity, numbers);
  }

  private static Question with(Party resident, Party hospital) {
    return new Question(List.of(party(1, 0, 1), resident), List.of(hospital, party(1, 0, 1)));
  }

  private static byte[] encode(Question question) {
    return Codec.of(Question.class).encode(question);
  }

  private static void refused(byte[] input) {
    for (Program program : List.of(inC, inJava)) {
      Ended ended = Ended.of(program, StableMatching::main, input);
      assertThat(ended.exitCode()).isOne();
      assertThat(ended.journal()).isEmpty();
    }
  }

  @Test
  void listsThatAreNoneAreRefused() {
    Party resident = party(1, 1, 0);
    Party hospital = party(1, 1, 0);
    assertThat(Ended.of(inC, StableMatching::main, encode(with(resident, hospital))).exitCode())
        .isZero();
    for (int[] list : new int[][] {{0, 0}, {1, 0, 1}, {2}, {0, 2}, {-1}, {0, Short.MIN_VALUE}}) {
      refused(encode(with(party(1, list), hospital)));
      refused(encode(with(resident, party(1, list))));
    }
    for (int capacity : new int[] {0, 2, -1}) {
      refused(encode(with(party(capacity, 0), hospital)));
    }
    for (int capacity : new int[] {-1, Party.MAX_CAPACITY + 1, Short.MIN_VALUE}) {
      refused(encode(with(resident, party(capacity, 0))));
    }
    for (int bytes : new int[] {0, Party.SALT_BYTES - 1, Party.SALT_BYTES + 1}) {
      var salted = new Party(new byte[bytes], (short) 1, new short[0]);
      refused(encode(with(salted, hospital)));
      refused(encode(with(resident, salted)));
    }
  }

  @Test
  void tooFewAndTooManyPartiesAreRefused() {
    List<Party> one = List.of(party(1));
    refused(encode(new Question(List.of(), one)));
    refused(encode(new Question(one, List.of())));
    List<Party> many = new ArrayList<>();
    for (int i = 0; i <= StableMatching.MAX_RESIDENTS; i++) {
      many.add(party(1));
    }
    refused(encode(new Question(many, one)));
    refused(encode(new Question(one, many.subList(0, StableMatching.MAX_HOSPITALS + 1))));
  }

  @Trials(20)
  void inputsOfAnotherLengthAreRefused(SplittableRandom random) {
    byte[] input = encode(Sample.of(3, 2, random));
    refused(Arrays.copyOf(input, random.nextInt(input.length)));
    refused(Arrays.copyOf(input, input.length + 1));
  }

  /** Whatever the bytes, both guests say the same. */
  @Trials(50)
  void brokenInputsEndBothGuestsAlike(SplittableRandom random) {
    byte[] input = encode(Sample.of(3, 2, random));
    input[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(8));
    Ended.of(inC, StableMatching::main, input);
    Ended.of(inJava, StableMatching::main, input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"matching", "StableMatching"})
  void theProofIsOfMatchingAndCommitments(String name) throws Exception {
    Program program = Ended.program("matching", name);
    Question question = with(party(1, 0, 1), party(1, 1, 0));
    Receipt receipt = Prover.create().prove(program, Input.of(encode(question)));
    var codec = Codec.of(Answer.class);
    Answer answer = codec.decode(receipt.verify(program.id()).bytes());
    short[] stable = {1, 0};
    assertThat(answer.hospitalOf()).isEqualTo(stable);
    for (short[] other : new short[][] {{0, 1}, {1, -1}, {-1, -1}, {1, 0, 0}}) {
      var claimed = new Answer(answer.residents(), answer.hospitals(), other);
      Forgery.rejected(receipt, program, codec.encode(claimed));
    }
    List<byte[]> residents = new ArrayList<>(answer.residents());
    residents.set(1, party(1, 1, 0).commitment(Role.RESIDENT, 1));
    var claimed = new Answer(residents, answer.hospitals(), stable);
    Forgery.rejected(receipt, program, codec.encode(claimed));
    var swapped = new Answer(answer.residents(), answer.hospitals().reversed(), stable);
    Forgery.rejected(receipt, program, codec.encode(swapped));
  }

  /** What the guest refuses can be proved, but only with the exit code that says so. */
  @Test
  void aRefusalIsNoMatching() throws Exception {
    Question question = with(party(1, 0, 0), party(1, 1, 0));
    Receipt receipt = Prover.create().prove(inC, Input.of(encode(question)));
    assertThatThrownBy(() -> receipt.verify(inC.id()))
        .isInstanceOf(ProofRejectedException.class)
        .hasMessageContaining("the program ended with exit code 1");
  }

  /** Who used another list, salt, capacity, number or role cannot show the commitment. */
  @Test
  void everyPartOfAPartyIsCommittedTo() {
    Party honest = party(1, 0, 1);
    byte[] commitment = honest.commitment(Role.RESIDENT, 5);
    byte[] salt = SALT.clone();
    salt[31] = 1;
    List<byte[]> others =
        List.of(
            party(1, 1, 0).commitment(Role.RESIDENT, 5),
            party(1, 0).commitment(Role.RESIDENT, 5),
            party(2, 0, 1).commitment(Role.RESIDENT, 5),
            new Party(salt, (short) 1, honest.list()).commitment(Role.RESIDENT, 5),
            honest.commitment(Role.HOSPITAL, 5),
            honest.commitment(Role.RESIDENT, 261),
            honest.commitment(Role.RESIDENT, 6));
    assertThat(others).doesNotContain(commitment).doesNotHaveDuplicates();
  }
}
