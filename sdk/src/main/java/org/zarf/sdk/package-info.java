/** The library for applications that prove programs. */
@NullMarked
package org.zarf.sdk;

import org.jspecify.annotations.NullMarked;
