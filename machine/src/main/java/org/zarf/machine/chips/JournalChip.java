package org.zarf.machine.chips;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.air.Word;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Registers;

/**
 * Proves the call {@code JOURNAL}: publishes the word a0, of which a1 bytes count, as the next word
 * of the journal. Its index is an eighth of the journal register, a multiple of 8, which grows by
 * a1: a free index would permit another order.
 */
public final class JournalChip implements Chip<JournalChip.Row> {

  private static final int WORD_BYTES = 8;

  /**
   * One word.
   *
   * @param word a0
   * @param count one for each number of bytes, from 1 on; the one that a1 holds is set
   * @param countTime when a1 was last accessed
   * @param bytes the journal register before
   * @param carry whether the low limb of the journal register overflows
   */
  public record Row(
      CallForm form,
      RegisterRead word,
      List<Cell.Bit> count,
      Cell.Trusted countTime,
      HalfRegister bytes,
      Cell.Bit carry) {}

  /** The chip. */
  public JournalChip() {}

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public Row row(Columns c) {
    return new Row(
        CallForm.of(c),
        RegisterRead.of(c, "word"),
        c.list("count", WORD_BYTES, c::bit),
        c.trusted("count.time", 28),
        HalfRegister.of(c, "bytes"),
        c.bit("carry"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    CallForm form = row.form();
    Expr active = form.active();
    Cycle cycle = form.cycle();
    form.fetch(must, Call.JOURNAL);
    cycle.advance(must, active, cycle.next());
    row.word().access(must, active, Expr.of(Registers.A0), cycle.at(Clock.RS2));
    Expr zero = Expr.Constant.ZERO;
    Expr count = count(row, must);
    form.read(
        must, Registers.A1, Limbs.of(count, zero, zero, zero), row.countTime(), Clock.FIRST_WORD);
    advance(row, count, must);
    // The low limb has 16 bits, so the lookup proves it to be a multiple of 8.
    Expr low = row.bytes().x0().over(WORD_BYTES);
    must.range(active, 13, low);
    Expr index = low.plus(row.bytes().x1().times(1 << 13));
    must.send(Buses.JOURNAL, active, index, row.word().value());
  }

  /** How many bytes count; those of the word that don't are zero. */
  private static Expr count(Row row, Constraints must) {
    Expr active = row.form().active();
    Expr some = Expr.Constant.ZERO;
    Expr sum = Expr.Constant.ZERO;
    for (int i = 0; i < WORD_BYTES; i++) {
      some = some.plus(row.count().get(i));
      sum = sum.plus(row.count().get(i).times(i + 1));
    }
    must.zero("the word has 1 to 8 bytes", some.minus(active));
    for (int limb = 0; limb < Word.LIMBS; limb++) {
      Expr bits = Expr.Constant.ZERO;
      for (int i = 2 * limb; i < WORD_BYTES; i++) {
        bits = bits.plus(row.count().get(i).times(i == 2 * limb ? 8 : 16));
      }
      must.range(active, bits, row.word().value().at(limb));
    }
    return sum;
  }

  /** The journal register grows by the bytes that count. */
  private static void advance(Row row, Expr count, Constraints must) {
    Expr active = row.form().active();
    HalfRegister bytes = row.bytes();
    // The carry is right because both limbs are looked up: at most one choice fits 16 bits.
    Expr x0 = bytes.x0().plus(count).minus(row.carry().times(1 << 16));
    Expr x1 = bytes.x1().plus(row.carry());
    must.range(active, 16, x0);
    must.range(active, 16, x1);
    RegisterWrite.exchange(
        must,
        active,
        Expr.of(Registers.JOURNAL),
        new RegisterWrite.Held(bytes, bytes.time()),
        new RegisterWrite.Held(
            Limbs.of(x0, x1, Expr.Constant.ZERO, Expr.Constant.ZERO),
            row.form().cycle().at(Clock.RD)));
  }
}
