/** The prover's inner loops on the Vector API. */
@NullMarked
package org.zarf.kernels;

import org.jspecify.annotations.NullMarked;
