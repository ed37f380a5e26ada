package org.zarf.riscv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.zarf.machine.isa.AddressSpace;

/**
 * The guest's memory: pages of 64 KiB that exist from the first write on. Loads and stores may be
 * misaligned, and trap outside of the address space and in the guard page.
 *
 * <p>Pages are arrays of words, and the methods that access them are small: compiled code consists
 * of them for the most part. Whatever is rare is left to {@link #load} and {@link #store}.
 */
final class Memory {
  private static final int LOG_PAGE = 16;
  private static final int PAGE = 1 << LOG_PAGE;
  private static final int PAGES = (int) (AddressSpace.END >>> LOG_PAGE);
  private static final int PAGE_WORDS = PAGE / AddressSpace.WORD_BYTES;

  /** The bits that the address of an aligned access inside of memory has not set, by its width. */
  private static final long ODD_1 = -AddressSpace.END;

  private static final long ODD_2 = ODD_1 | 1;
  private static final long ODD_4 = ODD_1 | 3;
  private static final long ODD_8 = ODD_1 | 7;

  private final long[] @Nullable [] pages = new long[PAGES][];

  /** The pages that hold nothing but accessible addresses: all but the one of the guard page. */
  private final long[] @Nullable [] open = new long[PAGES][];

  private long misalignedAccesses;
  private long pageCount;
  private long maxBytes = Long.MAX_VALUE;

  /** The memory at the start of a run. */
  static Memory of(GuestProgram program, byte[] input) {
    Memory memory = new Memory();
    MemoryImage image = program.image();
    for (int i = 0; i < image.count(); i++) {
      memory.store8((long) image.word(i) * AddressSpace.WORD_BYTES, image.value(i));
    }
    memory.store8(AddressSpace.INPUT_START, input.length);
    ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    long address = AddressSpace.INPUT_BYTES_START;
    while (bytes.remaining() >= 8) {
      int count = Math.min(PAGE_WORDS - place(address), bytes.remaining() / 8);
      bytes.asLongBuffer().get(memory.pageForWriting(address), place(address), count);
      bytes.position(bytes.position() + 8 * count);
      address += 8L * count;
    }
    while (bytes.hasRemaining()) {
      memory.store1(address++, bytes.get());
    }
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
    long[] page = pages[index >>> (LOG_PAGE - 3)];
    return page == null ? 0 : page[index & (PAGE_WORDS - 1)];
  }

  byte load1(long address) {
    if ((address & ODD_1) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        return (byte) (page[place(address)] >>> (address << 3));
      }
    }
    return (byte) load(address, 1);
  }

  short load2(long address) {
    if ((address & ODD_2) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        return (short) (page[place(address)] >>> (address << 3));
      }
    }
    return (short) load(address, 2);
  }

  int load4(long address) {
    if ((address & ODD_4) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        return (int) (page[place(address)] >>> (address << 3));
      }
    }
    return (int) load(address, 4);
  }

  long load8(long address) {
    if ((address & ODD_8) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        return page[place(address)];
      }
    }
    return load(address, 8);
  }

  void store1(long address, long value) {
    if ((address & ODD_1) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        put(page, address, value, 0xff);
        return;
      }
    }
    store(address, value, 1);
  }

  void store2(long address, long value) {
    if ((address & ODD_2) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        put(page, address, value, 0xffff);
        return;
      }
    }
    store(address, value, 2);
  }

  void store4(long address, long value) {
    if ((address & ODD_4) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        put(page, address, value, 0xffff_ffffL);
        return;
      }
    }
    store(address, value, 4);
  }

  void store8(long address, long value) {
    if ((address & ODD_8) == 0) {
      long[] page = open[(int) (address >>> LOG_PAGE)];
      if (page != null) {
        page[place(address)] = value;
        return;
      }
    }
    store(address, value, 8);
  }

  /** Replaces the bits of a mask in the bytes of a word from an address on. */
  private static void put(long[] page, long address, long value, long mask) {
    long old = page[place(address)];
    // The shift counts modulo 64: the byte of the word.
    page[place(address)] = old ^ (((old >>> (address << 3)) ^ value) & mask) << (address << 3);
  }

  private static int place(long address) {
    return (int) address >>> 3 & (PAGE_WORDS - 1);
  }

  /** Loads from anywhere; the bytes above those that were asked for are zero. */
  private long load(long address, int bytes) {
    requireInside(address, bytes);
    count(address, bytes);
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      int word = (int) ((address + i) >>> 3);
      value = value << 8 | (word(word) >>> ((address + i) << 3) & 0xff);
    }
    return value;
  }

  /** Stores anywhere. */
  private void store(long address, long value, int bytes) {
    requireInside(address, bytes);
    count(address, bytes);
    // The second page first: if it can't be had, nothing is written.
    pageForWriting(address + bytes - 1);
    pageForWriting(address);
    for (int i = 0; i < bytes; i++) {
      put(pageForWriting(address + i), address + i, value >>> (8 * i), 0xff);
    }
  }

  private void count(long address, int bytes) {
    if ((address & (bytes - 1)) != 0) {
      misalignedAccesses++;
    }
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

  private long[] pageForWriting(long address) {
    long[] page = pages[(int) (address >>> LOG_PAGE)];
    return page == null ? newPage((int) (address >>> LOG_PAGE)) : page;
  }

  private long[] newPage(int index) {
    if (bytes() + PAGE > maxBytes) {
      throw StopSignal.outOfMemory(maxBytes);
    }
    long[] page = new long[PAGE_WORDS];
    pages[index] = page;
    if (index != 0) {
      open[index] = page;
    }
    pageCount++;
    return page;
  }
}
