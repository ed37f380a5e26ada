/** The library for applications that prove programs. */
module org.zarf.sdk {
  requires static org.jspecify;
  requires transitive org.zarf.verifier;
  requires transitive org.zarf.witness;
  requires transitive org.zarf.prover;
  requires transitive org.zarf.riscv;

  exports org.zarf.sdk;
}
