/**
 * Runs the cross-compilers that build guests: sources in, an ELF file out, equal bytes from any
 * directory.
 *
 * {@snippet :
 * byte[] elf = CCompiler.compile(CSources.of(List.of(Path.of("guest.c")))).elf();
 * }
 */
@NullMarked
package org.zarf.toolchain;

import org.jspecify.annotations.NullMarked;
