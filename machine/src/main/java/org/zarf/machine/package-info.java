/** The RISC-V machine as tables of constraints. */
@NullMarked
package org.zarf.machine;

import org.jspecify.annotations.NullMarked;
