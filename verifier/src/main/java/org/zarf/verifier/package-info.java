/**
 * Receipts: what someone who ran a program hands to someone who wants to be sure of the outcome.
 *
 * <p>A {@link org.zarf.verifier.Receipt} says that a program, named by its {@link
 * org.zarf.verifier.ProgramId}, was run from its entry to its end on some private input, and that
 * it published this journal and ended with this exit code. {@link org.zarf.verifier.Receipt#verify}
 * returns normally only if that is proven.
 */
@NullMarked
package org.zarf.verifier;

import org.jspecify.annotations.NullMarked;
