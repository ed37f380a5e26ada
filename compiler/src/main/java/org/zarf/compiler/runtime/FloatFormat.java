package org.zarf.compiler.runtime;

/** The binary formats of {@code double} and {@code float}. */
enum FloatFormat {
  DOUBLE(52, -1074, 3),
  FLOAT(23, -149, 8);

  /** Without the leading one. */
  final int fractionBits;

  /** That of the least number. */
  final int minExponent;

  /** Numbers of fewer units than this have one decimal digit. */
  final int tiny;

  FloatFormat(int fractionBits, int minExponent, int tiny) {
    this.fractionBits = fractionBits;
    this.minExponent = minExponent;
    this.tiny = tiny;
  }

  /** The bits of infinity. */
  long infinity() {
    return (2L * (2 - minExponent - fractionBits) - 1) << fractionBits;
  }
}
