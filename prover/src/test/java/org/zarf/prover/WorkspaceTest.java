package org.zarf.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zarf.algebra.KoalaBear;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Parameters;
import org.zarf.stark.ProofCodec;
import org.zarf.stark.ProofWriter;

/** Arrays go from proof to proof; what they hold does not. */
class WorkspaceTest {

  private static final int THREADS = 4;

  /** Proofs of different heights, whose arrays have lengths in common. */
  private static final int[][] HEIGHTS = {{11, 7}, {12, 11}, {11, 10, 7}};

  private static byte[] proof(int number) {
    Parameters parameters = Attacks.HIDING;
    var run = SmallCircuit.runFrom(number + 3, parameters, HEIGHTS[number]);
    var options =
        ProverOptions.defaults()
            .withThreads(2)
            .withKernels(Kernels.best())
            .withRandomness(Attacks.seeded(number));
    var out = new ProofWriter();
    ProofCodec.write(
        StarkProver.prove(Attacks.KEY, run.traces(), run.statement(), options).proof(), out);
    return out.toBytes();
  }

  /** Leaves field elements of another's in arrays of all lengths that a proof may ask for. */
  private static void leaveBehind(SplittableRandom random) {
    var memory = new Workspace();
    for (int log = 12; log <= 16; log++) {
      for (int i = 0; i < 40; i++) {
        int[] array = memory.take(1 << log);
        Arrays.setAll(array, j -> random.nextInt(KoalaBear.P));
      }
    }
    memory.end();
  }

  @Test
  void proofsDoNotDependOnTheArraysThatTheyGet() {
    var random = new SplittableRandom(1);
    List<byte[]> first = IntStream.range(0, HEIGHTS.length).mapToObj(i -> proof(i)).toList();
    for (int round = 0; round < 3; round++) {
      leaveBehind(random);
      for (int number = HEIGHTS.length - 1; number >= 0; number--) {
        assertThat(proof(number)).isEqualTo(first.get(number));
      }
    }
  }

  @Test
  void proofsSideBySideAreThoseOfEachAlone() throws Exception {
    List<byte[]> alone = IntStream.range(0, HEIGHTS.length).mapToObj(i -> proof(i)).toList();
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<byte[]>> tasks =
          IntStream.range(0, 3 * THREADS)
              .<Callable<byte[]>>mapToObj(i -> () -> proof(i % HEIGHTS.length))
              .toList();
      var results = pool.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(alone.get(i % HEIGHTS.length));
      }
    }
  }

  /**
   * Each thread writes its number into what it takes, and finds it there as long as it keeps it.
   */
  @Test
  void noArrayIsTakenTwice() throws Exception {
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, THREADS)
              .<Callable<Boolean>>mapToObj(thread -> () -> keepsItsArrays(thread))
              .toList();
      for (var result : pool.invokeAll(tasks)) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  private static boolean keepsItsArrays(int thread) {
    boolean kept = true;
    for (int round = 0; round < 200; round++) {
      var memory = new Workspace();
      int[][] arrays = memory.take(8, 1 << 12);
      for (int[] array : arrays) {
        Arrays.fill(array, thread);
      }
      // Some go back early, and once more than they should.
      memory.give(arrays[0], arrays[1], arrays[0]);
      int[] again = memory.take(1 << 12);
      Arrays.fill(again, thread);
      Thread.yield();
      for (int i = 2; i < arrays.length; i++) {
        kept &= Arrays.stream(arrays[i]).allMatch(value -> value == thread);
      }
      kept &= Arrays.stream(again).allMatch(value -> value == thread);
      memory.end();
    }
    return kept;
  }
}
