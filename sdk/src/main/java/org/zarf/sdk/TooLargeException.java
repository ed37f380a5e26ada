package org.zarf.sdk;

/** A run that is too long for one proof, or needs more memory than there is. */
public final class TooLargeException extends Exception {

  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
