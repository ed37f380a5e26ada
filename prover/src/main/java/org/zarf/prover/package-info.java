/**
 * The STARK prover: from the filled columns of a circuit's tables to a proof. {@link
 * org.zarf.prover.StarkProver#prove} has the headings of the verifier, in the same order.
 *
 * <p>The prover does not check the traces that it is given: a proof of traces that do not satisfy
 * the circuit is rejected by the verifier, and that is what tests of attacks rely on.
 */
@NullMarked
package org.zarf.prover;

import org.jspecify.annotations.NullMarked;
