/**
 * The library for applications that prove programs: load one, prove a run of it on private input,
 * hand out the receipt.
 *
 * {@snippet :
 * Program program = Program.load(Path.of("matching.elf"));
 * Receipt receipt = Prover.create().prove(program, Input.of(bytes));
 * Journal journal = receipt.verify(program.id());
 * }
 */
@NullMarked
package org.zarf.sdk;

import org.jspecify.annotations.NullMarked;
