package org.zarf.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.zarf.hash.Digest;
import org.zarf.hash.Digests;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.Kernels.NonceRange;

/** Hashes of one block: nanoseconds for a node, and for a nonce. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NodeBenchmark {

  private static final int NODES = 1 << 12;
  private static final int NONCES = 1 << 12;

  /** More than so few nonces will ever show. */
  private static final int BITS = 32;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  public String kernels = "";

  private final byte[] state = new byte[Digest.BYTES];
  private final Digests children = new Inputs().digests(2 * NODES);
  private final Digests nodes = Digests.zeros(NODES);
  private Kernels chosen;

  /** Prepares. */
  @Setup
  public void prepare() {
    chosen = Inputs.kernels(kernels);
  }

  /** Hashes pairs of digests. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public Digests hashNodes() {
    chosen.hashNodes(children, List.of(), nodes, 0, NODES);
    return nodes;
  }

  /** Looks in vain for a nonce. */
  @Benchmark
  @OperationsPerInvocation(NONCES)
  public long grind() {
    return chosen.grind(state, BITS, new NonceRange(0, 1, NONCES));
  }
}
