/** The filling of the machine's tables from a run. */
module org.zarf.witness {
  requires static org.jspecify;
  requires transitive org.zarf.machine;
  requires transitive org.zarf.riscv;

  exports org.zarf.witness;
}
