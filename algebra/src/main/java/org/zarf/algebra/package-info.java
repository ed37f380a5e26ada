/** The KoalaBear field, its degree-5 extension, polynomials over them. */
@NullMarked
package org.zarf.algebra;

import org.jspecify.annotations.NullMarked;
