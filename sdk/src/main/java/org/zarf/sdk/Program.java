package org.zarf.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Image;
import org.zarf.machine.Machine;
import org.zarf.prover.FixedGroup;
import org.zarf.prover.kernel.Kernels;
import org.zarf.riscv.BadProgramException;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.MemoryImage;
import org.zarf.stark.Parameters;
import org.zarf.verifier.ProgramCommitment;
import org.zarf.verifier.ProgramId;

/** A guest program, ready to be run, proved and named. */
public final class Program {

  private static final long MAX_ELF_BYTES = 1L << 30;

  private final GuestProgram guest;
  private final Image image;
  private final Map<String, FixedGroup> groups = new ConcurrentHashMap<>();

  private Program(GuestProgram guest) {
    this.guest = guest;
    this.image = image(guest.image());
  }

  /**
   * Reads an ELF file.
   *
   * @throws IOException if the file cannot be read
   * @throws BadProgramException if it is no program for the machine
   */
  public static Program load(Path elf) throws IOException, BadProgramException {
    long size = Files.size(elf);
    if (size > MAX_ELF_BYTES) {
      throw new IOException(elf + " has " + size + " bytes, more than any program");
    }
    return of(Files.readAllBytes(elf));
  }

  /**
   * Reads the bytes of an ELF file.
   *
   * @throws BadProgramException if they are no program for the machine
   */
  public static Program of(byte[] elf) throws BadProgramException {
    return of(GuestProgram.load(elf));
  }

  /** A program that is loaded already. */
  public static Program of(GuestProgram guest) {
    return new Program(guest);
  }

  /** The instructions, the image, and what the ELF file says about them. */
  public GuestProgram guest() {
    return guest;
  }

  /** The name under which zero-knowledge receipts prove this program. */
  public ProgramId id() {
    return id(Parameters.zeroKnowledge());
  }

  /** The name under which receipts with a parameter set prove this program. */
  public ProgramId id(Parameters parameters) {
    var machine = MachineGroup.of(parameters, Kernels.best()).commitment();
    return commitment(parameters).id(parameters, machine);
  }

  /** What the id is computed from. */
  public ProgramCommitment commitment(Parameters parameters) {
    var commitment = group(parameters, Kernels.best()).commitment();
    return new ProgramCommitment(
        guest.entry(),
        commitment.root(),
        commitment.logHeights().get(0),
        commitment.logHeights().get(1));
  }

  Image image() {
    return image;
  }

  /** The fixed tables of the program. */
  FixedGroup group(Parameters parameters, Kernels kernels) {
    return groups.computeIfAbsent(
        parameters.toString(),
        name ->
            MachineGroup.group(
                Machine.PROGRAM_GROUP,
                FixedTable.ofProgram(guest.instructions(), image, MachineGroup.heights(parameters)),
                parameters,
                kernels));
  }

  private static Image image(MemoryImage memory) {
    int[] words = new int[memory.count()];
    long[] values = new long[memory.count()];
    for (int i = 0; i < words.length; i++) {
      words[i] = memory.word(i);
      values[i] = memory.value(i);
    }
    return new Image(words, values);
  }
}
