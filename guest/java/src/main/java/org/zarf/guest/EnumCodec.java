package org.zarf.guest;

/** The codec of an enum: the ordinal. */
final class EnumCodec extends Codec<Enum<?>> {

  private final Enum<?>[] constants;

  /** The codec of these constants, which are all. */
  EnumCodec(String label, Enum<?>[] constants) {
    super(label);
    this.constants = constants;
  }

  @Override
  public void write(Encoder out, Enum<?> value) {
    out.writeInt(value.ordinal());
  }

  @Override
  public Enum<?> read(Decoder in) {
    return constants[in.readIndex(constants.length, "constants")];
  }
}
