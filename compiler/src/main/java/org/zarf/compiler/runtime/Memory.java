package org.zarf.compiler.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** What TeaVM's allocator calls here in place of what it came with. */
@Include(value = "zarf_java.h", isSystem = false)
public final class Memory {

  private Memory() {}

  /** Clears memory, unless it is still as the loader left it: zero. */
  @Import(name = "zarf_java_clear")
  @Unmanaged
  public static native void clear(Address address, int bytes);

  /** The bytes of an array's elements; ends the guest if they are more than there is memory. */
  @Import(name = "zarf_java_array_bytes")
  @Unmanaged
  public static native int arrayBytes(int elementBytes, int length);
}
