package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zarf.riscv.ElfWriter.CODE;
import static org.zarf.riscv.ElfWriter.HALT;
import static org.zarf.riscv.ElfWriter.longs;
import static org.zarf.riscv.ElfWriter.words;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.machine.isa.Instruction;
import org.zarf.testkit.Trials;

/** Good files load as they say, and bad ones are refused in one line that says why. */
class ElfTest {
  private static final byte[] CODE_BYTES = words(HALT);

  private static Run run(ElfWriter elf) throws BadProgramException {
    return Executor.run(GuestProgram.load(elf.bytes()), RunOptions.defaults());
  }

  private static void refuse(byte[] elf, String why) {
    assertThatThrownBy(() -> GuestProgram.load(elf))
        .isInstanceOf(BadProgramException.class)
        .hasMessageContaining(why)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static void refuse(ElfWriter elf, String why) {
    refuse(elf.bytes(), why);
  }

  /** A halting program with some bytes of the file replaced. */
  private static byte[] patched(int offset, int size, long value) {
    byte[] elf = ElfWriter.halting().bytes();
    for (int i = 0; i < size; i++) {
      elf[offset + i] = (byte) (value >>> (8 * i));
    }
    return elf;
  }

  @Test
  void aSmallProgramHalts() throws BadProgramException {
    assertThat(run(ElfWriter.halting()).exit()).isEqualTo(new Exit.Halted(0));
  }

  @Test
  void filesOfOtherKindsAreNamed() {
    refuse(new byte[0], "not an ELF file");
    refuse("#!/bin/sh\n".getBytes(), "not an ELF file");
    refuse(patched(4, 1, 1), "not a 64-bit");
    refuse(patched(5, 1, 2), "not a little-endian");
    refuse(patched(18, 2, 62), "made for machine 62");
    refuse(patched(16, 2, 1), "object file");
    refuse(patched(16, 2, 4), "ELF type 4");
    refuse(patched(54, 2, 32), "program headers of 32 bytes");
    refuse(patched(56, 2, 0), "no program headers");
    refuse(patched(56, 2, 0xffff), "65535 program headers");
  }

  @Test
  void truncatedFilesAreRefusedAtEveryLength() {
    byte[] elf = ElfWriter.halting().bytes();
    for (int length = 0; length < elf.length; length++) {
      refuse(Arrays.copyOf(elf, length), length < 4 ? "not an ELF file" : "truncated");
    }
  }

  @Test
  void claimedSizesAreOnlyClaims() {
    int header = ElfWriter.HEADER;
    for (long huge : new long[] {1L << 20, 1L << 40, Long.MAX_VALUE, -1, -8, Long.MIN_VALUE}) {
      refuse(patched(32, 8, huge), "truncated");
      refuse(patched(header + 8, 8, huge), "truncated");
      refuse(patched(header + 32, 8, huge), "more bytes in the file than in memory");
      refuse(patched(header + 16, 8, huge << 12), "not inside the memory");
    }
    refuse(patched(header + 40, 8, 1L << 40), "not inside the memory");
    refuse(patched(header + 40, 8, -1), "not inside the memory");
  }

  @Test
  void segmentsLieInMemoryAndApart() {
    refuse(ElfWriter.halting().load(6, 0, longs(1)), "segment at 0x0 ");
    refuse(ElfWriter.halting().load(6, 4088, longs(1)), "segment at 0xff8 ");
    refuse(ElfWriter.halting().load(6, (1L << 30) - 4, longs(1)), "not inside the memory");
    refuse(ElfWriter.halting().load(5, (1L << 30) - 8, longs(1)), "not inside the memory");
    refuse(ElfWriter.halting().load(6, CODE + 4, longs(1)), "overlap");
    refuse(ElfWriter.halting().segment(1, 6, CODE - 8, longs(1), 9), "overlap");
  }

  @Test
  void theEntryIsCode() {
    refuse(ElfWriter.halting().entry(0), "the entry 0x0 ");
    refuse(ElfWriter.halting().entry(CODE + 1), "the entry 0x10001 ");
    refuse(ElfWriter.halting().entry(CODE + 8), "the entry 0x10008 ");
    refuse(ElfWriter.halting().entry(-4), "the entry 0xfffffffffffffffc ");
    refuse(new ElfWriter().load(6, CODE, CODE_BYTES), "the entry 0x10000 ");
    refuse(new ElfWriter().load(5, CODE, new byte[8]), "the entry 0x10000 ");
  }

  @Test
  void dynamicLinkingIsRefused() {
    refuse(ElfWriter.halting().segment(3, 4, 0, "/lib/ld.so".getBytes(), 11), "interpreter");
    refuse(ElfWriter.halting().segment(2, 6, 0, longs(1, 5, 0, 0), 32), "shared libraries");
    refuse(ElfWriter.halting().segment(2, 6, 0, longs(35, 8, 0, 0), 32), "relocations other");
    refuse(ElfWriter.halting().segment(2, 6, 0, longs(7, 0, 8, 24), 32), "are in no segment");
    refuse(ElfWriter.halting().segment(2, 6, 0, longs(7, CODE, 8, -1), 32), "truncated");
  }

  /** A position-independent file with one relocation; its table lies at 0x1000. */
  private static ElfWriter independent(long place, long info, long addend) {
    return new ElfWriter()
        .type(3)
        .entry(0)
        .load(5, 0, CODE_BYTES)
        .load(6, 0x1000, longs(place, info, addend, 0))
        .segment(2, 6, 0, longs(7, 0x1000, 8, 24, 0, 0), 48);
  }

  @Test
  void positionIndependentProgramsAreMoved() throws BadProgramException {
    GuestProgram program = GuestProgram.load(independent(0x1018, 3, 0x1234).bytes());
    assertThat(program.entry()).isEqualTo(0x10000);
    assertThat(program.image().at((0x11018) / 8)).isEqualTo(0x11234);
    assertThat(Executor.run(program, RunOptions.defaults()).exit()).isEqualTo(new Exit.Halted(0));
    refuse(independent(0x1018, (7L << 32) | 2, 0), "relocation of type 2");
    refuse(independent(0x1019, 3, 0), "outside the loaded bytes");
    refuse(independent(-9, 3, 0), "outside the loaded bytes");
  }

  @Test
  void zeroMemoryCostsNothing() throws BadProgramException {
    ElfWriter elf = ElfWriter.halting().segment(1, 6, 0x20000, longs(0, 7), (1L << 30) - 0x20000);
    GuestProgram program = GuestProgram.load(elf.bytes());
    assertThat(program.image().count()).isEqualTo(2);
    assertThat(program.image().at(0x20000 / 8 + 1)).isEqualTo(7);
    assertThat(run(elf).memoryBytes()).isLessThanOrEqualTo(4 << 16);
  }

  @Test
  void segmentsMayShareAWord() throws BadProgramException {
    byte[] low = {1, 2, 3};
    byte[] high = {4, 5, 6, 7, 8};
    ElfWriter elf = ElfWriter.halting().load(6, 0x20003, high).load(6, 0x20000, low);
    GuestProgram program = GuestProgram.load(elf.bytes());
    assertThat(program.image().at(0x20000 / 8)).isEqualTo(0x0807060504030201L);
    assertThat(program.segments())
        .extracting(Segment::address)
        .containsExactly(CODE, 0x20000L, 0x20003L);
  }

  @Test
  void theSameBytesCantBeLoadedAgainAndAgain() {
    ElfWriter elf = ElfWriter.halting();
    for (int i = 0; i < 20; i++) {
      elf.load(6, 0x100000 + 0x1000 * i, new byte[100]);
    }
    byte[] file = elf.bytes();
    ByteBuffer view = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 1; i <= 20; i++) {
      int header = ElfWriter.HEADER + i * ElfWriter.PROGRAM_HEADER;
      view.putLong(header + 8, 0).putLong(header + 32, 4000).putLong(header + 40, 4000);
    }
    refuse(Arrays.copyOf(file, 5000), "more bytes than the file has");
  }

  @Test
  void dataBetweenFunctionsDoesNotHideThem() throws BadProgramException {
    // A jump over a halfword that looks like the beginning of a long instruction.
    byte[] code = words(0x0060006f, HALT[0] << 16 | 0x0003, HALT[0] >>> 16 | HALT[1] << 16, 0);
    GuestProgram program = GuestProgram.load(new ElfWriter().load(5, CODE, code).bytes());
    assertThat(program.indexAt(CODE + 6)).isNotNegative();
    assertThat(Executor.run(program, RunOptions.defaults()).exit()).isEqualTo(new Exit.Halted(0));
  }

  @Test
  void unsupportedInstructionsTrapWhereTheyAreExecuted() throws BadProgramException {
    int addFloats = 0x02b57553;
    byte[] code = words(0x00000013, addFloats, HALT[0], HALT[1]);
    Exit exit = run(new ElfWriter().load(5, CODE, code)).exit();
    assertThat(exit)
        .isEqualTo(new Exit.Trapped(new Cause.IllegalInstruction(addFloats, 4), CODE + 4));
    assertThat(((Exit.Trapped) exit).cause().message()).contains("02b57553");
    // Not executed, no trap: jump over it.
    byte[] over = words(0x0080006f, addFloats, HALT[0], HALT[1]);
    assertThat(run(new ElfWriter().load(5, CODE, over)).exit()).isEqualTo(new Exit.Halted(0));
  }

  @Test
  void codeThatRunsIntoDataOrTheEndTraps() throws BadProgramException {
    Exit data = run(new ElfWriter().load(5, CODE, words(0x00000013, 0))).exit();
    assertThat(data).isEqualTo(new Exit.Trapped(new Cause.IllegalInstruction(0, 2), CODE + 4));
    Exit end = run(new ElfWriter().load(5, CODE, words(0x00000013))).exit();
    assertThat(end).isEqualTo(new Exit.Trapped(new Cause.JumpOutOfCode(CODE + 4), CODE + 4));
  }

  @Test
  void storesIntoCodeDoNotChangeWhatRuns() throws BadProgramException {
    // auipc x5, 0; sw x0, 8(x5); then what was overwritten in memory: halt.
    byte[] code = words(0x00000297, 0x0002a423, HALT[0], HALT[1]);
    assertThat(run(new ElfWriter().load(7, CODE, code)).exit()).isEqualTo(new Exit.Halted(0));
  }

  @Test
  void computedJumpsIntoAnInstructionAreRefused() throws BadProgramException {
    // auipc x5, 0; jalr x0, 14(x5): into the second half of a long instruction, which decodes.
    byte[] code = words(0x00000297, 0x00e28067, 0x00010013 | 1 << 16, HALT[0], HALT[1]);
    code[14] = 1;
    code[15] = 0;
    Exit exit = run(new ElfWriter().load(5, CODE, code)).exit();
    assertThat(exit).isEqualTo(new Exit.Trapped(new Cause.NotAnInstruction(CODE + 14), CODE + 14));
  }

  @Trials(20_000)
  void mutatedFilesAreRefusedOrRun(SplittableRandom random) {
    byte[] elf =
        random.nextBoolean() ? independent(0x1018, 3, 0).bytes() : ElfWriter.halting().bytes();
    Corruption.load(Corruption.of(elf, random));
  }

  @Test
  void instructionsOfAFileAreSorted() throws BadProgramException {
    ElfWriter elf = ElfWriter.halting().load(5, 0x8000, words(HALT)).load(5, 0x20000, words(HALT));
    List<Instruction> instructions = GuestProgram.load(elf.bytes()).instructions();
    assertThat(instructions).hasSize(6).extracting(Instruction::pc).isSorted();
  }
}
