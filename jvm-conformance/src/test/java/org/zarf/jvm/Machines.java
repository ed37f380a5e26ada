package org.zarf.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.zarf.compiler.Guest;
import org.zarf.guest.GuestRun;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.RunOptions;

/** A batch on the JVM and as a guest, made when first needed. */
final class Machines {

  private static final int SEEDS = 8;

  private final BatchClass batch;
  private final List<Path> folders;
  private boolean tried;
  private Guest guest;

  /**
   * Of a batch.
   *
   * @param folders of classes that are not on the class path; the first takes the batch's class
   */
  Machines(BatchClass batch, List<Path> folders) {
    this.batch = batch;
    this.folders = folders;
  }

  /** A test of each case. */
  DynamicContainer tests() {
    return DynamicContainer.dynamicContainer(
        batch.name(),
        IntStream.range(0, batch.cases().size())
            .mapToObj(
                index ->
                    DynamicTest.dynamicTest(
                        batch.cases().get(index).toString(), () -> compare(index))));
  }

  private void compare(int index) throws Exception {
    build();
    BatchClass.Case one = batch.cases().get(index);
    int seeds = one.random() ? SEEDS : 1;
    int equal = 0;
    for (int seed = 0; seed < seeds; seed++) {
      byte[] input = {(byte) index, (byte) (index >> 8), (byte) seed};
      GuestRun expected = GuestRun.of(CaseLoader.main(batch), input);
      assertThat(expected.failure()).isEmpty();
      String expectedText = new String(expected.journal(), StandardCharsets.UTF_8);
      if (!one.differs()) {
        assertThat(journal(input))
            .as("%s with seed %d in the virtual machine", one, seed)
            .isEqualTo(expectedText);
      } else if (journal(input).equals(expectedText)) {
        equal++;
      }
    }
    assertThat(equal).as("seeds without the known difference").isLessThan(seeds);
  }

  private void build() throws Exception {
    assertThat(tried && guest == null).as("%s could not be compiled", batch.name()).isFalse();
    if (guest != null) {
      return;
    }
    tried = true;
    batch.write(folders.getFirst());
    List<Path> path = new ArrayList<>(folders);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry));
    }
    guest = Guest.of(batch.name(), path);
  }

  private String journal(byte[] input) {
    var run =
        Executor.run(
            guest.program().guest(),
            RunOptions.defaults().withInput(input).withMaxCycles(1L << 30).withMaxMemory(1L << 30));
    assertThat(run.exit()).isEqualTo(new Exit.Halted(0));
    return new String(run.journal(), StandardCharsets.UTF_8);
  }
}
