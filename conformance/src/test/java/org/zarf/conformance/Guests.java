package org.zarf.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.GuestProgram;

/** The committed guests. */
final class Guests {

  /** The root of the checkout. */
  static final Path ROOT = Path.of(System.getProperty("zarf.root", ".."));

  private Guests() {}

  /** A program, by its path in the checkout. */
  static GuestProgram load(String elf) {
    try {
      return GuestProgram.load(Files.readAllBytes(ROOT.resolve(elf)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadProgramException e) {
      throw new IllegalStateException(elf, e);
    }
  }

  /** A file, by its path in the checkout. */
  static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
