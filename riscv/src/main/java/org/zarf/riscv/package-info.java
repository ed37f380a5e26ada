/**
 * Loading and execution of RISC-V programs, without any proof.
 *
 * <p>A {@link org.zarf.riscv.GuestProgram} is what an ELF file says, decoded once: instructions,
 * the words of memory that are not zero at the start, names and source lines. An {@link
 * org.zarf.riscv.Executor} runs it on a private input and answers how the run ended, what it
 * published and where its cycles went; with a {@link org.zarf.riscv.Recorder} it also reports every
 * step, which is all that a proof needs. What goes wrong in a file is a {@link
 * org.zarf.riscv.BadProgramException}; what goes wrong in a guest is a value, {@link
 * org.zarf.riscv.Exit}.
 */
@NullMarked
package org.zarf.riscv;

import org.jspecify.annotations.NullMarked;
