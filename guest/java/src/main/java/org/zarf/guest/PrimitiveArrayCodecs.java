package org.zarf.guest;

/**
 * The codecs of arrays of primitives: a count, then the elements. Those of more than a byte are
 * taken in one step, as the check whether there are enough bytes would cost more than they do.
 */
final class PrimitiveArrayCodecs {

  private static final String LABEL = "array";

  private PrimitiveArrayCodecs() {}

  static final class OfBoolean extends Codec<boolean[]> {
    OfBoolean() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, boolean[] values) {
      out.writeInt(values.length);
      for (boolean value : values) {
        out.writeBoolean(value);
      }
    }

    @Override
    public boolean[] read(Decoder in) {
      var values = new boolean[in.readCount(1)];
      int i = 0;
      try {
        for (; i < values.length; i++) {
          values[i] = in.readBoolean();
        }
      } catch (DecodingException e) {
        throw e.at(i);
      }
      return values;
    }
  }

  static final class OfByte extends Codec<byte[]> {
    OfByte() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, byte[] values) {
      out.writeInt(values.length);
      out.writeBytes(values);
    }

    @Override
    public byte[] read(Decoder in) {
      return in.readBytes(in.readCount(1));
    }
  }

  static final class OfShort extends Codec<short[]> {
    OfShort() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, short[] values) {
      out.writeInt(values.length);
      for (short value : values) {
        out.writeShort(value);
      }
    }

    @Override
    public short[] read(Decoder in) {
      var values = new short[in.readCount(2)];
      byte[] bytes = in.bytes();
      int at = in.advance(2 * values.length);
      for (int i = 0; i < values.length; i++, at += 2) {
        values[i] = Decoder.shortAt(bytes, at);
      }
      return values;
    }
  }

  static final class OfChar extends Codec<char[]> {
    OfChar() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, char[] values) {
      out.writeInt(values.length);
      for (char value : values) {
        out.writeChar(value);
      }
    }

    @Override
    public char[] read(Decoder in) {
      var values = new char[in.readCount(2)];
      byte[] bytes = in.bytes();
      int at = in.advance(2 * values.length);
      for (int i = 0; i < values.length; i++, at += 2) {
        values[i] = (char) Decoder.shortAt(bytes, at);
      }
      return values;
    }
  }

  static final class OfInt extends Codec<int[]> {
    OfInt() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, int[] values) {
      out.writeInt(values.length);
      for (int value : values) {
        out.writeInt(value);
      }
    }

    @Override
    public int[] read(Decoder in) {
      var values = new int[in.readCount(4)];
      byte[] bytes = in.bytes();
      int at = in.advance(4 * values.length);
      for (int i = 0; i < values.length; i++, at += 4) {
        values[i] = Decoder.intAt(bytes, at);
      }
      return values;
    }
  }

  static final class OfLong extends Codec<long[]> {
    OfLong() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, long[] values) {
      out.writeInt(values.length);
      for (long value : values) {
        out.writeLong(value);
      }
    }

    @Override
    public long[] read(Decoder in) {
      var values = new long[in.readCount(8)];
      byte[] bytes = in.bytes();
      int at = in.advance(8 * values.length);
      for (int i = 0; i < values.length; i++, at += 8) {
        values[i] = Decoder.longAt(bytes, at);
      }
      return values;
    }
  }

  static final class OfFloat extends Codec<float[]> {
    OfFloat() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, float[] values) {
      out.writeInt(values.length);
      for (float value : values) {
        out.writeFloat(value);
      }
    }

    @Override
    public float[] read(Decoder in) {
      var values = new float[in.readCount(4)];
      byte[] bytes = in.bytes();
      int at = in.advance(4 * values.length);
      for (int i = 0; i < values.length; i++, at += 4) {
        values[i] = Float.intBitsToFloat(Decoder.intAt(bytes, at));
      }
      return values;
    }
  }

  static final class OfDouble extends Codec<double[]> {
    OfDouble() {
      super(LABEL);
    }

    @Override
    public void write(Encoder out, double[] values) {
      out.writeInt(values.length);
      for (double value : values) {
        out.writeDouble(value);
      }
    }

    @Override
    public double[] read(Decoder in) {
      var values = new double[in.readCount(8)];
      byte[] bytes = in.bytes();
      int at = in.advance(8 * values.length);
      for (int i = 0; i < values.length; i++, at += 8) {
        values[i] = Double.longBitsToDouble(Decoder.longAt(bytes, at));
      }
      return values;
    }
  }
}
