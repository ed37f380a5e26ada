package org.zarf.guest;

/** Bytes that encode no value of a type. The message names the place inside the value. */
public final class DecodingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private String path = "";

  /** An exception whose place is yet to be said. */
  DecodingException(String reason) {
    super(reason);
  }

  /** The place, as in {@code order.items[3].price}, then what is wrong there. */
  @Override
  public String getMessage() {
    return path + ": " + super.getMessage();
  }

  /**
   * Says that the place is inside a component of a record; returns this.
   *
   * @param names of the components, separated by commas
   */
  public DecodingException at(String names, int component) {
    return inside("." + Steps.name(names, component));
  }

  /** Says that the place is inside an element; returns this. */
  DecodingException at(int element) {
    return inside("[" + element + "]");
  }

  DecodingException inside(String step) {
    path = step + path;
    return this;
  }
}
