/**
 * The STARK proof system as its verifier sees it: parameters, proofs, transcript, the level of
 * security, and the verifier.
 *
 * <p>A proof is about tables ({@link org.zarf.air.Circuit}) whose rows satisfy constraints and
 * whose messages cancel. Its columns are polynomials over KoalaBear, committed to by Merkle trees
 * of their values on a coset; the constraints are checked at one point outside the domain
 * (DEEP-ALI, eprint 2022/1216), and FRI shows that the openings there belong to polynomials of low
 * degree.
 */
@NullMarked
package org.zarf.stark;

import org.jspecify.annotations.NullMarked;
