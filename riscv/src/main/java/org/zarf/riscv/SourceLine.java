package org.zarf.riscv;

/**
 * A place in the source text.
 *
 * @param file as the compiler was given it
 * @param line from 1 on
 */
public record SourceLine(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
