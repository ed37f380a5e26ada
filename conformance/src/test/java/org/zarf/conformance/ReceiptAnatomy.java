package org.zarf.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;

/** Where everything is in the encoding of a receipt: read anew, without the decoder's help. */
final class ReceiptAnatomy {

  /** What a range of bytes is. */
  enum Kind {
    /** A number of 1, 4 or 8 bytes that counts nothing in the encoding. */
    NUMBER,
    /** How many bytes, items, rows or columns follow. */
    COUNT,
    /** An element of the field. */
    ELEMENT,
    /** A digest. */
    DIGEST,
    /** What is counted: an item of a list, or a row of a matrix. */
    ITEM,
    /** What no other part but the receipt itself holds. */
    SECTION
  }

  /**
   * A range of bytes.
   *
   * @param from its first byte
   * @param to the byte after its last
   * @param count where an item is counted; -1 for all else
   */
  record Part(int from, int to, int count) {

    int length() {
      return to - from;
    }
  }

  /** Reads what is at the current place. */
  private interface Walk {
    void run();
  }

  private final Map<Kind, List<Part>> parts = new EnumMap<>(Kind.class);
  private final ByteBuffer in;

  private ReceiptAnatomy(byte[] receipt) {
    in = ByteBuffer.wrap(receipt).order(ByteOrder.LITTLE_ENDIAN);
    for (Kind kind : Kind.values()) {
      parts.put(kind, new ArrayList<>());
    }
  }

  /** Of a receipt, which must be a proper one. */
  static ReceiptAnatomy of(byte[] receipt) {
    var anatomy = new ReceiptAnatomy(receipt);
    anatomy.receipt();
    if (anatomy.in.hasRemaining()) {
      throw new IllegalArgumentException(anatomy.in.remaining() + " bytes are not understood");
    }
    return anatomy;
  }

  /** All parts of a kind. */
  List<Part> all(Kind kind) {
    return parts.get(kind);
  }

  private void receipt() {
    Walk byteNumber = () -> number(1);
    for (int i = 0; i < 6; i++) {
      section(byteNumber);
    }
    section(this::text);
    section(() -> number(Integer.BYTES));
    section(() -> number(Long.BYTES));
    section(this::digest);
    section(byteNumber);
    section(byteNumber);
    section(this::text);
    section(() -> number(Integer.BYTES));
    for (int i = 0; i < 3; i++) {
      section(byteNumber);
    }
    section(() -> list(() -> number(2)));
    section(this::digest);
    section(this::digest);
    section(this::exts);
    section(this::digest);
    section(
        () ->
            list(
                () -> {
                  for (int i = 0; i < 6; i++) {
                    exts();
                  }
                }));
    section(this::digests);
    section(this::exts);
    for (int i = 0; i < 3; i++) {
      section(() -> number(Long.BYTES));
    }
    section(
        () ->
            list(
                () -> {
                  list(this::matrix);
                  digests();
                  digests();
                }));
  }

  private void section(Walk walk) {
    int from = in.position();
    walk.run();
    add(Kind.SECTION, from, -1);
  }

  private void add(Kind kind, int from, int count) {
    parts.get(kind).add(new Part(from, in.position(), count));
  }

  private void number(int bytes) {
    int from = in.position();
    in.position(from + bytes);
    add(Kind.NUMBER, from, -1);
  }

  private int count() {
    int count = in.getInt();
    add(Kind.COUNT, in.position() - Integer.BYTES, -1);
    return count;
  }

  private void text() {
    int count = count();
    in.position(in.position() + count);
  }

  private void list(Walk item) {
    int place = in.position();
    int count = count();
    items(place, count, item);
  }

  private void items(int place, int count, Walk item) {
    for (int i = 0; i < count; i++) {
      int from = in.position();
      item.run();
      add(Kind.ITEM, from, place);
    }
  }

  private void matrix() {
    int place = in.position();
    int rows = count();
    int width = count();
    items(
        place,
        rows,
        () -> {
          for (int i = 0; i < width; i++) {
            element();
          }
        });
  }

  private void exts() {
    list(
        () -> {
          for (int i = 0; i < Ext.DEGREE; i++) {
            element();
          }
        });
  }

  private void element() {
    in.getInt();
    add(Kind.ELEMENT, in.position() - Integer.BYTES, -1);
  }

  private void digests() {
    list(this::digest);
  }

  private void digest() {
    int from = in.position();
    in.position(from + Digest.BYTES);
    add(Kind.DIGEST, from, -1);
  }
}
