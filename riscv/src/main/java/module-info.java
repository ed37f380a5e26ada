/** Loading of ELF programs for execution on the machine. */
module org.zarf.riscv {
  requires static org.jspecify;
  requires transitive org.zarf.machine;

  exports org.zarf.riscv;
}
