/** The tests that attack the whole. */
@NullMarked
package org.zarf.conformance;

import org.jspecify.annotations.NullMarked;
