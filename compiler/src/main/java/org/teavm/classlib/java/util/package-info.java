/** What works on the insides of TeaVM's collections. */
@NullMarked
package org.teavm.classlib.java.util;

import org.jspecify.annotations.NullMarked;
