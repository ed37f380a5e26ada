/** Runs TeaVM. The classes of this package are loaded by the loader that also loads TeaVM. */
@NullMarked
package org.zarf.compiler.teavm;

import org.jspecify.annotations.NullMarked;
