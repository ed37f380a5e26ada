/** Hashing of field elements into Merkle trees. */
module org.zarf.hash {
  requires static org.jspecify;
  requires transitive org.zarf.algebra;

  exports org.zarf.hash;
}
