/** The STARK prover. */
@NullMarked
package org.zarf.prover;

import org.jspecify.annotations.NullMarked;
