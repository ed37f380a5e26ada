/** The filling of the machine's tables from a run. */
@NullMarked
package org.zarf.witness;

import org.jspecify.annotations.NullMarked;
