package org.zarf.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * C, C++ and assembler sources of one guest, and how to compile them. Immutable.
 *
 * <p>The compiler runs in the deepest folder that contains all files, which stands as {@code .} in
 * the program's debug information: no path of the machine gets into the program.
 *
 * @param files absolute paths, at least one
 * @param flags of {@code riscv64-unknown-elf-gcc}, behind those of the kit, before the sources
 * @param links flags behind the sources: libraries
 */
public record CSources(List<Path> files, List<String> flags, List<String> links) {

  /** Checks that there are files. */
  public CSources {
    files = files.stream().map(f -> f.toAbsolutePath().normalize()).toList();
    flags = List.copyOf(flags);
    links = List.copyOf(links);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no sources");
    }
  }

  /** Sources to compile with the flags of the kit. */
  public static CSources of(List<Path> files) {
    return new CSources(files, List.of(), List.of());
  }

  /** With other flags before the sources. */
  public CSources withFlags(List<String> flags) {
    return new CSources(files, flags, links);
  }

  /** With other flags behind the sources. */
  public CSources withLinks(List<String> links) {
    return new CSources(files, flags, links);
  }

  /** The folder that the compiler runs in. */
  Path root() {
    Path root = files.getFirst().getParent();
    for (Path file : files) {
      while (root != null && !file.startsWith(root)) {
        root = root.getParent();
      }
    }
    return root == null ? Path.of("/") : root;
  }
}
