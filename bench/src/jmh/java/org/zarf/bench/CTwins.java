package org.zarf.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.zarf.hash.Blake3Suite;
import org.zarf.hash.HashSuite;

/**
 * The kernels in C, called on the same arrays on the Java heap, from the library that {@link
 * #LIBRARY} names.
 */
final class CTwins implements Twins {

  /** The system property with the path of the compiled library. */
  static final String LIBRARY = "zarf.bench.library";

  private static final SymbolLookup SYMBOLS =
      SymbolLookup.libraryLookup(Path.of(System.getProperty(LIBRARY)), Arena.global());

  private static final MethodHandle EXTEND =
      function("zarf_extend", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);

  private static final MethodHandle MULTIPLY =
      function("zarf_multiply", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);

  private static final MethodHandle HASH_LEAVES =
      function("zarf_hash_leaves", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);

  private final int[] leafKey = ((Blake3Suite) HashSuite.BLAKE3).leafHash().key();

  private static MethodHandle function(String name, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(
            SYMBOLS.findOrThrow(name),
            FunctionDescriptor.ofVoid(parameters),
            Linker.Option.critical(true));
  }

  @Override
  public void extend(int[] values, int logHeight, int logBlowup, int shift, int[] out) {
    try {
      EXTEND.invokeExact(segment(values), logHeight, logBlowup, shift, segment(out));
    } catch (Throwable e) {
      throw new AssertionError("a function in C throws nothing", e);
    }
  }

  @Override
  public void multiply(int[] a, int[] b, int[] out, int times) {
    try {
      MULTIPLY.invokeExact(segment(a), segment(b), segment(out), out.length, times);
    } catch (Throwable e) {
      throw new AssertionError("a function in C throws nothing", e);
    }
  }

  @Override
  public void hashLeaves(int[] matrix, int columns, int[] out) {
    int height = matrix.length / columns;
    try {
      HASH_LEAVES.invokeExact(segment(matrix), columns, height, segment(leafKey), segment(out));
    } catch (Throwable e) {
      throw new AssertionError("a function in C throws nothing", e);
    }
  }

  private static MemorySegment segment(int[] array) {
    return MemorySegment.ofArray(array);
  }
}
