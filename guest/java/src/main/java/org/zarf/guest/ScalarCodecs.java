package org.zarf.guest;

import java.math.BigInteger;

/** The codecs of single values: boxes, texts and large integers. */
final class ScalarCodecs {

  private static final String LABEL = "value";

  private ScalarCodecs() {}

  static final class OfBoolean extends Codec<Boolean> {
    OfBoolean() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Boolean value) {
      out.writeBoolean(value);
    }

    @Override
    public Boolean read(Decoder in) {
      return in.readBoolean();
    }
  }

  static final class OfByte extends Codec<Byte> {
    OfByte() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Byte value) {
      out.writeByte(value);
    }

    @Override
    public Byte read(Decoder in) {
      return in.readByte();
    }
  }

  static final class OfShort extends Codec<Short> {
    OfShort() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Short value) {
      out.writeShort(value);
    }

    @Override
    public Short read(Decoder in) {
      return in.readShort();
    }
  }

  static final class OfChar extends Codec<Character> {
    OfChar() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Character value) {
      out.writeChar(value);
    }

    @Override
    public Character read(Decoder in) {
      return in.readChar();
    }
  }

  static final class OfInt extends Codec<Integer> {
    OfInt() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Integer value) {
      out.writeInt(value);
    }

    @Override
    public Integer read(Decoder in) {
      return in.readInt();
    }
  }

  static final class OfLong extends Codec<Long> {
    OfLong() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Long value) {
      out.writeLong(value);
    }

    @Override
    public Long read(Decoder in) {
      return in.readLong();
    }
  }

  static final class OfFloat extends Codec<Float> {
    OfFloat() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Float value) {
      out.writeFloat(value);
    }

    @Override
    public Float read(Decoder in) {
      return in.readFloat();
    }
  }

  static final class OfDouble extends Codec<Double> {
    OfDouble() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, Double value) {
      out.writeDouble(value);
    }

    @Override
    public Double read(Decoder in) {
      return in.readDouble();
    }
  }

  static final class OfString extends Codec<String> {
    OfString() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, String value) {
      out.writeString(value);
    }

    @Override
    public String read(Decoder in) {
      return in.readString();
    }
  }

  static final class OfBigInteger extends Codec<BigInteger> {
    OfBigInteger() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, BigInteger value) {
      out.writeBigInteger(value);
    }

    @Override
    public BigInteger read(Decoder in) {
      return in.readBigInteger();
    }
  }
}
