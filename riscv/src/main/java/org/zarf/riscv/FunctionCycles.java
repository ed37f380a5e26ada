package org.zarf.riscv;

/**
 * How long a function ran, without the functions that it called.
 *
 * @param name the symbol, or {@link Profile#NO_SYMBOL}
 * @param cycles its executed instructions
 */
public record FunctionCycles(String name, long cycles) {}
