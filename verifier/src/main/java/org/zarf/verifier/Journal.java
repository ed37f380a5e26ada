package org.zarf.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** What a run published, byte by byte. */
public final class Journal {

  private final byte[] bytes;

  private Journal(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A journal of some bytes. */
  public static Journal of(byte[] bytes) {
    return new Journal(Objects.requireNonNull(bytes, "bytes").clone());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  /** The bytes as UTF-8 text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object that) {
    return that instanceof Journal journal && Arrays.equals(bytes, journal.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
