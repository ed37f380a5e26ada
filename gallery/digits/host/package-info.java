/**
 * Digits recognised by a private network in private images. The guest is digits.c; here are its
 * host, the same network computed on the JVM, and what goes into the guest and comes out of it.
 */
@NullMarked
package org.zarf.gallery.digits;

import org.jspecify.annotations.NullMarked;
