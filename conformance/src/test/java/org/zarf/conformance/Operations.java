package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import org.zarf.air.Cell;
import org.zarf.air.Word;
import org.zarf.algebra.KoalaBear;
import org.zarf.conformance.Forge.Attempt;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.AddressSpace;
import org.zarf.machine.isa.Call;
import org.zarf.machine.isa.Instruction;
import org.zarf.machine.isa.Opcode;
import org.zarf.machine.isa.Registers;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.ProofRejectedException;

/**
 * A program of operations. Each is done twice on the same operands: the first result stays in a
 * register that nothing reads, the second one is published. So a false word can be carried on to
 * the claim, and a false limb that is none to the end of the registers.
 */
final class Operations {

  /** The first operand of each operation. */
  static final int A = 5;

  /** The second operand of each operation. */
  static final int B = 6;

  private static final int DATA = 9;
  private static final long DATA_START = 0x20_0000;

  /** The registers of the results that are not published. */
  private static final int[] KEEPERS = {
    12, 13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
  };

  /** Where an operation is done first, and which register keeps its result. */
  private record Place(int first, int keeper) {
    int second() {
      return first + 1;
    }
  }

  private final Assembly code = new Assembly();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private int words;
  private GuestProgram program;
  private Forge forge;

  Operations() {
    code.set(DATA, DATA_START).set(Registers.A1, 8).set(Registers.A7, Call.JOURNAL.number());
  }

  /** Adds an operation on two registers. */
  Operations with(String name, Opcode op, long a, long b) {
    return with(name, op, a, b, 0);
  }

  /** Adds an operation on a register and an immediate. */
  Operations immediate(String name, Opcode op, long a, long imm) {
    return with(name, op, a, 0, imm);
  }

  /**
   * Adds a store of a value at an offset from a multiple of 8; what the word holds is published.
   */
  Operations store(String name, Opcode op, long word, int offset, long value) {
    operands(word, value);
    places.put(name, new Place(code.size(), 0));
    code.op(op, 0, A, B, offset).op(Opcode.LD, Registers.A0, A, 0, 0).op(Opcode.ECALL, 0, 0, 0);
    return this;
  }

  /** Adds an atomic operation; its result, and what the word then holds, are published. */
  Operations atomic(String name, Opcode op, long address, long value) {
    operands(address, value);
    places.put(name, new Place(code.size(), 0));
    code.op(op, Registers.A0, A, B).op(Opcode.ECALL, 0, 0, 0);
    code.op(Opcode.LD, Registers.A0, A, 0, -(address % 8)).op(Opcode.ECALL, 0, 0, 0);
    words++;
    return this;
  }

  /** Adds a constant, as {@code LUI} and {@code AUIPC} are decoded. */
  Operations constant(String name, long value) {
    int keeper = KEEPERS[places.size()];
    places.put(name, new Place(code.size(), keeper));
    code.set(keeper, value).set(Registers.A0, value).op(Opcode.ECALL, 0, 0, 0);
    words++;
    return this;
  }

  private Operations with(String name, Opcode op, long a, long b, long imm) {
    operands(a, b);
    int keeper = KEEPERS[places.size()];
    places.put(name, new Place(code.size(), keeper));
    int rs2 = op.operands().readsRs2() ? B : 0;
    code.op(op, keeper, A, rs2, imm).op(op, Registers.A0, A, rs2, imm);
    code.op(Opcode.ECALL, 0, 0, 0);
    return this;
  }

  private void operands(long a, long b) {
    words++;
    int offset = 16 * places.size();
    word(DATA_START + offset, a).word(DATA_START + offset + 8, b);
    code.op(Opcode.LD, A, DATA, 0, offset).op(Opcode.LD, B, DATA, 0, offset + 8);
  }

  /** Adds a word to the image. */
  Operations word(long address, long value) {
    code.word(word(address), value);
    return this;
  }

  /** The program, after which no operation can be added. */
  GuestProgram program() {
    if (program == null) {
      program = code.set(Registers.A0, 0).halt().program();
    }
    return program;
  }

  /** The prover of the program's runs. */
  Forge forge() {
    if (forge == null) {
      forge = new Forge(program());
    }
    return forge;
  }

  /** Proves the real run, and verifies the proof. */
  void prove() throws ProofRejectedException {
    Attempt attempt = forge().of(FalseRun.of(program()));
    assertThat(attempt.journal()).hasSize(8 * words);
    assertThat(forge().flaws(attempt)).isEmpty();
    forge().submit(attempt);
  }

  /** The real run, to be changed where an operation is done for a register that nothing reads. */
  Lie kept(String name, Machine.Part<?> part) {
    Place place = places.get(name);
    Attempt attempt = forge().of(FalseRun.of(program()));
    return new Lie(attempt, part, place.first(), place.keeper());
  }

  /** A run in which an operation is claimed to have another result. */
  Lie published(String name, Machine.Part<?> part, long result) {
    Place place = places.get(name);
    Attempt attempt = forge().of(FalseRun.of(program()).result(place.second(), result));
    return lie(attempt, part, place.second());
  }

  /** A run in which an operation that is published is changed: a false step. */
  Lie changed(String name, Machine.Part<?> part, ObjIntConsumer<FalseRun> change) {
    Place place = places.get(name);
    FalseRun run = FalseRun.of(program());
    change.accept(run, place.second());
    return lie(forge().of(run), part, place.second());
  }

  /** A run in which a store leaves another word. */
  Lie stored(String name, Machine.Part<?> part, long after) {
    Place place = places.get(name);
    FalseRun run =
        FalseRun.of(program())
            .leaves(place.first(), 0, after)
            .leaves(place.second(), 0, after)
            .result(place.second(), after);
    return lie(forge().of(run), part, place.first());
  }

  /** A run in which an atomic operation has another result, and leaves another word. */
  Lie atomic(String name, Machine.Part<?> part, long result, long after) {
    int step = places.get(name).first();
    FalseRun run = FalseRun.of(program()).result(step, result).leaves(step, 0, after);
    run.result(step + 2, after).leaves(step + 2, 0, after);
    return lie(forge().of(run), part, step);
  }

  /** A run in which a store that is published is changed: a false step. */
  Lie storedOtherwise(String name, Machine.Part<?> part, ObjIntConsumer<FalseRun> change) {
    Place place = places.get(name);
    FalseRun run = FalseRun.of(program());
    change.accept(run, place.first());
    return new Lie(forge().of(run), part, place.first(), Registers.A0);
  }

  /** The index of the word at an address. */
  static int word(long address) {
    return (int) (address / AddressSpace.WORD_BYTES);
  }

  /** A run in which another operation is done on the same operands, and its result is published. */
  Lie replaced(String name, Machine.Part<?> part, Opcode op) {
    return replaced(name, part, x -> new Instruction(op, x.rd(), A, B, 0, x.length(), x.pc()));
  }

  /** A run in which an operation is replaced, and the result of the other one is published. */
  Lie replaced(String name, Machine.Part<?> part, UnaryOperator<Instruction> other) {
    Place place = places.get(name);
    return lie(forge().of(FalseRun.of(otherProgram(place.second(), other))), part, place.second());
  }

  /** The same with another result. */
  Lie replaced(String name, Machine.Part<?> part, UnaryOperator<Instruction> other, long result) {
    Place place = places.get(name);
    FalseRun run = FalseRun.of(otherProgram(place.second(), other)).result(place.second(), result);
    return lie(forge().of(run), part, place.second());
  }

  /** A run in which a store or an atomic operation is replaced. */
  Lie replacedStore(String name, Machine.Part<?> part, UnaryOperator<Instruction> other) {
    int first = places.get(name).first();
    return lie(forge().of(FalseRun.of(otherProgram(first, other))), part, first);
  }

  private GuestProgram otherProgram(int place, UnaryOperator<Instruction> other) {
    var instructions = new ArrayList<>(program().instructions());
    instructions.set(place, other.apply(instructions.get(place)));
    return GuestProgram.of(Assembly.ENTRY, List.copyOf(instructions), program().image());
  }

  private Lie lie(Attempt attempt, Machine.Part<?> part, int place) {
    assertThat(attempt.journal()).isNotEqualTo(FalseRun.of(program()).journal());
    return new Lie(attempt, part, place, Registers.A0);
  }

  /** A false run, at the row of the chip that proves it. */
  final class Lie {
    private final Attempt attempt;
    private final Machine.Part<?> part;
    private final int row;
    private final int register;

    private Lie(Attempt attempt, Machine.Part<?> part, int place, int register) {
      this.attempt = attempt;
      this.part = part;
      this.register = register;
      row = row(place);
    }

    private int row(int place) {
      Cell pc =
          part.table().main().stream().filter(x -> x.name().equals("pc")).findFirst().orElseThrow();
      int[] column = attempt.table(part).main()[pc.column()];
      int wanted = KoalaBear.of(Assembly.pc(place));
      for (int i = 0; i < column.length; i++) {
        if (column[i] == wanted) {
          return i;
        }
      }
      throw new IllegalArgumentException(part.table().name() + " does not prove it");
    }

    Attempt attempt() {
      return attempt;
    }

    /** Overwrites a cell of the row with an integer. */
    Lie set(Cell cell, long value) {
      attempt.set(part, cell, row, value);
      return this;
    }

    /** Overwrites a word of the row. */
    Lie set(Word word, long value) {
      attempt.set(part, word, row, value);
      return this;
    }

    /** Adds to a cell of the row. */
    Lie add(Cell cell, long difference) {
      return set(cell, get(cell) + difference);
    }

    /** The integer in a cell of the row. */
    long get(Cell cell) {
      return attempt.get(part, cell, row);
    }

    /** Carries on a limb to the end, as it is. */
    Lie keep(int limb, long value) {
      attempt.set(Machine.REGISTERS, Machine.REGISTERS.row().last().at(limb), register, value);
      return this;
    }

    /** See {@link Attacks#assertFalls}. */
    void falls(String... flaws) {
      Attacks.assertFalls(forge(), attempt, flaws);
    }

    /** The same without a proof, for variants of an attack that is proved. */
    void isFlawed(String... flaws) {
      assertThat(Attacks.abbreviated(forge().flaws(attempt), flaws))
          .containsExactlyInAnyOrder(flaws);
    }
  }
}
