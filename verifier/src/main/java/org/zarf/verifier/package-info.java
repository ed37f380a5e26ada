/** Receipts of program runs. */
@NullMarked
package org.zarf.verifier;

import org.jspecify.annotations.NullMarked;
