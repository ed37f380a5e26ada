/**
 * The tables of the machine: for each class of instructions a chip in whose rows they are proven,
 * and the chips of memory, program and lookups that these exchange messages with.
 *
 * <p>There is no central table of cycles. A row of an instruction receives the state (pc, clock)
 * and sends the next one, looks its decoded instruction up in the program table, reads and writes
 * registers and memory on the memory bus, and constrains the result by a gadget: a function from
 * words to words that knows nothing of buses and registers.
 */
@NullMarked
package org.zarf.machine.chips;

import org.jspecify.annotations.NullMarked;
