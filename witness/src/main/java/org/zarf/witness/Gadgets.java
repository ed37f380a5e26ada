package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.air.Word;
import org.zarf.machine.chips.Bitwise;
import org.zarf.machine.chips.ByteProduct;
import org.zarf.machine.chips.Comparison;
import org.zarf.machine.chips.LimbSplits;
import org.zarf.machine.chips.ShiftAmount;
import org.zarf.machine.chips.SignedComparison;
import org.zarf.machine.chips.WordBytes;

/** Fills the gadgets that several chips share. */
final class Gadgets {

  private Gadgets() {}

  /** Limb i of a word. */
  static int limb(long word, int i) {
    return (int) (word >>> (16 * i)) & 0xffff;
  }

  static void fill(WordBytes bytes, long word, RowWriter out) {
    for (int i = 0; i < Word.LIMBS; i++) {
      out.set(bytes.low().get(i), limb(word, i) & 0xff);
    }
  }

  /** All but the result. */
  static void fill(Bitwise gadget, long a, long b, RowWriter out) {
    fill(gadget.a(), a, out);
    fill(gadget.b(), b, out);
    for (int i = 0; i < gadget.and().size(); i++) {
      out.set(gadget.and().get(i), ((a & b) >>> (8 * i)) & 0xff);
    }
  }

  static void fill(ByteProduct product, long a, long b, RowWriter out) {
    fill(product.a(), a, out);
    fill(product.b(), b, out);
  }

  /** What the products of two words' bytes add to limb k of the product, before any carries. */
  static long byteProducts(long a, long b, int k) {
    long sum = 0;
    for (int i = Math.max(0, 2 * k - 7); i <= Math.min(7, 2 * k + 1); i++) {
      long x = (a >>> (8 * i)) & 0xff;
      int even = 2 * k - i;
      int odd = even + 1;
      sum += even >= 0 ? x * ((b >>> (8 * even)) & 0xff) : 0;
      sum += odd <= 7 ? (x * ((b >>> (8 * odd)) & 0xff)) << 8 : 0;
    }
    return sum;
  }

  /** Compares unsigned words. */
  static void fill(Comparison comparison, long a, long b, RowWriter out) {
    out.set(comparison.less(), Long.compareUnsigned(a, b) < 0);
    if (a != b) {
      int decides = (63 - Long.numberOfLeadingZeros(a ^ b)) / 16;
      out.set(comparison.decides().get(decides), true);
      out.set(comparison.gap(), Math.abs(limb(a, decides) - limb(b, decides)) - 1);
    }
  }

  static void fill(SignedComparison comparison, boolean signed, long a, long b, RowWriter out) {
    out.set(comparison.negativeA(), signed && a < 0);
    out.set(comparison.negativeB(), signed && b < 0);
    // Adding 2^63 turns the order of signed words into that of unsigned ones, and changes no
    // difference of limbs but that of the highest, to what it is between signed limbs.
    long shift = signed ? Long.MIN_VALUE : 0;
    fill(comparison.comparison(), a ^ shift, b ^ shift, out);
  }

  /** An amount below 64 in the low bits of an operand, of which shifts of words ignore one. */
  static void fill(ShiftAmount amount, boolean word, long operand, RowWriter out) {
    int t = (int) operand & 15;
    int limbs = (int) (operand >>> 4) & (word ? 1 : 3);
    out.set(amount.t(), t);
    out.set(amount.power(), 1L << t);
    out.set(amount.complement(), 1L << (16 - t));
    if (word) {
      out.set(amount.limbOfWord(), limbs == 1);
      out.set(amount.ignored(), (operand & 32) != 0);
    } else if (limbs > 0) {
      out.set(amount.limbs().get(limbs - 1), true);
    }
  }

  /** Cuts the limbs of a word so that the low parts have {@code bits} bits. */
  static void fill(LimbSplits splits, long word, int bits, RowWriter out) {
    for (int i = 0; i < Word.LIMBS; i++) {
      out.set(splits.low().get(i), limb(word, i) & ((1 << bits) - 1));
      out.set(splits.high().get(i), limb(word, i) >>> bits);
    }
  }
}
