package org.zarf.compiler;

/** A class that cannot be compiled to a guest. The message says why, and what to do. */
public final class GuestCompilationException extends Exception {

  private static final long serialVersionUID = 1L;

  GuestCompilationException(String message) {
    super(message);
  }

  GuestCompilationException(String message, Throwable cause) {
    super(message, cause);
  }
}
