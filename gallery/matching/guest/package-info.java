/**
 * A stable matching of private lists, each committed to by its party: the guest in Java, the host
 * of this guest and of matching.c, and what goes into both and comes out of them.
 */
@NullMarked
package org.zarf.gallery.matching;

import org.jspecify.annotations.NullMarked;
