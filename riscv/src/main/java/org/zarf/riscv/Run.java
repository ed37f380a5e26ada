package org.zarf.riscv;

/** What came of a run. */
public final class Run {
  private final Exit exit;
  private final long cycles;
  private final byte[] journal;
  private final Profile profile;
  private final long memoryBytes;
  private final long misalignedAccesses;

  Run(Interpreter end, Exit exit, Profile profile) {
    this.exit = exit;
    this.cycles = end.cycles();
    this.journal = end.journal();
    this.profile = profile;
    this.memoryBytes = end.memory().bytes();
    this.misalignedAccesses = end.memory().misalignedAccesses();
  }

  /** How it ended. */
  public Exit exit() {
    return exit;
  }

  /** How many instructions were executed; the call that halts is one, one that traps is none. */
  public long cycles() {
    return cycles;
  }

  /** A copy of the bytes that the guest published. */
  public byte[] journal() {
    return journal.clone();
  }

  /** Where the cycles went. */
  public Profile profile() {
    return profile;
  }

  /** The memory in use at the end, which is the most: whole pages of 64 KiB, loaded or written. */
  public long memoryBytes() {
    return memoryBytes;
  }

  /** How many loads and stores were not at a multiple of their width. */
  public long misalignedAccesses() {
    return misalignedAccesses;
  }
}
