/** Runs the cross-compilers that build guests. */
module org.zarf.toolchain {
  requires static org.jspecify;
  requires java.logging;

  exports org.zarf.toolchain;
}
