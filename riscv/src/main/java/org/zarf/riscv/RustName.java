package org.zarf.riscv;

import java.util.Map;
import org.zarf.riscv.MangledName.MalformedNameException;

/**
 * Reads a name in Rust's mangling "v0" (<a
 * href="https://doc.rust-lang.org/rustc/symbol-mangling/v0.html">its definition</a>). Lifetimes and
 * the hashes of crates are left out.
 */
final class RustName {

  private static final int MAX_DEPTH = 100;

  /** A name that refers back to itself often is cut off as malformed. */
  private static final int MAX_LENGTH = 2000;

  private static final Map<Character, String> BASIC_TYPES =
      Map.ofEntries(
          Map.entry('a', "i8"),
          Map.entry('b', "bool"),
          Map.entry('c', "char"),
          Map.entry('d', "f64"),
          Map.entry('e', "str"),
          Map.entry('f', "f32"),
          Map.entry('h', "u8"),
          Map.entry('i', "isize"),
          Map.entry('j', "usize"),
          Map.entry('l', "i32"),
          Map.entry('m', "u32"),
          Map.entry('n', "i128"),
          Map.entry('o', "u128"),
          Map.entry('p', "_"),
          Map.entry('s', "i16"),
          Map.entry('t', "u16"),
          Map.entry('u', "()"),
          Map.entry('v', "..."),
          Map.entry('x', "i64"),
          Map.entry('y', "u64"),
          Map.entry('z', "!"));

  private final String symbol;

  /** Where back references count from. */
  private final int start;

  private final StringBuilder out = new StringBuilder();
  private int at;
  private int depth;

  /** A reader of a symbol whose prefix ends at {@code start}. */
  RustName(String symbol, int start) {
    this.symbol = symbol;
    this.start = start;
    this.at = start;
  }

  /** The path of the function. What follows it, an instantiating crate or a suffix, is left out. */
  String read() throws MalformedNameException {
    path(true);
    if (out.isEmpty()) {
      throw new MalformedNameException();
    }
    return out.toString();
  }

  private char next() throws MalformedNameException {
    if (at >= symbol.length()) {
      throw new MalformedNameException();
    }
    return symbol.charAt(at++);
  }

  private boolean takes(char expected) {
    if (at < symbol.length() && symbol.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void print(String text) throws MalformedNameException {
    out.append(text);
    if (out.length() > MAX_LENGTH) {
      throw new MalformedNameException();
    }
  }

  private void enter() throws MalformedNameException {
    if (++depth > MAX_DEPTH) {
      throw new MalformedNameException();
    }
  }

  /** A path: of a value, whose generic arguments follow {@code ::}, or of a type. */
  private void path(boolean isValue) throws MalformedNameException {
    enter();
    switch (next()) {
      case 'C' -> {
        disambiguator();
        print(identifier());
      }
      case 'M' -> {
        implementation();
        print("<");
        type();
        print(">");
      }
      case 'X' -> {
        implementation();
        asTrait();
      }
      case 'Y' -> asTrait();
      case 'N' -> member(isValue);
      case 'I' -> {
        path(isValue);
        print(isValue ? "::<" : "<");
        for (int i = 0; !takes('E'); i++) {
          print(i == 0 ? "" : ", ");
          argument();
        }
        print(">");
      }
      case 'B' -> {
        int resumed = backReference();
        path(isValue);
        at = resumed;
      }
      default -> throw new MalformedNameException();
    }
    depth--;
  }

  /** Where an implementation stands, which its name does without. */
  private void implementation() throws MalformedNameException {
    disambiguator();
    int length = out.length();
    path(false);
    out.setLength(length);
  }

  private void asTrait() throws MalformedNameException {
    print("<");
    type();
    print(" as ");
    path(false);
    print(">");
  }

  private void member(boolean isValue) throws MalformedNameException {
    char space = next();
    path(isValue);
    long number = disambiguator();
    String name = identifier();
    if (Character.isLowerCase(space)) {
      print(name.isEmpty() ? "" : "::" + name);
    } else {
      String kind = space == 'C' ? "closure" : space == 'S' ? "shim" : String.valueOf(space);
      print("::{" + kind + (name.isEmpty() ? "" : ":" + name) + "#" + number + "}");
    }
  }

  private void argument() throws MalformedNameException {
    if (takes('L')) {
      base62();
      print("'_");
    } else if (takes('K')) {
      constant();
    } else {
      type();
    }
  }

  private void type() throws MalformedNameException {
    enter();
    char kind = next();
    String basic = BASIC_TYPES.get(kind);
    if (basic != null) {
      print(basic);
    } else {
      switch (kind) {
        case 'A' -> {
          print("[");
          type();
          print("; ");
          constant();
          print("]");
        }
        case 'S' -> {
          print("[");
          type();
          print("]");
        }
        case 'T' -> {
          print("(");
          int count = types();
          print(count == 1 ? ",)" : ")");
        }
        case 'R' -> pointer("&");
        case 'Q' -> pointer("&mut ");
        case 'P' -> pointer("*const ");
        case 'O' -> pointer("*mut ");
        case 'F' -> function();
        case 'D' -> traits();
        case 'B' -> {
          int resumed = backReference();
          type();
          at = resumed;
        }
        default -> {
          at--;
          path(false);
        }
      }
    }
    depth--;
  }

  private void pointer(String sign) throws MalformedNameException {
    if (takes('L')) {
      base62();
    }
    print(sign);
    type();
  }

  /** Types up to an {@code E}, and how many. */
  private int types() throws MalformedNameException {
    int count = 0;
    for (; !takes('E'); count++) {
      print(count == 0 ? "" : ", ");
      type();
    }
    return count;
  }

  private void function() throws MalformedNameException {
    binder();
    if (takes('U')) {
      print("unsafe ");
    }
    if (takes('K')) {
      print("extern \"" + (takes('C') ? "C" : identifier()) + "\" ");
    }
    print("fn(");
    types();
    print(")");
    if (!takes('u')) {
      print(" -> ");
      type();
    }
  }

  private void traits() throws MalformedNameException {
    print("dyn ");
    binder();
    for (int i = 0; !takes('E'); i++) {
      print(i == 0 ? "" : " + ");
      path(false);
      while (takes('p')) {
        print("<" + identifier() + " = ");
        type();
        print(">");
      }
    }
    if (!takes('L')) {
      throw new MalformedNameException();
    }
    base62();
  }

  private void binder() throws MalformedNameException {
    if (takes('G')) {
      base62();
    }
  }

  private void constant() throws MalformedNameException {
    if (takes('p')) {
      print("_");
      return;
    }
    if (takes('B')) {
      int resumed = backReference();
      constant();
      at = resumed;
      return;
    }
    char type = next();
    boolean isNegative = takes('n');
    int end = symbol.indexOf('_', at);
    if (end < 0 || end - at > 15 || !BASIC_TYPES.containsKey(type)) {
      throw new MalformedNameException();
    }
    long value = 0;
    for (; at < end; at++) {
      int digit = Character.digit(symbol.charAt(at), 16);
      if (digit < 0) {
        throw new MalformedNameException();
      }
      value = value << 4 | digit;
    }
    at = end + 1;
    print((isNegative ? "-" : "") + (type == 'b' ? String.valueOf(value != 0) : value));
  }

  /** Goes to where a reference leads, and returns where to go on. */
  private int backReference() throws MalformedNameException {
    int reference = at - 1;
    long target = base62();
    if (target >= reference - start) {
      throw new MalformedNameException();
    }
    int resumed = at;
    at = start + (int) target;
    return resumed;
  }

  private long disambiguator() throws MalformedNameException {
    return takes('s') ? base62() + 1 : 0;
  }

  /** 0 for {@code _}; otherwise one more than the digits 0-9, a-z, A-Z before it say. */
  private long base62() throws MalformedNameException {
    long value = 0;
    for (int digits = 0; ; digits++) {
      char c = next();
      if (c == '_') {
        return digits == 0 ? 0 : value + 1;
      }
      int digit =
          c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : c - 'A' + 36;
      if (digits > 12 || digit < 0 || digit >= 62) {
        throw new MalformedNameException();
      }
      value = 62 * value + digit;
    }
  }

  /** A length and so many characters. Those beyond ASCII stay in Punycode. */
  private String identifier() throws MalformedNameException {
    takes('u');
    int length = 0;
    while (at < symbol.length() && Character.isDigit(symbol.charAt(at))) {
      length = Math.min(10 * length + next() - '0', symbol.length());
    }
    takes('_');
    if (length > symbol.length() - at) {
      throw new MalformedNameException();
    }
    at += length;
    return symbol.substring(at - length, at);
  }
}
