package org.zarf.prover.constraint;

/**
 * The columns of an instance, as whole arrays: on the rows of its trace, or on its evaluation
 * domain.
 *
 * @param fixed the fixed columns
 * @param main the main columns
 * @param bus five base columns for each bus column
 */
public record InstanceColumns(int[][] fixed, int[][] main, int[][] bus) {}
