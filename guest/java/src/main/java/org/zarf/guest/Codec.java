package org.zarf.guest;

import org.jspecify.annotations.Nullable;

/**
 * Turns values of a type into bytes, and back. Guest and host use the same.
 *
 * {@snippet :
 * record Item(String name, int count) {}
 * record Order(long id, List<Item> items) {}
 *
 * byte[] bytes = Codec.of(Order.class).encode(order);
 * Order again = Codec.of(Order.class).decode(bytes);
 * }
 *
 * <p>The bytes, packed and little-endian:
 *
 * <table>
 * <caption>How values are laid out</caption>
 * <tr><td>boolean</td><td>1 byte, 0 or 1</td></tr>
 * <tr><td>byte</td><td>1 byte</td></tr>
 * <tr><td>short, char</td><td>2 bytes</td></tr>
 * <tr><td>int, float</td><td>4 bytes</td></tr>
 * <tr><td>long, double</td><td>8 bytes</td></tr>
 * <tr><td>String</td><td>the number of its UTF-8 bytes in 4 bytes, then those</td></tr>
 * <tr><td>arrays, List, Set</td><td>the count in 4 bytes, then the elements in their order</td></tr>
 * <tr><td>Map</td><td>the count in 4 bytes, then key and value of each entry</td></tr>
 * <tr><td>Optional</td><td>1 byte, 0 or 1; after a 1 the value</td></tr>
 * <tr><td>enum</td><td>the ordinal in 4 bytes</td></tr>
 * <tr><td>sealed type</td><td>the place in its permits clause in 4 bytes, then the value</td></tr>
 * <tr><td>record</td><td>its components in their order</td></tr>
 * <tr><td>BigInteger</td><td>the number of bytes in 4 bytes, then the shortest two's complement,
 *     highest byte first</td></tr>
 * </table>
 *
 * <p>Boxes are laid out as primitives. There is no null. A type may contain itself, to {@link
 * #MAX_DEPTH} levels. Decoded lists, sets and maps are new ones that keep the order of the bytes
 * and may be changed. A value has one encoding, apart from the order of sets and maps, and of what
 * two types in one permits clause share.
 *
 * @param <T> the type of the values
 */
public abstract class Codec<T> {

  /** How deep a value of a type that contains itself may nest. */
  public static final int MAX_DEPTH = 1000;

  private final String label;

  /**
   * A codec: generated ones use this.
   *
   * @param label what paths in error messages begin with
   */
  protected Codec(String label) {
    this.label = label;
  }

  /**
   * The codec of a type: a record, an enum, a sealed type, an array, a String, a BigInteger or a
   * box. In a guest the argument must be a class literal.
   *
   * @throws UnsupportedTypeException if the type, or what it contains, has no encoding
   */
  @SuppressWarnings("unchecked") // the registry keeps codecs by the type of their values
  public static <T> Codec<T> of(Class<T> type) {
    return (Codec<T>) CodecRegistry.of(type);
  }

  /**
   * The bytes of a value.
   *
   * @throws EncodingException if it is or contains null, or a text is no Unicode
   */
  public final byte[] encode(@Nullable T value) {
    var out = new Encoder();
    try {
      put(out, value);
    } catch (EncodingException e) {
      throw e.inside(label);
    }
    return out.bytes();
  }

  /**
   * The value that some bytes encode: all of them.
   *
   * @throws DecodingException if they are no encoding of a value
   */
  public final T decode(byte[] bytes) {
    var in = new Decoder(bytes);
    try {
      T value = read(in);
      in.requireEnd();
      return value;
    } catch (DecodingException e) {
      throw e.inside(label);
    }
  }

  /**
   * Writes a value that may be missing.
   *
   * @throws EncodingException if it is
   */
  public final void put(Encoder out, @Nullable T value) {
    if (value == null) {
      throw new EncodingException("is null");
    }
    write(out, value);
  }

  /** Writes a value. */
  public abstract void write(Encoder out, T value);

  /**
   * Reads a value.
   *
   * @throws DecodingException if there is none
   */
  public abstract T read(Decoder in);
}
