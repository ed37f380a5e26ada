package org.zarf.prover;

/**
 * The fixed columns of a table.
 *
 * @param slot the table's place in the circuit
 * @param logHeight the logarithm of its height
 * @param columns one array for each column, Montgomery form
 */
public record FixedColumns(int slot, int logHeight, int[][] columns) {}
