package org.zarf.gallery.digits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The quantised network, computed as its definition reads. The guest computes the same faster; that
 * both agree on every logit is tested.
 *
 * @param first 8 convolutions of 3 x 3 pixels
 * @param second 16 convolutions of 3 x 3 values of 8 channels
 * @param last 10 sums of 256 values
 */
public record Network(Layer first, Layer second, Layer last) {

  /** The width and height of an image. */
  public static final int SIDE = 14;

  /** The pixels of an image. */
  public static final int PIXELS = SIDE * SIDE;

  /** How many digits there are. */
  public static final int CLASSES = 10;

  /** The bytes of an encoded network. */
  public static final int MODEL_BYTES = 3928;

  private static final int SHIFT = 24;

  /**
   * The parameters of a layer.
   *
   * @param weights of each output for each input, in -128 .. 127
   * @param biases of each output, at most 2^24 in magnitude
   * @param multiplier what a sum is scaled by, in units of 2^-24; unused in the last layer
   */
  public record Layer(byte[][] weights, int[] biases, int multiplier) {

    private static Layer read(ByteBuffer from, int outputs, int inputs, boolean scaled) {
      var weights = new byte[outputs][inputs];
      var biases = new int[outputs];
      for (byte[] row : weights) {
        from.get(row);
      }
      from.asIntBuffer().get(biases);
      from.position(from.position() + 4 * outputs);
      return new Layer(weights, biases, scaled ? from.getInt() : 0);
    }

    private int sum(int output, int[] inputs) {
      int sum = biases[output];
      for (int i = 0; i < inputs.length; i++) {
        sum += weights[output][i] * inputs[i];
      }
      return sum;
    }

    private int rescaled(int sum) {
      return Math.clamp(((long) sum * multiplier + (1 << (SHIFT - 1))) >> SHIFT, 0, 255);
    }

    /** The 3 x 3 convolutions of channels of some side: each output has a side smaller by 2. */
    private int[][] convolved(int[][] channels, int side) {
      int outSide = side - 2;
      var out = new int[weights.length][outSide * outSide];
      for (int place = 0; place < outSide * outSide; place++) {
        int[] patch = patch(channels, place / outSide * side + place % outSide, side);
        for (int o = 0; o < weights.length; o++) {
          out[o][place] = sum(o, patch);
        }
      }
      return out;
    }

    private static int[] patch(int[][] channels, int corner, int side) {
      var patch = new int[9 * channels.length];
      for (int i = 0; i < patch.length; i++) {
        patch[i] = channels[i / 9][corner + i % 9 / 3 * side + i % 3];
      }
      return patch;
    }
  }

  /**
   * Reads what train.py wrote.
   *
   * @throws IllegalArgumentException if it has another length
   */
  public static Network decode(byte[] model) {
    if (model.length != MODEL_BYTES) {
      throw new IllegalArgumentException(
          "a model has " + MODEL_BYTES + " bytes, this has " + model.length);
    }
    var from = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN);
    Layer first = Layer.read(from, 8, 9, true);
    Layer second = Layer.read(from, 16, 72, true);
    return new Network(first, second, Layer.read(from, CLASSES, 256, false));
  }

  /** The logit of each digit, for an image of 196 bytes. */
  public int[] logits(byte[] image) {
    var pixels = new int[1][PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      pixels[0][i] = Byte.toUnsignedInt(image[i]);
    }
    int[][] values = rescaled(pooled(first.convolved(pixels, SIDE), SIDE - 2), first);
    int[][] last16 = rescaled(second.convolved(values, (SIDE - 2) / 2), second);
    var flat = new int[256];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = last16[i / 16][i % 16];
    }
    var logits = new int[CLASSES];
    for (int o = 0; o < CLASSES; o++) {
      logits[o] = last.sum(o, flat);
    }
    return logits;
  }

  /** The digit of the largest logit; of equal ones, the smallest digit. */
  public static int digit(int[] logits) {
    int best = 0;
    for (int o = 1; o < CLASSES; o++) {
      best = logits[o] > logits[best] ? o : best;
    }
    return best;
  }

  private static int[][] rescaled(int[][] sums, Layer layer) {
    var out = new int[sums.length][sums[0].length];
    for (int o = 0; o < out.length; o++) {
      for (int i = 0; i < out[o].length; i++) {
        out[o][i] = layer.rescaled(sums[o][i]);
      }
    }
    return out;
  }

  private static int[][] pooled(int[][] sums, int side) {
    int half = side / 2;
    var out = new int[sums.length][half * half];
    for (int o = 0; o < out.length; o++) {
      for (int i = 0; i < out[o].length; i++) {
        int at = i / half * 2 * side + i % half * 2;
        int[] of = sums[o];
        out[o][i] =
            Math.max(Math.max(of[at], of[at + 1]), Math.max(of[at + side], of[at + side + 1]));
      }
    }
    return out;
  }
}
