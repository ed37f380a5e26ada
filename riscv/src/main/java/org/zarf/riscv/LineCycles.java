package org.zarf.riscv;

/**
 * How long a line of the source ran, without the functions that it called.
 *
 * @param line the place
 * @param cycles the executed instructions that the compiler made of it
 */
public record LineCycles(SourceLine line, long cycles) {}
