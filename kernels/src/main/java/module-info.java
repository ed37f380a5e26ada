/** The prover's inner loops on the Vector API. */
module org.zarf.kernels {
  requires static org.jspecify;
  // Present only where the JVM was started with it; the provider looks.
  requires static jdk.incubator.vector;
  requires transitive org.zarf.prover;

  exports org.zarf.kernels;

  provides org.zarf.prover.kernel.KernelProvider with
      org.zarf.kernels.VectorKernelProvider;
}
