package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The guest kit as files: start-up code, linker script, headers and sources that every guest in C
 * is compiled with. They are resources, and unpacked for the time of a compilation.
 */
final class GuestKit implements AutoCloseable {

  /** The flags that every guest is compiled with, one a line. */
  static final String FLAGS = "flags";

  /** The linker script. */
  static final String LINKER_SCRIPT = "guest.ld";

  /** What C++ is compiled with besides: the compiler warns if C is too. */
  static final String CPP_SPECS = "cpp.specs";

  /** The files to compile. */
  static final List<String> SOURCES =
      List.of(
          "crt0.S",
          "src/cxx.c",
          "src/heap.c",
          "src/io.c",
          "src/keccak256.c",
          "src/memory.c",
          "src/process.c",
          "src/reader.c",
          "src/sha256.c",
          "src/streams.c",
          "src/system.c");

  /** The files that those include, and that guests include. */
  static final List<String> HEADERS =
      List.of(
          "include/new",
          "include/zarf.h",
          "include/zkvm_accelerators.h",
          "include/zkvm_io.h",
          "src/machine.h");

  /** Where they are in the jar. */
  static final String RESOURCES = "kit/";

  private final TemporaryFolder folder;

  private GuestKit(TemporaryFolder folder) {
    this.folder = folder;
  }

  /** Unpacks the kit. */
  static GuestKit unpack() throws IOException {
    var folder = TemporaryFolder.create("zarf-kit");
    try {
      for (List<String> names :
          List.of(SOURCES, HEADERS, List.of(FLAGS, LINKER_SCRIPT, CPP_SPECS))) {
        for (String name : names) {
          Resources.unpack(RESOURCES + name, folder.path().resolve(name));
        }
      }
      return new GuestKit(folder);
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /** The folder of the unpacked kit. */
  Path path() {
    return folder.path();
  }

  /** The files to compile, in the order in which they are linked. */
  List<Path> sources() {
    return SOURCES.stream().map(path()::resolve).toList();
  }

  /** The flags that every guest is compiled with. */
  List<String> flags() throws IOException {
    return Files.readAllLines(path().resolve(FLAGS)).stream().filter(l -> !l.isBlank()).toList();
  }

  @Override
  public void close() {
    folder.close();
  }
}
