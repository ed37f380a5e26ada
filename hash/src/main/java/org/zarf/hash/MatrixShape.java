package org.zarf.hash;

/**
 * The shape of a committed matrix.
 *
 * @param logHeight the logarithm of the number of rows
 * @param width the number of columns
 */
public record MatrixShape(int logHeight, int width) {}
