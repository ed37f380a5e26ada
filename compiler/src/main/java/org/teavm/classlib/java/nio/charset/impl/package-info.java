/** What works on the insides of TeaVM's character sets. */
@NullMarked
package org.teavm.classlib.java.nio.charset.impl;

import org.jspecify.annotations.NullMarked;
