package org.zarf.cli;

/** Limits of receipt files. */
final class ReceiptFiles {

  /** Far more than any receipt takes. */
  static final long MAX_BYTES = 1L << 28;

  private ReceiptFiles() {}
}
