package org.zarf.guest;

/**
 * What a guest is given: its private input, the public journal, the debug stream and the way out.
 *
 * <p>A guest is a class with the method {@code public static void main(GuestContext)}. When that
 * returns, the exit code is 0. An exception that it does not catch ends the run with exit code 1,
 * and its stack trace goes to the debug stream.
 */
public interface GuestContext {

  /** The whole private input: bytes that no receipt reveals. A copy, the same in each call. */
  byte[] input();

  /**
   * The private input, decoded by the {@linkplain Codec#of codec} of a type: all of it.
   *
   * @param type a class literal
   * @throws DecodingException if the input encodes no value of the type
   */
  default <T> T input(Class<T> type) {
    return Codec.of(type).decode(input());
  }

  /** Appends bytes to the journal, the public output that a receipt proves. */
  void publish(byte[] bytes);

  /**
   * Appends a record to the journal, encoded by the {@linkplain Codec#of codec} of its class.
   *
   * @throws EncodingException if it has no encoding
   */
  @SuppressWarnings("unchecked") // the codec of a value's own class takes the value
  default void publish(Record value) {
    publish(((Codec<Record>) Codec.of(value.getClass())).encode(value));
  }

  /**
   * Writes text to the debug stream, in UTF-8, as {@code System.out} does. A receipt says nothing
   * about it.
   */
  void print(String text);

  /**
   * Ends the run. Does not return, and nothing that the guest does later counts.
   *
   * @param code 0 for success; receipts carry it
   */
  void halt(int code);
}
