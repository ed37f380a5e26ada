package org.zarf.compiler.runtime;

import org.teavm.interop.Address;

/** Numbers in bytes, least significant byte first: one load each, as the machine has them. */
public final class Loads {

  private Loads() {}

  /** Of two bytes. */
  public static short shortAt(byte[] bytes, int at) {
    return address(bytes, at, 2).getShort();
  }

  /** Of four bytes. */
  public static int intAt(byte[] bytes, int at) {
    return address(bytes, at, 4).getInt();
  }

  /** Of eight bytes. */
  public static long longAt(byte[] bytes, int at) {
    return address(bytes, at, 8).getLong();
  }

  private static Address address(byte[] bytes, int at, int count) {
    if (at < 0 || at > bytes.length - count) {
      throw new ArrayIndexOutOfBoundsException(at);
    }
    return Address.ofData(bytes).add(at);
  }
}
