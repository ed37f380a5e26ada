package org.zarf.air;

/**
 * The columns of one instance of a table, filled for one run.
 *
 * @param slot the table's place in the circuit
 * @param logHeight the logarithm of the height, which is the length of every column
 * @param main one array for each main column, Montgomery form; the rows after the regular ones are
 *     the prover's to fill
 * @param fixed one array for each fixed column
 */
public record TableTrace(int slot, int logHeight, int[][] main, int[][] fixed) {

  /** How many rows there are. */
  public int height() {
    return 1 << logHeight;
  }
}
