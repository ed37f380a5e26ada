package org.zarf.stark;

import java.util.List;
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
    List<Ext> busNext) {}
