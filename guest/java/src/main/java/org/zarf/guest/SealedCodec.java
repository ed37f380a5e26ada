package org.zarf.guest;

/** The codec of a sealed type: the index of the permitted type, then its value. */
final class SealedCodec extends Codec<Object> {

  private final Codec<?>[] parts;
  private final Class<?>[] kinds;
  private final int[] codecs;

  /**
   * The codec of a type that permits others.
   *
   * @param parts the codecs among which theirs are
   * @param kinds the permitted types, in their order
   * @param codecs the indices of their codecs
   */
  SealedCodec(String label, Codec<?>[] parts, Class<?>[] kinds, int[] codecs) {
    super(label);
    this.parts = parts;
    this.kinds = kinds;
    this.codecs = codecs;
  }

  @SuppressWarnings("unchecked") // whoever makes the parts puts the kind's codec there
  private Codec<Object> codec(int kind) {
    return (Codec<Object>) parts[codecs[kind]];
  }

  @Override
  public void write(Encoder out, Object value) {
    int kind = 0;
    while (!kinds[kind].isInstance(value)) {
      kind++;
    }
    out.writeInt(kind);
    codec(kind).write(out, value);
  }

  @Override
  public Object read(Decoder in) {
    return codec(in.readIndex(kinds.length, "permitted types")).read(in);
  }
}
