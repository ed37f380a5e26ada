package org.zarf.jvm;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case computes in the virtual machine what it computes on the JVM, but for those that
 * {@linkplain Differs differ}.
 */
class ConformanceTest {

  @TempDir static Path classes;

  @BeforeAll
  static void requireCompiler() {
    Tools.requireCompiler();
  }

  @TestFactory
  Stream<DynamicContainer> everyCaseComputesWhatItDoesOnTheJvm() {
    return Batches.java().stream().map(batch -> new Machines(batch, List.of(classes)).tests());
  }
}
