/** The command line. */
@NullMarked
package org.zarf.cli;

import org.jspecify.annotations.NullMarked;
