/** The command line. */
module org.zarf.cli {
  requires static org.jspecify;
  requires transitive org.zarf.sdk;

  exports org.zarf.cli;
}
