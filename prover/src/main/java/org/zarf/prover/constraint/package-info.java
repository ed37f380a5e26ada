/**
 * Constraints compiled to flat schedules. Expressions are a graph; a schedule is the list of its
 * distinct parts in an order in which each needs only earlier ones, with a place in a small scratch
 * memory for each. It runs one operation at a time over blocks of about a thousand rows, so that
 * the time goes into long loops over arrays that stay in the first caches.
 */
@NullMarked
package org.zarf.prover.constraint;

import org.jspecify.annotations.NullMarked;
