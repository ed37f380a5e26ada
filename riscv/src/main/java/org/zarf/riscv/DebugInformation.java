package org.zarf.riscv;

/** What a file says for people. Damage here never keeps a program from loading. */
record DebugInformation(SymbolTable symbols, LineTable lines) {

  static DebugInformation none() {
    return new DebugInformation(SymbolTable.EMPTY, LineTable.EMPTY);
  }

  static DebugInformation of(ElfFile file) {
    return new DebugInformation(SymbolTable.of(file), LineTable.of(file));
  }
}
