/** The RISC-V machine as tables of constraints. */
module org.zarf.machine {
  requires static org.jspecify;
  requires transitive org.zarf.air;

  exports org.zarf.machine;
  exports org.zarf.machine.chips;
  exports org.zarf.machine.isa;
}
