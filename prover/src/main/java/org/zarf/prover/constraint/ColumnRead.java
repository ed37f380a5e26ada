package org.zarf.prover.constraint;

/**
 * A base column that a schedule reads.
 *
 * @param isFixed whether it is a fixed column, or else a main one
 * @param column its place among those
 * @param isNext whether it is read on the next row
 */
record ColumnRead(boolean isFixed, int column, boolean isNext) {}
