/** Receipts of program runs. */
module org.zarf.verifier {
  requires static org.jspecify;
  requires transitive org.zarf.stark;
  requires transitive org.zarf.machine;

  exports org.zarf.verifier;
}
