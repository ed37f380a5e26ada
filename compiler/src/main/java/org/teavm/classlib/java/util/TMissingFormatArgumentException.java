package org.teavm.classlib.java.util;

/** {@link java.util.MissingFormatArgumentException}, which TeaVM's class library lacks. */
public class TMissingFormatArgumentException extends TIllegalFormatException {

  private static final long serialVersionUID = 1;

  private final String specifier;

  /** Of a format specifier for which there is no argument. */
  public TMissingFormatArgumentException(String specifier) {
    this.specifier = specifier;
  }

  /** The specifier. */
  public String getFormatSpecifier() {
    return specifier;
  }

  @Override
  public String getMessage() {
    return "Format specifier '" + specifier + "'";
  }
}
