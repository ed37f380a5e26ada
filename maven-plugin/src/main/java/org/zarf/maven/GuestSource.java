package org.zarf.maven;

import java.nio.file.Path;
import java.util.List;
import org.zarf.compiler.Guest;
import org.zarf.compiler.GuestCompilationException;
import org.zarf.toolchain.BuiltGuest;
import org.zarf.toolchain.CCompiler;
import org.zarf.toolchain.CSources;
import org.zarf.toolchain.RustCompiler;
import org.zarf.toolchain.RustProject;
import org.zarf.toolchain.ToolchainException;

/** What a guest is compiled from. */
sealed interface GuestSource {

  /** What messages call it. */
  String name();

  /** Files and folders that it consists of. */
  List<Path> parts();

  /** Compiles it. */
  BuiltGuest compile() throws GuestCompilationException, ToolchainException;

  /**
   * A class.
   *
   * @param name the binary name of the class with the entry method
   * @param parts the class path
   */
  record Java(String name, List<Path> parts) implements GuestSource {
    @Override
    public BuiltGuest compile() throws GuestCompilationException {
      return new BuiltGuest(Guest.of(name, parts).elf(), "");
    }
  }

  /** Sources in C or C++, and what lies beside them: headers. */
  record C(List<Path> files) implements GuestSource {
    @Override
    public String name() {
      return files.getFirst().getFileName().toString();
    }

    @Override
    public List<Path> parts() {
      return files.stream().map(f -> f.toAbsolutePath().getParent()).distinct().toList();
    }

    @Override
    public BuiltGuest compile() throws ToolchainException {
      return CCompiler.compile(CSources.of(files));
    }
  }

  /** The folder of a package in Rust. */
  record Rust(Path folder) implements GuestSource {
    @Override
    public String name() {
      return folder.getFileName().toString();
    }

    @Override
    public List<Path> parts() {
      return List.of(
          folder.resolve("src"), folder.resolve("Cargo.toml"), folder.resolve("Cargo.lock"));
    }

    @Override
    public BuiltGuest compile() throws ToolchainException {
      return RustCompiler.compile(RustProject.in(folder));
    }
  }
}
