/** Hashing of field elements into Merkle trees. */
@NullMarked
package org.zarf.hash;

import org.jspecify.annotations.NullMarked;
