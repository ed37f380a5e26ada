package org.zarf.riscv;

/**
 * A function of a program.
 *
 * @param name as the linker knows it, but those of Rust and C++ as their programmers do; control
 *     characters replaced
 * @param address where it begins
 * @param size its bytes, at least 1; up to the next symbol when the file gives no size
 */
public record Symbol(String name, long address, long size) {

  /** The first address after the function. */
  public long end() {
    return address + size;
  }
}
