package org.zarf.compiler;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the functions of an ELF file the names of the methods that they were. What the machine
 * loads stays as it is, and with it the program's id. Source of the layout: the System V ABI,
 * chapter 4.
 */
final class JavaSymbols {

  private static final int SECTION_HEADERS = 0x28;
  private static final int SECTION_HEADER_BYTES = 64;
  private static final int SECTION_HEADER_COUNT = 0x3c;
  private static final int TYPE = 4;
  private static final int OFFSET = 24;
  private static final int SIZE = 32;
  private static final int LINK = 40;
  private static final int SHT_SYMTAB = 2;
  private static final int SYMBOL_BYTES = 24;
  private static final int STT_FUNC = 2;

  private final ByteBuffer elf;
  private final Map<String, String> names;

  private JavaSymbols(byte[] elf, Map<String, String> names) {
    this.elf = ByteBuffer.wrap(elf.clone()).order(ByteOrder.LITTLE_ENDIAN);
    this.names = names;
  }

  /**
   * The file with other names.
   *
   * @param elf as the linker made it
   * @param names what to call C functions
   */
  static byte[] named(byte[] elf, Map<String, String> names) {
    return new JavaSymbols(elf, names).named();
  }

  private byte[] named() {
    int count = elf.getShort(SECTION_HEADER_COUNT);
    for (int i = 0; i < count; i++) {
      if (elf.getInt(header(i) + TYPE) == SHT_SYMTAB) {
        return named(header(i), header(elf.getInt(header(i) + LINK)));
      }
    }
    throw new IllegalStateException("the linker left no symbols");
  }

  private int header(int section) {
    return (int) elf.getLong(SECTION_HEADERS) + section * SECTION_HEADER_BYTES;
  }

  /** The new strings take the end of the file: those before them do not move. */
  private byte[] named(int symbols, int strings) {
    int from = (int) elf.getLong(symbols + OFFSET);
    int end = from + (int) elf.getLong(symbols + SIZE);
    int old = (int) elf.getLong(strings + OFFSET);
    var texts = new Strings();
    for (int at = from; at < end; at += SYMBOL_BYTES) {
      String name = text(old + elf.getInt(at));
      boolean isFunction = (elf.get(at + 4) & 15) == STT_FUNC;
      elf.putInt(at, texts.place(isFunction ? javaName(name) : name));
    }
    byte[] added = texts.bytes();
    elf.putLong(strings + OFFSET, elf.capacity());
    elf.putLong(strings + SIZE, added.length);
    return ByteBuffer.allocate(elf.capacity() + added.length).put(elf.array()).put(added).array();
  }

  /** Parts and variants that the compiler made of a function have a suffix, and its name. */
  private String javaName(String symbol) {
    int dot = symbol.indexOf('.');
    return names.getOrDefault(dot < 0 ? symbol : symbol.substring(0, dot), symbol);
  }

  private String text(int at) {
    int end = at;
    while (elf.get(end) != 0) {
      end++;
    }
    return new String(elf.array(), at, end - at, StandardCharsets.UTF_8);
  }

  /** A table of strings; the empty one comes first. */
  private static final class Strings {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> places = new HashMap<>();

    Strings() {
      place("");
    }

    int place(String text) {
      return places.computeIfAbsent(
          text,
          t -> {
            int at = bytes.size();
            bytes.writeBytes(t.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
            return at;
          });
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
