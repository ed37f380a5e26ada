package org.zarf.sdk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Machine;
import org.zarf.machine.TableHeights;
import org.zarf.prover.FixedColumns;
import org.zarf.prover.FixedGroup;
import org.zarf.prover.kernel.Kernels;
import org.zarf.stark.Parameters;

/** The machine's own fixed tables: extended and committed to once for each parameter set. */
public final class MachineGroup {

  private static final Map<String, FixedGroup> GROUPS = new ConcurrentHashMap<>();

  private MachineGroup() {}

  /** The group for a parameter set. */
  public static FixedGroup of(Parameters parameters, Kernels kernels) {
    return GROUPS.computeIfAbsent(
        parameters.toString(),
        name ->
            group(
                Machine.MACHINE_GROUP,
                FixedTable.ofMachine(heights(parameters)),
                parameters,
                kernels));
  }

  /** The heights that a parameter set allows. */
  public static TableHeights heights(Parameters parameters) {
    return new TableHeights(
        parameters.blindingRows(), parameters.minLogHeight(), parameters.maxLogHeight());
  }

  static FixedGroup group(
      String name, List<FixedTable> tables, Parameters parameters, Kernels kernels) {
    List<FixedColumns> columns =
        tables.stream().map(t -> new FixedColumns(t.slot(), t.logHeight(), t.columns())).toList();
    return FixedGroup.of(name, columns, parameters, kernels);
  }
}
