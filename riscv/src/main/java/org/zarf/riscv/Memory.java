package org.zarf.riscv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.AddressSpace;

/**
 * The guest's memory: pages of 64 KiB that exist from the first write on. Loads and stores may be
 * misaligned, and trap outside of the address space and in the guard page.
 */
final class Memory {
  private static final int LOG_PAGE = 16;
  private static final int PAGE = 1 << LOG_PAGE;
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private final byte[] @Nullable [] pages = new byte[(int) (AddressSpace.END >>> LOG_PAGE)][];
  private long misalignedAccesses;
  private long pageCount;
  private long maxBytes = Long.MAX_VALUE;

  private static VarHandle view(Class<?> elements) {
    return MethodHandles.byteArrayViewVarHandle(elements, ByteOrder.LITTLE_ENDIAN);
  }

  /** The memory at the start of a run. */
  static Memory of(GuestProgram program, byte[] input) {
    Memory memory = new Memory();
    MemoryImage image = program.image();
    for (int i = 0; i < image.count(); i++) {
      memory.store8((long) image.word(i) * AddressSpace.WORD_BYTES, image.value(i));
    }
    memory.store8(AddressSpace.INPUT_START, input.length);
    long address = AddressSpace.INPUT_BYTES_START;
    for (int done = 0; done < input.length; ) {
      int place = place(address);
      int size = Math.min(PAGE - place, input.length - done);
      System.arraycopy(input, done, memory.pageForWriting(address), place, size);
      done += size;
      address += size;
    }
    memory.misalignedAccesses = 0;
    return memory;
  }

  /** From now on, a write that needs more than this many bytes of pages stops the run. */
  void limit(long newMaxBytes) {
    maxBytes = newMaxBytes;
  }

  /** The bytes of the pages that exist. */
  long bytes() {
    return pageCount << LOG_PAGE;
  }

  long misalignedAccesses() {
    return misalignedAccesses;
  }

  /** A whole word, by index, without traps. */
  long word(int index) {
    byte[] page = pages[index >>> (LOG_PAGE - 3)];
    return page == null ? 0 : (long) LONG.get(page, (index << 3) & (PAGE - 1));
  }

  long load1(long address) {
    byte[] page = pageForReading(address, 1);
    return page == null ? 0 : page[place(address)];
  }

  long load2(long address) {
    byte[] page = pageForReading(address, 2);
    int place = place(address);
    if ((place & 1) != 0) {
      misalignedAccesses++;
      if (place > PAGE - 2) {
        return (short) across(address, 2);
      }
    }
    return page == null ? 0 : (short) SHORT.get(page, place);
  }

  long load4(long address) {
    byte[] page = pageForReading(address, 4);
    int place = place(address);
    if ((place & 3) != 0) {
      misalignedAccesses++;
      if (place > PAGE - 4) {
        return (int) across(address, 4);
      }
    }
    return page == null ? 0 : (int) INT.get(page, place);
  }

  long load8(long address) {
    byte[] page = pageForReading(address, 8);
    int place = place(address);
    if ((place & 7) != 0) {
      misalignedAccesses++;
      if (place > PAGE - 8) {
        return across(address, 8);
      }
    }
    return page == null ? 0 : (long) LONG.get(page, place);
  }

  void store1(long address, long value) {
    requireInside(address, 1);
    pageForWriting(address)[place(address)] = (byte) value;
  }

  void store2(long address, long value) {
    requireInside(address, 2);
    int place = place(address);
    if ((place & 1) != 0) {
      misalignedAccesses++;
      if (place > PAGE - 2) {
        storeAcross(address, value, 2);
        return;
      }
    }
    SHORT.set(pageForWriting(address), place, (short) value);
  }

  void store4(long address, long value) {
    requireInside(address, 4);
    int place = place(address);
    if ((place & 3) != 0) {
      misalignedAccesses++;
      if (place > PAGE - 4) {
        storeAcross(address, value, 4);
        return;
      }
    }
    INT.set(pageForWriting(address), place, (int) value);
  }

  void store8(long address, long value) {
    requireInside(address, 8);
    int place = place(address);
    if ((place & 7) != 0) {
      misalignedAccesses++;
      if (place > PAGE - 8) {
        storeAcross(address, value, 8);
        return;
      }
    }
    LONG.set(pageForWriting(address), place, value);
  }

  private static int place(long address) {
    return (int) address & (PAGE - 1);
  }

  private byte @Nullable [] pageForReading(long address, int bytes) {
    requireInside(address, bytes);
    return pages[(int) (address >>> LOG_PAGE)];
  }

  /**
   * Nothing, if an atomic operation may access an address.
   *
   * @param bytes 4 or 8
   */
  static void requireAligned(long address, int bytes) {
    requireInside(address, bytes);
    if ((address & (bytes - 1)) != 0) {
      throw StopSignal.trap(new Cause.MisalignedAtomic(address, bytes));
    }
  }

  private static void requireInside(long address, int bytes) {
    // One comparison: below the guard page's end, the difference is huge when seen as unsigned.
    long room = AddressSpace.END - AddressSpace.RAM_START - bytes;
    if (Long.compareUnsigned(address - AddressSpace.RAM_START, room) > 0) {
      throw outside(address, bytes);
    }
  }

  private static StopSignal outside(long address, int bytes) {
    boolean guard = Long.compareUnsigned(address, AddressSpace.RAM_START) < 0;
    return StopSignal.trap(
        guard ? new Cause.GuardPage(address) : new Cause.AccessOutOfRange(address, bytes));
  }

  private byte[] pageForWriting(long address) {
    byte[] page = pages[(int) (address >>> LOG_PAGE)];
    return page == null ? newPage((int) (address >>> LOG_PAGE)) : page;
  }

  private byte[] newPage(int index) {
    if (bytes() + PAGE > maxBytes) {
      throw StopSignal.outOfMemory(maxBytes);
    }
    byte[] page = new byte[PAGE];
    pages[index] = page;
    pageCount++;
    return page;
  }

  private long across(long address, int bytes) {
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << 8 | (load1(address + i) & 0xff);
    }
    return value;
  }

  private void storeAcross(long address, long value, int bytes) {
    // The second page first: if it can't be had, nothing is written.
    pageForWriting(address + bytes - 1);
    pageForWriting(address);
    for (int i = 0; i < bytes; i++) {
      store1(address + i, value >>> (8 * i));
    }
  }
}
