package org.zarf.riscv;

/** How addresses are written in messages. */
final class Addresses {
  private Addresses() {}

  static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
