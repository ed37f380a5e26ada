package org.zarf.stark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;

/**
 * Reads untrusted bytes, little-endian. A count is believed only as far as the bytes that are left
 * could hold so many elements, so nothing is ever allocated that the input does not pay for.
 */
public final class ProofReader {

  private final ByteBuffer bytes;

  /** A reader from the first byte on. */
  public ProofReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads one element of a list. */
  @FunctionalInterface
  public interface Element<T> {
    /** Reads it. */
    T read() throws ProofRejectedException;
  }

  /** One byte, 0 to 255. */
  public int u8() throws ProofRejectedException {
    need(1);
    return bytes.get() & 0xff;
  }

  /** Four bytes. */
  public int i32() throws ProofRejectedException {
    need(Integer.BYTES);
    return bytes.getInt();
  }

  /** Eight bytes. */
  public long i64() throws ProofRejectedException {
    need(Long.BYTES);
    return bytes.getLong();
  }

  /** A count of elements that take at least so many bytes each. */
  public int count(int elementBytes) throws ProofRejectedException {
    int count = i32();
    if (count < 0 || (long) count * elementBytes > bytes.remaining()) {
      throw rejected("a count of " + Integer.toUnsignedString(count) + " is more than there is");
    }
    return count;
  }

  /** Some bytes, after their count. */
  public byte[] bytes() throws ProofRejectedException {
    byte[] read = new byte[count(1)];
    bytes.get(read);
    return read;
  }

  /** ASCII text, after its length. */
  public String text() throws ProofRejectedException {
    byte[] read = bytes();
    for (byte b : read) {
      if (b < ' ' || b > '~') {
        throw rejected("a name that is not text");
      }
    }
    return new String(read, StandardCharsets.US_ASCII);
  }

  /** A digest. */
  public Digest digest() throws ProofRejectedException {
    need(Digest.BYTES);
    byte[] read = new byte[Digest.BYTES];
    bytes.get(read);
    return Digest.of(read);
  }

  /** An element of the base field, in Montgomery form. */
  public int element() throws ProofRejectedException {
    int value = i32();
    if (!KoalaBear.isElement(value)) {
      throw rejected("a number that is no field element");
    }
    return value;
  }

  /** An element of the extension. */
  public Ext ext() throws ProofRejectedException {
    return new Ext(element(), element(), element(), element(), element());
  }

  /** A list, after its count. */
  public <T> List<T> list(int elementBytes, Element<T> element) throws ProofRejectedException {
    int count = count(elementBytes);
    var list = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.read());
    }
    return List.copyOf(list);
  }

  /** Rows of equal width, after their count and width. */
  public int[][] rows() throws ProofRejectedException {
    int count = count(Integer.BYTES);
    int width = count(Integer.BYTES);
    if (count == 0 || width == 0 || (long) count * width * Integer.BYTES > bytes.remaining()) {
      throw rejected(count + " rows of width " + width);
    }
    int[][] rows = new int[count][width];
    for (int[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = element();
      }
    }
    return rows;
  }

  /** Nothing may follow. */
  public void end() throws ProofRejectedException {
    if (bytes.hasRemaining()) {
      throw rejected(bytes.remaining() + " bytes too many");
    }
  }

  /** A rejection of the encoding. */
  public static ProofRejectedException rejected(String what) {
    return new ProofRejectedException(new Rejection.BadEncoding("not a receipt: " + what));
  }

  private void need(int count) throws ProofRejectedException {
    if (bytes.remaining() < count) {
      throw rejected("it ends too early");
    }
  }
}
