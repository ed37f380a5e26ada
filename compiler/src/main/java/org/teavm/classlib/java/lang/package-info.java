/** What works on the insides of TeaVM's strings and boxes. */
@NullMarked
package org.teavm.classlib.java.lang;

import org.jspecify.annotations.NullMarked;
