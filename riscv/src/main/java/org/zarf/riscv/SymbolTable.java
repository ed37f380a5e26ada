package org.zarf.riscv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The functions of a program by address. */
final class SymbolTable {
  static final SymbolTable EMPTY = new SymbolTable(List.of());

  private static final int SHT_SYMTAB = 2;
  private static final int STT_NOTYPE = 0;
  private static final int STT_FUNC = 2;

  private final List<Symbol> symbols;

  private SymbolTable(List<Symbol> symbols) {
    this.symbols = symbols;
  }

  /** The functions in the symbol table, or none when it is missing or damaged. */
  static SymbolTable of(ElfFile file) {
    try {
      for (ElfFile.Section section : file.sections()) {
        if (section.type() == SHT_SYMTAB
            && section.link() >= 0
            && section.link() < file.sections().size()) {
          return read(file, section.bytes(), file.sections().get(section.link()).bytes());
        }
      }
    } catch (BadProgramException e) {
      return EMPTY;
    }
    return EMPTY;
  }

  private static SymbolTable read(ElfFile file, ByteReader in, ByteReader names)
      throws BadProgramException {
    List<Symbol> found = new ArrayList<>();
    while (in.hasMore()) {
      long name = in.u32();
      int type = in.u8() & 15;
      in.skip(1);
      int section = in.u16();
      long address = in.u64() + file.bias();
      long size = in.u64();
      boolean code = type == STT_FUNC || type == STT_NOTYPE;
      if (!code || !isCode(file, section) || endOfSegment(file, address) == 0) {
        continue;
      }
      String text = names.textAt(name);
      // Labels of assembler code count, but not those that tools add ($x, .L12).
      if (!text.isEmpty()
          && (type == STT_FUNC || Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
        found.add(new Symbol(MangledName.readable(text), address, Math.max(size, 0)));
      }
    }
    return new SymbolTable(withSizes(file, found));
  }

  private static boolean isCode(ElfFile file, int section) {
    return section < file.sections().size() && file.sections().get(section).code();
  }

  /** The end of the code around an address, 0 when there is none. */
  private static long endOfSegment(ElfFile file, long address) {
    for (ElfFile.Load load : file.loads()) {
      Segment segment = load.segment();
      if (segment.executable() && segment.address() <= address && address < segment.end()) {
        return segment.end();
      }
    }
    return 0;
  }

  /**
   * One symbol for each address, the largest, and each ends where the next begins at the latest.
   */
  private static List<Symbol> withSizes(ElfFile file, List<Symbol> found) {
    found.sort(
        Comparator.comparingLong(Symbol::address)
            .thenComparing(Comparator.comparingLong(Symbol::size).reversed())
            .thenComparing(Symbol::name));
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0, next; i < found.size(); i = next) {
      Symbol symbol = found.get(i);
      next = i + 1;
      while (next < found.size() && found.get(next).address() == symbol.address()) {
        next++;
      }
      long end = endOfSegment(file, symbol.address());
      if (next < found.size()) {
        end = Math.min(end, found.get(next).address());
      }
      long room = end - symbol.address();
      long size = symbol.size() == 0 ? room : Math.min(symbol.size(), room);
      symbols.add(new Symbol(symbol.name(), symbol.address(), size));
    }
    return List.copyOf(symbols);
  }

  List<Symbol> all() {
    return symbols;
  }

  Optional<Symbol> at(long pc) {
    int low = 0;
    int high = symbols.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (symbols.get(middle).address() <= pc) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && pc < symbols.get(low - 1).end()
        ? Optional.of(symbols.get(low - 1))
        : Optional.empty();
  }
}
