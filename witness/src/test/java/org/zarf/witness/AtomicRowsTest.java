package org.zarf.witness;

import static org.zarf.witness.ChipTrial.instruction;

import java.util.List;
import java.util.SplittableRandom;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.InstructionClass;
import org.zarf.machine.isa.Opcode;
import org.zarf.testkit.Trials;

/** Atomic operations of every kind, on both halves of a word. */
class AtomicRowsTest {

  private static final List<Opcode> OPCODES =
      Opcode.all().stream().filter(op -> op.instructionClass() == InstructionClass.ATOMIC).toList();

  /**
   * An executed operation.
   *
   * @param held the reservation before
   */
  private record Executed(Opcode op, long address, long word, long operand, long held) {

    static Executed of(Opcode op, SplittableRandom random) {
      long index = random.nextLong(AddressSpace.RAM_START_WORD, AddressSpace.END_WORD);
      long address = 8 * index + (op.accessBytes() == 4 ? 4 * random.nextInt(2) : 0);
      long word = Operand.any(random);
      // Equal values, too, of the bytes that are accessed.
      long operand = random.nextInt(4) == 0 ? word >> 8 * (address & 4) : Operand.any(random);
      long needed = address + op.accessBytes() / 4;
      long held =
          switch (random.nextInt(6)) {
            case 0, 1, 2 -> needed;
            case 3 -> 0;
            case 4 -> needed ^ 3;
            default -> needed ^ 4L << random.nextInt(29);
          };
      return new Executed(op, address, word, operand, held);
    }

    private int shift() {
      return 8 * (int) (address & 4);
    }

    private boolean isSingle() {
      return op.accessBytes() == 4;
    }

    private boolean isConditional() {
      return op == Opcode.SC_W || op == Opcode.SC_D;
    }

    private boolean succeeds() {
      return held == address + op.accessBytes() / 4;
    }

    private long old() {
      return isSingle() ? (int) (word >>> shift()) : word;
    }

    private long rd() {
      return isConditional() ? succeeds() ? 0 : 1 : old();
    }

    private long after() {
      long b = isSingle() ? (int) operand : operand;
      long left =
          switch (op) {
            case LR_W, LR_D -> old();
            case SC_W, SC_D -> succeeds() ? b : old();
            case AMOSWAP_W, AMOSWAP_D -> b;
            case AMOADD_W, AMOADD_D -> old() + b;
            case AMOXOR_W, AMOXOR_D -> old() ^ b;
            case AMOAND_W, AMOAND_D -> old() & b;
            case AMOOR_W, AMOOR_D -> old() | b;
            case AMOMIN_W, AMOMIN_D -> old() < b ? old() : b;
            case AMOMAX_W, AMOMAX_D -> old() > b ? old() : b;
            case AMOMINU_W, AMOMINU_D -> Long.compareUnsigned(old(), b) < 0 ? old() : b;
            case AMOMAXU_W, AMOMAXU_D -> Long.compareUnsigned(old(), b) > 0 ? old() : b;
            default -> throw new IllegalArgumentException(op.name());
          };
      long mask = isSingle() ? 0xffff_ffffL << shift() : -1;
      return (word & ~mask) | (left << shift() & mask);
    }

    private ChipTrial.Access[] accesses(long after, long reservation) {
      var memory = new ChipTrial.Access((int) (address >>> 3), word, after);
      var reserved = new ChipTrial.Access(ChipTrial.RESERVATION, held, reservation);
      boolean reserves = isConditional() || !op.operands().readsRs2();
      return reserves ? new ChipTrial.Access[] {memory, reserved} : new ChipTrial.Access[] {memory};
    }

    private long reservation() {
      return isConditional() ? 0 : address + op.accessBytes() / 4;
    }

    void addTo(ChipTrial<?> trial) {
      addTo(trial, rd(), after(), reservation());
    }

    void addTo(ChipTrial<?> trial, long rd, long after, long reservation) {
      long rs2 = op.operands().readsRs2() ? operand : 0;
      trial.step(instruction(op, 0), address, rs2, rd, accesses(after, reservation));
    }
  }

  private static ChipTrial<?> trial(Opcode op) {
    return Fillers.INSTRUCTIONS.stream()
        .filter(t -> t.opcodes().contains(op))
        .<ChipTrial<?>>map(t -> ChipTrial.of(t.part()))
        .findFirst()
        .orElseThrow();
  }

  @Trials(60)
  void honestOperationsHold(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      var trial = trial(op);
      for (int i = 0; i < 3; i++) {
        Executed.of(op, random).addTo(trial);
      }
      trial.fill().holds();
    }
  }

  @Trials(2)
  void everyFlippedCellIsCaught(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      var trial = trial(op);
      Executed.of(op, random).addTo(trial);
      // The factors prove a difference: either may, and none is needed where there is none.
      trial.fill().everyFlipIsCaught(random, "factor0", "factor1");
    }
  }

  @Trials(20)
  void wrongResultsWordsAndReservationsAreRejected(SplittableRandom random) {
    for (Opcode op : OPCODES) {
      Executed x = Executed.of(op, random);
      long flip = 1L << random.nextInt(64);
      var result = trial(op);
      x.addTo(result, x.rd() ^ flip, x.after(), x.reservation());
      result.fill().isRejected();
      var word = trial(op);
      x.addTo(word, x.rd(), x.after() ^ flip, x.reservation());
      word.fill().isRejected();
      if (x.accesses(0, 0).length == 2) {
        var reservation = trial(op);
        x.addTo(reservation, x.rd(), x.after(), x.reservation() ^ flip);
        reservation.fill().isRejected();
      }
    }
  }

  /** Both the claim and the word of a store that was reserved, or was not. */
  @Trials(40)
  void storesHaveNoChoice(SplittableRandom random) {
    for (Opcode op : List.of(Opcode.SC_W, Opcode.SC_D)) {
      Executed x = Executed.of(op, random);
      long otherwise = x.succeeds() ? 0 : x.address + op.accessBytes() / 4;
      Executed other = new Executed(op, x.address, x.word, x.operand, otherwise);
      var trial = trial(op);
      x.addTo(trial, other.rd(), other.after(), 0);
      trial.fill().isRejected();
    }
  }
}
