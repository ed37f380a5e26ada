/** What the tests of all modules share. */
@NullMarked
package org.zarf.testkit;

import org.jspecify.annotations.NullMarked;
