/**
 * The prover's inner loops over arrays of field elements: an interface, the scalar reference, and
 * the way by which faster ones are found. Columns are in natural order; an element of the extension
 * in bulk is five planes. Operations know nothing of tables and transcripts, and use no threads.
 */
@NullMarked
package org.zarf.prover.kernel;

import org.jspecify.annotations.NullMarked;
