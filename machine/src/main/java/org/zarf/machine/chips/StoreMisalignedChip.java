package org.zarf.machine.chips;

import static org.zarf.machine.isa.Opcode.SD;
import static org.zarf.machine.isa.Opcode.SH;
import static org.zarf.machine.isa.Opcode.SW;

import java.util.List;
import org.zarf.air.Cell;
import org.zarf.air.Chip;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Word;

/**
 * Proves stores of 2, 4 and 8 bytes at any address, inside one word or across two. It costs more
 * than the chips of aligned stores do, so it is meant for the others.
 *
 * <p>Five limbs from where the access starts hold all its bytes. At an odd address the first of
 * them keeps its low byte, the last one with a byte of the access keeps its high byte, and between
 * them each limb is the high byte of one limb of the value and the low byte of the next.
 */
public final class StoreMisalignedChip implements Chip<StoreMisalignedChip.Row> {

  private static final int WINDOW = 5;

  /**
   * One store.
   *
   * @param low the low bytes of the value's limbs
   * @param first the limb where the access starts, before it
   * @param firstLow the low byte of {@code first}
   * @param end the limb that lies 1, 2 or 4 limbs after {@code first}, as many as the value has,
   *     before the access
   * @param endLow the low byte of {@code end}
   * @param window the five limbs from {@code first} on, after the access
   * @param after what the first word holds afterwards
   * @param secondAfter what the second word holds afterwards, where there is one
   */
  public record Row(
      StoreForm store,
      OpcodeChoice opcode,
      ByteOffset offset,
      Straddle straddle,
      List<Cell.Trusted> low,
      Cell.Trusted first,
      Cell.Trusted firstLow,
      Cell.Trusted end,
      Cell.Trusted endLow,
      List<Cell.Trusted> window,
      Word after,
      Word secondAfter) {

    Expr half() {
      return opcode.is(SH);
    }

    Expr word() {
      return opcode.is(SW);
    }

    Expr doubleword() {
      return opcode.is(SD);
    }

    /** A limb of the window before the access. */
    Expr before(int i) {
      return offset.select(straddle.limbs(store.memory()), i);
    }
  }

  /** The chip. */
  public StoreMisalignedChip() {}

  @Override
  public String name() {
    return "store-misaligned";
  }

  @Override
  public Row row(Columns c) {
    StoreForm store = StoreForm.of(c);
    return new Row(
        store,
        OpcodeChoice.of(c, store.active(), SH, SW, SD),
        ByteOffset.of(c),
        Straddle.of(c),
        c.list("low", Word.LIMBS, name -> c.trusted(name, 8)),
        c.trusted("first", 16),
        c.trusted("firstLow", 8),
        c.trusted("end", 16),
        c.trusted("endLow", 8),
        c.list("window", WINDOW, name -> c.trusted(name, 16)),
        c.trustedWord("after"),
        c.trustedWord("secondAfter"));
  }

  @Override
  public void constrain(Row row, Constraints must) {
    row.opcode().check(must);
    row.offset().check(must);
    row.straddle().check(must, row.offset(), row.half(), row.word(), row.doubleword());
    split(row, must);
    window(row, must);
    place(row, must);
    StoreForm store = row.store();
    Expr word = store.execute(must, row.opcode().code(), row.offset().bytes(), row.after());
    row.straddle().access(must, word, row.secondAfter(), store.cycle());
  }

  private static void split(Row row, Constraints must) {
    must.zero("the first limb", row.first().minus(row.before(0)));
    Expr end =
        row.half()
            .times(row.before(1))
            .plus(row.word().times(row.before(2)))
            .plus(row.doubleword().times(row.before(4)));
    must.zero("the limb after the value", row.end().minus(end));
    Expr active = row.opcode().active();
    must.send(Buses.BYTES, active, row.firstLow(), row.first().minus(row.firstLow()).over(256));
    must.send(Buses.BYTES, active, row.endLow(), endHigh(row));
    for (int i = 0; i < Word.LIMBS; i++) {
      must.send(Buses.BYTES, active, row.low().get(i), high(row, i));
    }
  }

  private static Expr high(Row row, int i) {
    return value(row, i).minus(row.low().get(i)).over(256);
  }

  private static Expr endHigh(Row row) {
    return row.end().minus(row.endLow()).over(256);
  }

  private static Cell value(Row row, int i) {
    return row.store().value().value().at(i);
  }

  /** What limb i of the window becomes where it lies inside the value. */
  private static Expr inside(Row row, int i) {
    Expr below = i == 0 ? row.firstLow() : high(row, i - 1);
    return ifOdd(row, below.plus(row.low().get(i).times(256)), value(row, i));
  }

  /** What limb i of the window becomes where the value ends with limb i - 1. */
  private static Expr atEnd(Row row, int i) {
    return ifOdd(row, high(row, i - 1).plus(endHigh(row).times(256)), row.end());
  }

  private static Expr ifOdd(Row row, Expr yes, Expr no) {
    return no.plus(row.offset().odd().times(yes.minus(no)));
  }

  private static void window(Row row, Constraints must) {
    Expr half = row.half();
    Expr word = row.word();
    Expr doubleword = row.doubleword();
    set(row, must, half, List.of(inside(row, 0), atEnd(row, 1)));
    set(row, must, word, List.of(inside(row, 0), inside(row, 1), atEnd(row, 2)));
    set(
        row,
        must,
        doubleword,
        List.of(inside(row, 0), inside(row, 1), inside(row, 2), inside(row, 3), atEnd(row, 4)));
  }

  /** Sets the window where {@code width}; what lies after the given limbs stays. */
  private static void set(Row row, Constraints must, Expr width, List<Expr> limbs) {
    for (int i = 0; i < WINDOW; i++) {
      Expr limb = i < limbs.size() ? limbs.get(i) : row.before(i);
      must.when(width).zero("limb " + i + " of the window", row.window().get(i).minus(limb));
    }
  }

  /** Puts the window into the two words; their other limbs stay. */
  private static void place(Row row, Constraints must) {
    List<Expr> before = row.straddle().limbs(row.store().memory());
    for (int i = 0; i < 2 * Word.LIMBS; i++) {
      Expr limb = before.get(i);
      for (int start = 0; start < Word.LIMBS; start++) {
        int inWindow = i - start;
        if (inWindow >= 0 && inWindow < WINDOW) {
          Expr change = row.window().get(inWindow).minus(before.get(i));
          limb = limb.plus(row.offset().at(start).times(change));
        }
      }
      Cell after = i < Word.LIMBS ? row.after().at(i) : row.secondAfter().at(i - Word.LIMBS);
      must.zero("limb " + i + " of the words", after.minus(limb));
    }
  }
}
