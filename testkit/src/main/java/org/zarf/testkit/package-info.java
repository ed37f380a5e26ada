/** Repeated random tests with seeds that can be replayed. */
@NullMarked
package org.zarf.testkit;

import org.jspecify.annotations.NullMarked;
