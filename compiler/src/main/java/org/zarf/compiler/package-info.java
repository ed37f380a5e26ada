/**
 * Compiles Java and Kotlin classes to guests.
 *
 * {@snippet :
 * Program program = Guest.of(Sum.class).program();
 * }
 *
 * <p>Class files are repaired where TeaVM's semantics differ from the JVM's, translated to C by
 * TeaVM, and compiled by the cross-compiler. TeaVM's jars are no modules and share packages, so
 * this one is no module either: it belongs on the class path.
 */
@NullMarked
package org.zarf.compiler;

import org.jspecify.annotations.NullMarked;
