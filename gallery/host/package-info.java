/** Runs the hosts of the gallery's entries. */
@NullMarked
package org.zarf.gallery;

import org.jspecify.annotations.NullMarked;
