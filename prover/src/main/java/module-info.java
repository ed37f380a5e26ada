/** The STARK prover. */
module org.zarf.prover {
  requires static org.jspecify;
  requires transitive org.zarf.stark;

  exports org.zarf.prover;
  exports org.zarf.prover.kernel;

  uses org.zarf.prover.kernel.KernelProvider;
}
