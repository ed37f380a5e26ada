/** What runs inside a guest between TeaVM's class library and the machine. */
@NullMarked
package org.zarf.compiler.runtime;

import org.jspecify.annotations.NullMarked;
