package org.zarf.guest;

/**
 * A codec of values that have elements of one type.
 *
 * @param <T> the type of the values
 * @param <E> the type of the elements
 */
abstract class ElementsCodec<T, E> extends Codec<T> {

  private final Codec<?>[] parts;
  private final int element;
  private final int elementBytes;

  /**
   * The element's codec is looked up only when needed: types may contain themselves.
   *
   * @param parts the codecs among which it is
   * @param element its index
   * @param elementBytes the fewest bytes that an element takes
   */
  ElementsCodec(String label, Codec<?>[] parts, int element, int elementBytes) {
    super(label);
    this.parts = parts;
    this.element = element;
    this.elementBytes = elementBytes;
  }

  @SuppressWarnings("unchecked") // whoever makes the parts puts the element's codec there
  final Codec<E> element() {
    return (Codec<E>) parts[element];
  }

  /** Reads how many elements follow. */
  final int readCount(Decoder in) {
    return in.readCount(elementBytes);
  }

  final void writeAll(Encoder out, Iterable<E> values) {
    Codec<E> codec = element();
    int i = 0;
    try {
      for (E value : values) {
        codec.put(out, value);
        i++;
      }
    } catch (EncodingException e) {
      throw e.at(i);
    }
  }
}
