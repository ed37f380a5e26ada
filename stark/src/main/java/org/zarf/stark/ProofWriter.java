package org.zarf.stark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;

/** Writes what {@link ProofReader} reads. */
public final class ProofWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Nothing written yet. */
  public ProofWriter() {}

  /**
   * Writes one byte.
   *
   * @throws IllegalArgumentException if the value is not between 0 and 255
   */
  public void u8(int value) {
    if (value != (value & 0xff)) {
      throw new IllegalArgumentException(value + " is not one byte");
    }
    bytes.write(value);
  }

  /** Writes four bytes. */
  public void i32(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      bytes.write(value >>> shift);
    }
  }

  /** Writes eight bytes. */
  public void i64(long value) {
    i32((int) value);
    i32((int) (value >>> 32));
  }

  /** Writes bytes after their count. */
  public void bytes(byte[] value) {
    i32(value.length);
    bytes.writeBytes(value);
  }

  /** Writes ASCII text after its length. */
  public void text(String value) {
    bytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Writes a digest. */
  public void digest(Digest value) {
    bytes.writeBytes(value.toBytes());
  }

  /** Writes an element of the extension. */
  public void ext(Ext value) {
    for (int i = 0; i < Ext.DEGREE; i++) {
      i32(value.coefficient(i));
    }
  }

  /** Writes a list after its count. */
  public <T> void list(List<T> values, Consumer<T> element) {
    i32(values.size());
    values.forEach(element);
  }

  /**
   * Writes rows of equal width after their count and width.
   *
   * @throws IllegalArgumentException if there are none, they are empty, or their widths differ
   */
  public void rows(int[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException("no rows, or empty ones");
    }
    i32(rows.length);
    i32(rows[0].length);
    for (int[] row : rows) {
      if (row.length != rows[0].length) {
        throw new IllegalArgumentException("rows of different width");
      }
      for (int value : row) {
        i32(value);
      }
    }
  }

  /** Everything written so far. */
  public byte[] toBytes() {
    return bytes.toByteArray();
  }
}
