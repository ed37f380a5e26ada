package org.zarf.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;
import org.zarf.machine.Machine;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Parameters;
import org.zarf.stark.VerifyingKey;
import org.zarf.testkit.Trials;

/** What is computed once about the machine never gets into the key of anything else. */
class ProgramCommitmentTest {

  private static final List<Parameters> SETS =
      List.of(
          Parameters.zeroKnowledge(),
          Parameters.revealing(),
          // Sets that go by the name of another one.
          new Parameters("zarf-zk-128", true, 1, 256, 1),
          new Parameters("zarf-zk-128", true, 1, 255, 128),
          new Parameters("zarf-zk-128", true, 2, 256, 128),
          new Parameters("zarf-zk-128", false, 1, 256, 128));

  private static final FixedCommitment MACHINE = MachineKeys.all().getFirst().machine();

  private static ProgramCommitment program(SplittableRandom random) {
    byte[] root = new byte[Digest.BYTES];
    random.nextBytes(root);
    return new ProgramCommitment(
        random.nextLong(), Digest.of(root), random.nextInt(32), random.nextInt(32));
  }

  /** The key without anything that was known before. */
  private static VerifyingKey anew(ProgramCommitment program, Parameters parameters) {
    return VerifyingKey.of(
        Machine.circuit(), parameters, HashSuite.BLAKE3, List.of(program.fixed(), MACHINE));
  }

  @Trials(10)
  void keysAreThoseOfTheirParametersAndPrograms(SplittableRandom random) {
    IntStream.range(0, 12).mapToObj(i -> random.split()).toList().parallelStream()
        .forEach(
            own -> {
              ProgramCommitment program = program(own);
              Parameters parameters = SETS.get(own.nextInt(SETS.size()));
              VerifyingKey key = program.key(parameters, MACHINE);
              VerifyingKey anew = anew(program, parameters);
              assertThat(key.digest()).isEqualTo(anew.digest());
              assertThat(key.circuit()).isEqualTo(anew.circuit());
              assertThat(key.parameters()).isEqualTo(parameters);
              assertThat(key.fixed()).isEqualTo(anew.fixed());
            });
  }

  @Test
  void everyPartOfACommitmentChangesTheId() {
    var random = new SplittableRandom(1);
    ProgramCommitment one = program(random);
    Digest root = program(random).root();
    long entry = one.entry();
    int program = one.programLogHeight();
    int image = one.imageLogHeight();
    var programs =
        List.of(
            one,
            new ProgramCommitment(entry + (1L << 32), one.root(), program, image),
            new ProgramCommitment(entry + 1, one.root(), program, image),
            new ProgramCommitment(entry, root, program, image),
            new ProgramCommitment(entry, one.root(), program + 1, image),
            new ProgramCommitment(entry, one.root(), program, image + 1));
    var machines =
        MachineKeys.all().stream().map(MachineKeys.MachineKey::machine).distinct().toList();
    var ids = new HashSet<ProgramId>();
    for (Parameters parameters : SETS) {
      for (FixedCommitment machine : machines) {
        programs.forEach(p -> ids.add(p.id(parameters, machine)));
      }
    }
    assertThat(ids).hasSize(SETS.size() * machines.size() * programs.size());
  }
}
