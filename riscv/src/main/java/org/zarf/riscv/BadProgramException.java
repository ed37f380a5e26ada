package org.zarf.riscv;

/** A file is no program for this machine; the message says why, in one line. */
public final class BadProgramException extends Exception {
  private static final long serialVersionUID = 1;

  BadProgramException(String message) {
    super(message);
  }
}
