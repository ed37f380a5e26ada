/** The command line. */
module org.zarf.cli {
  requires static org.jspecify;
  requires org.zarf.sdk;
  requires org.zarf.toolchain;
  requires java.logging;
  requires info.picocli;
  requires com.google.gson;

  opens org.zarf.cli to
      info.picocli;
}
