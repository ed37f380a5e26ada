package org.zarf.witness;

import static org.zarf.witness.ChipTrial.instruction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/** Loads and stores of every width at every offset. */
class LoadStoreRowsTest {

  private static final String[] SECOND_WORD = {
    "second.x0", "second.x1", "second.x2", "second.x3", "second.time", "second.gapHigh"
  };

  /** An executed load or store: {@code rd} is what a load loads. */
  private record Executed(
      Opcode op, long imm, long base, long value, long rd, List<ChipTrial.Access> accesses) {

    static Executed at(Opcode op, int offset, SplittableRandom random) {
      long word = random.nextLong(AddressSpace.RAM_START_WORD, AddressSpace.END_WORD - 1);
      long imm = random.nextInt(-2048, 2048);
      long value = Operand.any(random);
      ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      long first = Operand.any(random);
      long second = Operand.any(random);
      bytes.putLong(0, first).putLong(8, second);
      long rd =
          switch (op) {
            case LB -> bytes.get(offset);
            case LBU -> Byte.toUnsignedLong(bytes.get(offset));
            case LH -> bytes.getShort(offset);
            case LHU -> Short.toUnsignedLong(bytes.getShort(offset));
            case LW -> bytes.getInt(offset);
            case LWU -> Integer.toUnsignedLong(bytes.getInt(offset));
            case LD -> bytes.getLong(offset);
            default -> 0;
          };
      switch (op) {
        case SB -> bytes.put(offset, (byte) value);
        case SH -> bytes.putShort(offset, (short) value);
        case SW -> bytes.putInt(offset, (int) value);
        case SD -> bytes.putLong(offset, value);
        default -> {}
      }
      var one = new ChipTrial.Access((int) word, first, bytes.getLong(0));
      var two = new ChipTrial.Access((int) word + 1, second, bytes.getLong(8));
      boolean across = offset + op.accessBytes() > 8;
      return new Executed(
          op, imm, 8 * word + offset - imm, value, rd, across ? List.of(one, two) : List.of(one));
    }

    int offset() {
      return (int) (base + imm) & 7;
    }

    void addTo(ChipTrial<?> trial) {
      long rs2 = op.operands().readsRs2() ? value : 0;
      trial.step(instruction(op, imm), base, rs2, rd, accesses.toArray(ChipTrial.Access[]::new));
    }
  }

  private static Stream<Opcode> opcodes() {
    return Opcode.all().stream()
        .filter(
            op ->
                op.instructionClass() == InstructionClass.LOAD
                    || op.instructionClass() == InstructionClass.STORE);
  }

  /** A trial of the chip that is meant for an access. */
  private static ChipTrial<?> trial(Opcode op, int offset) {
    int variant = offset % op.accessBytes() == 0 ? Fillers.ALIGNED : Fillers.MISALIGNED;
    return Fillers.INSTRUCTIONS.stream()
        .filter(t -> t.variant() == variant && t.opcodes().contains(op))
        .<ChipTrial<?>>map(t -> ChipTrial.of(t.part()))
        .findFirst()
        .orElseThrow();
  }

  private static ChipTrial<?> trial(Executed x) {
    ChipTrial<?> trial = trial(x.op, x.offset());
    x.addTo(trial);
    return trial;
  }

  @Trials(20)
  void honestAccessesHold(SplittableRandom random) {
    opcodes()
        .forEach(
            op -> {
              var aligned = trial(op, 0);
              for (int offset = 0; offset < 8; offset += op.accessBytes()) {
                Executed.at(op, offset, random).addTo(aligned);
              }
              aligned.fill().holds();
              if (op.accessBytes() > 1) {
                var misaligned = trial(op, 1);
                for (int offset = 1; offset < 8; offset++) {
                  if (offset % op.accessBytes() != 0) {
                    Executed.at(op, offset, random).addTo(misaligned);
                  }
                }
                misaligned.fill().holds();
              }
            });
  }

  @Trials(1)
  void everyFlippedCellIsCaught(SplittableRandom random) {
    opcodes()
        .forEach(
            op -> {
              int bytes = op.accessBytes();
              int aligned = bytes * random.nextInt(8 / bytes);
              trial(Executed.at(op, aligned, random)).fill().everyFlipIsCaught(random);
              if (bytes > 1) {
                int across = 9 - bytes;
                trial(Executed.at(op, across, random)).fill().everyFlipIsCaught(random);
              }
              if (bytes > 1 && bytes < 8) {
                // Nothing is said of a second word that is not accessed.
                trial(Executed.at(op, 1, random)).fill().everyFlipIsCaught(random, SECOND_WORD);
              }
            });
  }

  @Trials(20)
  void wrongResultsAndWrongWordsAreRejected(SplittableRandom random) {
    opcodes()
        .forEach(
            op -> {
              var x = Executed.at(op, random.nextInt(8), random);
              boolean load = op.operands().writesRd();
              trial(load ? wrongResult(x, random) : wrongWord(x, random)).fill().isRejected();
            });
  }

  private static Executed wrongResult(Executed x, SplittableRandom random) {
    long flip = 1L << random.nextInt(64);
    return new Executed(x.op, x.imm, x.base, x.value, x.rd ^ flip, x.accesses);
  }

  /** One bit of the memory written differs: of the bytes stored, or of those around them. */
  private static Executed wrongWord(Executed x, SplittableRandom random) {
    long flip = 1L << random.nextInt(64);
    var last = x.accesses.getLast();
    var changed = new ChipTrial.Access(last.word(), last.before(), last.after() ^ flip);
    var accesses =
        x.accesses.size() == 1 ? List.of(changed) : List.of(x.accesses.getFirst(), changed);
    return new Executed(x.op, x.imm, x.base, x.value, x.rd, accesses);
  }
}
