/** Benchmarks of the kernels, one by one. */
@NullMarked
package org.zarf.bench;

import org.jspecify.annotations.NullMarked;
