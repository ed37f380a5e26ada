/**
 * Makes codecs from class files, for the JVM at run time and for compilers of guests.
 *
 * <p>A type is taken apart into {@linkplain org.zarf.guest.codegen.Part parts}, each with a codec.
 * Only codecs of records are generated; the others are fixed classes.
 */
@NullMarked
package org.zarf.guest.codegen;

import org.jspecify.annotations.NullMarked;
