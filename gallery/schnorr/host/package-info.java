/**
 * A signature shown to be known, without it or its key. The guest is schnorr.c; here are its host,
 * the same signatures computed on the JVM, and what goes into the guest and comes out of it.
 */
@NullMarked
package org.zarf.gallery.schnorr;

import org.jspecify.annotations.NullMarked;
