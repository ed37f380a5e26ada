/** A private term of the lambda calculus taken to its normal form: the guest and its host. */
@NullMarked
package org.zarf.gallery.lambda;

import org.jspecify.annotations.NullMarked;
