/** The prover's inner loops on the Vector API. */
module org.zarf.kernels {
  requires static org.jspecify;
  requires transitive org.zarf.prover;

  exports org.zarf.kernels;
}
