/** The STARK proof system as its verifier sees it. */
module org.zarf.stark {
  requires static org.jspecify;
  requires transitive org.zarf.algebra;
  requires transitive org.zarf.hash;
  requires transitive org.zarf.air;

  exports org.zarf.stark;
}
