/** Runs the cross-compilers that build guests. */
module org.zarf.toolchain {
  requires static org.jspecify;
  requires java.logging;
  requires com.google.gson;

  exports org.zarf.toolchain;
}
