package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zarf.air.Table;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.Machine;
import org.zarf.prover.constraint.BusColumns;
import org.zarf.prover.constraint.InstanceColumns;
import org.zarf.prover.constraint.ProofValues;
import org.zarf.prover.constraint.Quotient;
import org.zarf.prover.kernel.Kernels;
import org.zarf.prover.kernel.ScalarKernels;
import org.zarf.stark.Instance;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.Parameters;
import org.zarf.testkit.Trials;

/** The bus columns and the quotient of every chip are the same with any kernels. */
class ChipKernelsTest {

  private static final int POWERS = 64;

  private final Kernels scalar = new ScalarKernels();
  private final Kernels best = Kernels.best();
  private final Parameters parameters = Parameters.zeroKnowledge();

  @Trials(1)
  void agreeOnRandomColumns(SplittableRandom random) {
    assertThat(best).isNotInstanceOf(ScalarKernels.class);
    for (int slot = 0; slot < Machine.circuit().slots().size(); slot++) {
      agree(random, slot);
    }
  }

  private void agree(SplittableRandom random, int slot) {
    Table table = Machine.circuit().slots().get(slot).table();
    var layout =
        InstanceLayout.of(new Instance(slot, parameters.minLogHeight()), table, parameters);
    var powers = IntStream.range(0, POWERS).mapToObj(_ -> ext(random)).toList();
    var values = new ProofValues(slot, powers, ext(random));
    int height = layout.instance().height();
    var trace = columns(random, layout, layout.busWidth(), height);
    var other =
        new InstanceColumns(
            trace.fixed(), trace.main(), elements(random, layout.busWidth(), height));
    BusColumns expected = BusColumns.of(layout, parameters, trace, values, scalar);
    BusColumns actual = BusColumns.of(layout, parameters, other, values, best);
    assertThat(actual.sum()).as(table.name()).isEqualTo(expected.sum());
    assertThat(Arrays.deepEquals(actual.columns(), expected.columns())).as(table.name()).isTrue();
    // Any columns have a quotient of some degree: these need not be those of a trace.
    var lde = columns(random, layout, layout.busWidth(), height << parameters.logBlowup());
    Ext alpha = ext(random);
    var extra = columns(random, layout, layout.busWidth(), height);
    var parts = List.of(new Quotient.Part(layout, lde, extra, values));
    int[][] quotient = Quotient.of(parts, parameters, alpha, scalar);
    assertThat(Arrays.deepEquals(Quotient.of(parts, parameters, alpha, best), quotient))
        .as(table.name())
        .isTrue();
  }

  private static InstanceColumns columns(
      SplittableRandom random, InstanceLayout layout, int busWidth, int size) {
    return new InstanceColumns(
        elements(random, layout.fixedWidth(), size),
        elements(random, layout.mainWidth(), size),
        elements(random, busWidth, size));
  }

  private static int[][] elements(SplittableRandom random, int count, int size) {
    return IntStream.range(0, count)
        .mapToObj(_ -> random.ints(size, 0, KoalaBear.P).toArray())
        .toArray(int[][]::new);
  }

  private static Ext ext(SplittableRandom random) {
    return Ext.at(random.ints(Ext.DEGREE, 0, KoalaBear.P).toArray(), 0);
  }
}
