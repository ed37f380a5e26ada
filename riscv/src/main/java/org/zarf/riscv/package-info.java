/** Loading of ELF programs for execution on the machine. */
@NullMarked
package org.zarf.riscv;

import org.jspecify.annotations.NullMarked;
