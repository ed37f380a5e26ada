/** The STARK proof system as its verifier sees it. */
@NullMarked
package org.zarf.stark;

import org.jspecify.annotations.NullMarked;
