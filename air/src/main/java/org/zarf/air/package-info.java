/** The constraint language in which tables are defined. */
@NullMarked
package org.zarf.air;

import org.jspecify.annotations.NullMarked;
