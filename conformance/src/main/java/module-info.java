/** The tests that attack the whole. */
module org.zarf.conformance {
  requires static org.jspecify;
  requires transitive org.zarf.sdk;

  exports org.zarf.conformance;
}
