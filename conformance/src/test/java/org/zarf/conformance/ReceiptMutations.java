package org.zarf.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.ReceiptAnatomy.Kind;
import org.zarf.conformance.ReceiptAnatomy.Part;

/** Damages the encoding of a receipt with knowledge of what its bytes mean. */
final class ReceiptMutations {

  private static final int[] EXTREMES = {
    0, 1, 2, 255, 256, 0xffff, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, -1
  };

  private final byte[] honest;
  private final ReceiptAnatomy anatomy;

  ReceiptMutations(byte[] honest) {
    this.honest = honest;
    anatomy = ReceiptAnatomy.of(honest);
  }

  /** A way to damage. */
  private interface Damage {
    byte[] apply(SplittableRandom random);
  }

  /** A copy with one kind of damage, and sometimes with some flipped bits besides. */
  byte[] next(SplittableRandom random) {
    List<Damage> kinds =
        List.of(
            r -> honest.clone(),
            this::truncated,
            this::extended,
            this::otherCount,
            this::otherNumber,
            this::otherElement,
            this::itemRemoved,
            this::itemRepeated,
            r -> swapped(Kind.SECTION, r),
            r -> swapped(Kind.ITEM, r),
            r -> swapped(Kind.DIGEST, r),
            this::overwritten);
    int kind = random.nextInt(kinds.size());
    byte[] bytes = kinds.get(kind).apply(random);
    if ((kind == 0 || random.nextInt(8) == 0) && bytes.length > 0) {
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  private Part any(Kind kind, SplittableRandom random) {
    List<Part> parts = anatomy.all(kind);
    return parts.get(random.nextInt(parts.size()));
  }

  private byte[] truncated(SplittableRandom random) {
    Kind[] kinds = Kind.values();
    int length =
        random.nextBoolean()
            ? random.nextInt(honest.length)
            : any(kinds[random.nextInt(kinds.length)], random).from();
    return Arrays.copyOf(honest, length);
  }

  private byte[] extended(SplittableRandom random) {
    Part part = any(random.nextBoolean() ? Kind.SECTION : Kind.NUMBER, random);
    return random.nextBoolean()
        ? Arrays.copyOf(honest, honest.length + random.nextInt(1, 100))
        : replaced(honest.length, honest.length, slice(part));
  }

  private byte[] otherCount(SplittableRandom random) {
    byte[] bytes = honest.clone();
    int at = any(Kind.COUNT, random).from();
    int value =
        switch (random.nextInt(4)) {
          case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
          case 1 -> intAt(bytes, at) + (random.nextBoolean() ? 1 : -1);
          // About as many as there is room for, by the bytes that one of them takes.
          case 2 -> (bytes.length - at) / new int[] {1, 2, 4, 12, 20, 24, 32}[random.nextInt(7)];
          default -> random.nextInt() >>> random.nextInt(32);
        };
    setInt(bytes, at, value);
    return bytes;
  }

  private byte[] otherNumber(SplittableRandom random) {
    byte[] bytes = honest.clone();
    Part part = any(Kind.NUMBER, random);
    switch (random.nextInt(4)) {
      case 0 -> Arrays.fill(bytes, part.from(), part.to(), (byte) 0);
      case 1 -> Arrays.fill(bytes, part.from(), part.to(), (byte) -1);
      case 2 -> {
        Arrays.fill(bytes, part.from(), part.to(), (byte) -1);
        bytes[part.to() - 1] = 0x7f;
      }
      default -> bytes[random.nextInt(part.from(), part.to())] = (byte) random.nextInt();
    }
    return bytes;
  }

  private byte[] otherElement(SplittableRandom random) {
    byte[] bytes = honest.clone();
    int at = any(Kind.ELEMENT, random).from();
    int value =
        switch (random.nextInt(6)) {
          case 0 -> KoalaBear.P;
          // The same element of the field, not reduced.
          case 1 -> intAt(bytes, at) + KoalaBear.P;
          case 2 -> -1;
          case 3 -> Integer.MIN_VALUE;
          case 4 -> KoalaBear.P - 1 - intAt(bytes, at);
          default -> random.nextInt();
        };
    setInt(bytes, at, value);
    return bytes;
  }

  /** With the count that goes with it, or without. */
  private byte[] itemRemoved(SplittableRandom random) {
    Part item = any(Kind.ITEM, random);
    byte[] bytes = replaced(item.from(), item.to(), new byte[0]);
    setInt(bytes, item.count(), intAt(honest, item.count()) - random.nextInt(2));
    return bytes;
  }

  /** With the count that goes with it, or without. */
  private byte[] itemRepeated(SplittableRandom random) {
    Part item = any(Kind.ITEM, random);
    byte[] bytes = replaced(item.to(), item.to(), slice(item));
    setInt(bytes, item.count(), intAt(honest, item.count()) + random.nextInt(2));
    return bytes;
  }

  private byte[] swapped(Kind kind, SplittableRandom random) {
    Part a = any(kind, random);
    Part b = any(kind, random);
    Part first = a.from() < b.from() ? a : b;
    Part second = first == a ? b : a;
    if (first.to() > second.from()) {
      return honest.clone();
    }
    ByteBuffer bytes = ByteBuffer.allocate(honest.length);
    bytes.put(honest, 0, first.from());
    bytes.put(honest, second.from(), second.length());
    bytes.put(honest, first.to(), second.from() - first.to());
    bytes.put(honest, first.from(), first.length());
    bytes.put(honest, second.to(), honest.length - second.to());
    return bytes.array();
  }

  /** A range copied over another. */
  private byte[] overwritten(SplittableRandom random) {
    byte[] bytes = honest.clone();
    int length = random.nextInt(1, Math.min(200, bytes.length));
    int from = random.nextInt(bytes.length - length);
    int to = random.nextInt(bytes.length - length);
    System.arraycopy(honest, from, bytes, to, length);
    return bytes;
  }

  private byte[] slice(Part part) {
    return Arrays.copyOfRange(honest, part.from(), part.to());
  }

  private byte[] replaced(int from, int to, byte[] by) {
    return ByteBuffer.allocate(honest.length - (to - from) + by.length)
        .put(honest, 0, from)
        .put(by)
        .put(honest, to, honest.length - to)
        .array();
  }

  private static int intAt(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private static void setInt(byte[] bytes, int at, int value) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
  }
}
