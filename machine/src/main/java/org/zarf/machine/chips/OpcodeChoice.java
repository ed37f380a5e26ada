package org.zarf.machine.chips;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.zarf.air.Cell;
import org.zarf.air.Columns;
import org.zarf.air.Constraints;
import org.zarf.air.Expr;
import org.zarf.machine.isa.Opcode;

/**
 * Which of a chip's opcodes a row proves: exactly one where the row is active, none elsewhere.
 *
 * @param active whether the row proves an instruction
 * @param opcodes the chip's opcodes
 * @param others a flag for each opcode but the first, whose flag is what remains of {@code active}
 */
public record OpcodeChoice(Cell.Bit active, List<Opcode> opcodes, List<Cell.Bit> others) {

  /** Lays out the columns. */
  public static OpcodeChoice of(Columns c, Cell.Bit active, Opcode... opcodes) {
    List<Cell.Bit> others =
        Arrays.stream(opcodes)
            .skip(1)
            .map(x -> c.bit("is." + x.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new OpcodeChoice(active, List.of(opcodes), others);
  }

  /** At most one opcode, and none where the row is not active. */
  void check(Constraints must) {
    must.bit("one opcode where the row is active", is(opcodes.getFirst()));
  }

  /** 1 where the row proves one of {@code wanted}, opcodes of this chip; otherwise 0. */
  Expr is(Opcode... wanted) {
    List<Opcode> list = List.of(wanted);
    return sum(opcode -> list.contains(opcode) ? 1 : 0);
  }

  /** The number of the row's opcode in program tables. */
  Expr code() {
    return sum(Opcode::code);
  }

  /** {@code value} of the row's opcode; 0 where the row is not active. */
  Expr sum(ToLongFunction<Opcode> value) {
    long first = value.applyAsLong(opcodes.getFirst());
    return IntStream.range(0, others.size())
        .mapToObj(i -> others.get(i).times(value.applyAsLong(opcodes.get(i + 1)) - first))
        .reduce(active.times(first), Expr::plus);
  }
}
