/**
 * The instruction set and the conventions of the machine, shared by the executor, the circuits and
 * the documentation: opcodes, decoded instructions, the address space, registers, the clock and the
 * numbers of the calls.
 *
 * <p>The machine is RV64IM with misaligned loads and stores (Zicclsm); compressed instructions are
 * expanded when decoding. A decoded {@link org.zarf.machine.isa.Instruction} is in a normal form
 * with fewer opcodes than the assembler has: constants that depend on nothing but the place of the
 * instruction are immediates of {@code ADDI}, and writes to {@code x0} go to a sink register, so no
 * later reader needs a special case for either.
 */
@NullMarked
package org.zarf.machine.isa;

import org.jspecify.annotations.NullMarked;
