package org.zarf.witness;

import org.zarf.air.RowWriter;
import org.zarf.machine.chips.Absolute;
import org.zarf.machine.chips.Divide;
import org.zarf.machine.chips.DivideChip;
import org.zarf.machine.chips.Negation;
import org.zarf.machine.isa.Opcode;

/** Fills {@link DivideChip}. */
final class DivideFiller implements Filler<DivideChip.Row> {

  /**
   * How an opcode reads its operands, and what of the division it asks for.
   *
   * @param word whether the operands are the low 32 bits
   */
  private record Form(boolean signed, boolean remainder, boolean word) {

    static Form of(Opcode op) {
      return switch (op) {
        case DIV -> new Form(true, false, false);
        case DIVU -> new Form(false, false, false);
        case REM -> new Form(true, true, false);
        case REMU -> new Form(false, true, false);
        case DIVW -> new Form(true, false, true);
        case DIVUW -> new Form(false, false, true);
        case REMW -> new Form(true, true, true);
        case REMUW -> new Form(false, true, true);
        default -> throw new IllegalArgumentException(op + " divides nothing");
      };
    }

    boolean isNegative(long x) {
      return signed && (word ? (int) x : x) < 0;
    }

    long magnitude(long x) {
      if (signed) {
        return Math.abs(word ? (int) x : x);
      }
      return word ? x & 0xffff_ffffL : x;
    }
  }

  @Override
  public void fill(DivideChip.Row row, Event event, RowWriter out) {
    Frame.fill(row.form(), event, out);
    Form form = Form.of(event.instruction().op());
    out.set(row.signed(), form.signed);
    out.set(row.remainder(), form.remainder);
    out.set(row.word(), form.word);
    Divide gadget = row.gadget();
    absolute(gadget.dividend(), form, event.rs1(), out);
    absolute(gadget.divisor(), form, event.rs2(), out);
    boolean negative = form.isNegative(event.rs1());
    long n = form.magnitude(event.rs1());
    long d = form.magnitude(event.rs2());
    long q = d == 0 ? (negative ? 1 : -1) : Long.divideUnsigned(n, d);
    long r = d == 0 ? n : Long.remainderUnsigned(n, d);
    out.set(gadget.byZero(), d == 0);
    out.set(gadget.quotient(), q);
    out.set(gadget.remainder(), r);
    out.set(gadget.chosen(), form.remainder ? r : q);
    Gadgets.fill(gadget.product(), q, d, out);
    Gadgets.fill(gadget.smaller(), r, d, out);
    long carry = 0;
    for (int i = 0; i < gadget.carries().size(); i++) {
      carry = (Gadgets.byteProducts(q, d, i) + Gadgets.limb(r, i) + carry) >>> 16;
      out.set(gadget.carries().get(i), carry);
    }
    boolean turns = !form.remainder && form.isNegative(event.rs2());
    negation(gadget.sign(), form, negative != turns, out);
    out.set(gadget.result(), event.rdAfter());
    out.set(gadget.negative(), form.word && event.rdAfter() < 0);
  }

  private static void absolute(Absolute gadget, Form form, long x, RowWriter out) {
    out.set(gadget.top(), Gadgets.limb(x, form.word ? 1 : 3));
    out.set(gadget.magnitude(), form.magnitude(x));
    negation(gadget.negation(), form, form.isNegative(x), out);
  }

  private static void negation(Negation gadget, Form form, boolean applies, RowWriter out) {
    out.set(form.word ? gadget.of32() : gadget.of64(), applies);
  }
}
