/** The KoalaBear field, its degree-5 extension, polynomials over them. */
module org.zarf.algebra {
  requires static org.jspecify;

  exports org.zarf.algebra;
}
