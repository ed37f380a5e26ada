/**
 * Compiles guests in Maven builds. A jar for the class path, as the compiler is, and as Maven loads
 * its plugins.
 */
@NullMarked
package org.zarf.maven;

import org.jspecify.annotations.NullMarked;
