package org.zarf.stark;

import java.util.List;
import java.util.Objects;
import org.zarf.algebra.Ext;

/**
 * The values of an instance's columns outside the domain.
 *
 * @param fixed each fixed column at zeta
 * @param main each main column at zeta
 * @param bus each of the five base columns of each bus column at zeta
 * @param quotient each of the five base columns of each quotient chunk at zeta
 * @param mainNext the main columns whose next row a constraint reads, at zeta g
 * @param busNext the five base columns of the running sum at zeta g, if there is one
 */
public record InstanceOpenings(
    List<Ext> fixed,
    List<Ext> main,
    List<Ext> bus,
    List<Ext> quotient,
    List<Ext> mainNext,
    List<Ext> busNext) {

  /** Takes the lists as they are now; no part may be null. */
  public InstanceOpenings {
    fixed = List.copyOf(Objects.requireNonNull(fixed, "fixed"));
    main = List.copyOf(Objects.requireNonNull(main, "main"));
    bus = List.copyOf(Objects.requireNonNull(bus, "bus"));
    quotient = List.copyOf(Objects.requireNonNull(quotient, "quotient"));
    mainNext = List.copyOf(Objects.requireNonNull(mainNext, "mainNext"));
    busNext = List.copyOf(Objects.requireNonNull(busNext, "busNext"));
  }
}
