/** The constraint language in which tables are defined. */
module org.zarf.air {
  requires static org.jspecify;
  requires transitive org.zarf.algebra;

  exports org.zarf.air;
}
