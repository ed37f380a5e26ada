package org.zarf.machine.chips;

import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.air.Limbs;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Registers;

/**
 * The access to the pseudo-register of the reservation. No other chips write it than those of
 * {@code LR} and {@code SC}, so its limbs 2 and 3 are always zero.
 *
 * @param before what it held
 */
public record Reservation(HalfRegister before) {

  /** Lays out the columns. */
  public static Reservation of(Columns c) {
    return new Reservation(HalfRegister.of(c, "reservation"));
  }

  /**
   * What {@code LR} leaves for this address and width: the low limb has no carry, because it is a
   * multiple of 4.
   */
  static Limbs of(AtomicForm form) {
    Expr zero = Expr.Constant.ZERO;
    Expr low = form.address().x0().plus(form.active()).plus(form.isDouble());
    return Limbs.of(low, form.address().x1(), zero, zero);
  }

  /** Leaves another reservation, or zeros for none. */
  void replace(Constraints must, AtomicForm form, Limbs after) {
    RegisterWrite.exchange(
        must,
        form.active(),
        Expr.of(Registers.RESERVATION),
        new RegisterWrite.Held(before, before.time()),
        new RegisterWrite.Held(after, form.cycle().at(Clock.RESERVATION)));
  }
}
