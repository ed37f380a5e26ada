package org.zarf.guest;

/** A type that has no codec. The message names the component that prevents it. */
public final class UnsupportedTypeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, and with what. */
  public UnsupportedTypeException(String message) {
    super(message);
  }
}
