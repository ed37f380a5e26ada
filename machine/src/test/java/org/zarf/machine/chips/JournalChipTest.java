package org.zarf.machine.chips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.zarf.air.Cell;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Clock;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.testkit.Trials;

/**
 * Over all cells that a prover can set, the journal grows by the word in a0, at its place, by as
 * many bytes as a1 says; and by nothing where the call traps.
 */
class JournalChipTest {

  private static final int PC = 0x12345670;
  private static final int GAP = 100;
  private static final long[] LENGTHS = {
    0, 8, 4, 7, 0xfff8, 0xffff, 0x1_0000, 0x7_fff8, 0xffff_0000L, 0xffff_fff0L, 0xffff_fff8L
  };

  /** A call, but for the number of bytes. */
  private record Publication(long word, long length, int clock) {

    private Map<Cell, Long> given() {
      var given = new HashMap<Cell, Long>();
      for (Cell cell : Machine.JOURNAL.table().main()) {
        Long value =
            switch (cell.name()) {
              case "active" -> 1L;
              case "clock" -> (long) clock;
              case "word.x0", "word.x1", "word.x2", "word.x3" -> limb(word, cell);
              case "bytes.x0", "bytes.x1" -> limb(length, cell);
              case "number.time" -> (long) clock - GAP;
              case "word.time" -> (long) clock + Clock.RS2 - GAP;
              case "count.time" -> (long) clock + Clock.FIRST_WORD - GAP;
              case "bytes.time" -> (long) clock + Clock.RD - GAP;
              default -> null;
            };
        if (value != null) {
          given.put(cell, value);
        }
      }
      return given;
    }

    private static long limb(long x, Cell cell) {
      return x >>> (16 * (cell.name().charAt(cell.name().length() - 1) - '0')) & 0xffff;
    }

    private boolean isPossible(int count) {
      return length % 8 == 0
          && length + count < 1L << 32
          && (count == 8 || word >>> (8 * count) == 0);
    }

    private Set<Outcomes.Message> honest(int count) {
      var messages = new HashSet<Outcomes.Message>();
      messages.add(Outcomes.Message.of(Buses.STATE, -1, PC, clock));
      messages.add(Outcomes.Message.of(Buses.STATE, 1, PC + 4, clock + Clock.STEP));
      int number = Call.JOURNAL.number();
      exchange(messages, Registers.A7, number, number, Clock.RS1);
      exchange(messages, Registers.A0, word, word, Clock.RS2);
      exchange(messages, Registers.A1, count, count, Clock.FIRST_WORD);
      exchange(messages, Registers.JOURNAL, length, length + count, Clock.RD);
      messages.add(
          Outcomes.Message.of(
              Buses.JOURNAL,
              1,
              length / 8,
              word & 0xffff,
              word >>> 16 & 0xffff,
              word >>> 32 & 0xffff,
              word >>> 48));
      return messages;
    }

    private void exchange(
        Set<Outcomes.Message> messages, int register, long from, long to, int offset) {
      messages.add(held(-1, register, from, clock + offset - GAP));
      messages.add(held(1, register, to, clock + offset));
    }

    private static Outcomes.Message held(int times, int register, long x, int time) {
      return Outcomes.Message.of(
          Buses.MEMORY,
          times,
          Buses.REGISTERS,
          register,
          x & 0xffff,
          x >>> 16 & 0xffff,
          x >>> 32 & 0xffff,
          x >>> 48,
          time);
    }
  }

  @Trials(3)
  void theJournalGrowsByTheWord(SplittableRandom random) {
    for (long length : LENGTHS) {
      for (int bytes = 0; bytes <= 8; bytes++) {
        long word = bytes == 0 ? 0 : random.nextLong() >>> (64 - 8 * bytes);
        var x = new Publication(word, length, 8 * random.nextInt(1 << 14, 1 << 25));
        var call =
            Outcomes.Message.of(
                Buses.PROGRAM, 1, PC, PC + 4, Opcode.ECALL.code(), 0, 0, 0, 0, 0, 0);
        Set<List<Outcomes.Message>> outcomes =
            Outcomes.triedOf(Machine.JOURNAL.table(), x.given(), call);
        var expected = new HashSet<Set<Outcomes.Message>>();
        for (int count = 1; count <= 8; count++) {
          if (x.isPossible(count)) {
            expected.add(x.honest(count));
          }
        }
        assertThat(outcomes.stream().map(HashSet::new).collect(Collectors.toSet()))
            .as(x.toString())
            .isEqualTo(expected);
      }
    }
  }
}
