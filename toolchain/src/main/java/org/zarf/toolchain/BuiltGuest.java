package org.zarf.toolchain;

/**
 * What a compiler made.
 *
 * @param elf the bytes of the ELF file
 * @param diagnostics what the compiler wrote, warnings for instance; mostly empty
 */
public record BuiltGuest(byte[] elf, String diagnostics) {}
