/** Rewrites class files so that TeaVM's translation behaves as the JVM does. */
@NullMarked
package org.zarf.compiler.repair;

import org.jspecify.annotations.NullMarked;
