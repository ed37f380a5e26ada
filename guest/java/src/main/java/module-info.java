/** The library that guests in Java and Kotlin are written against. */
module org.zarf.guest {
  requires static org.jspecify;

  exports org.zarf.guest;
  exports org.zarf.guest.codegen;
}
