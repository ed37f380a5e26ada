package org.zarf.jvm;

import java.util.List;
import java.util.stream.Stream;

/** The guests of the suite. */
final class Batches {

  static final String CASES = "org.zarf.jvm.cases.";

  private Batches() {}

  /** All of them, each with the cases of a few classes. */
  static List<BatchClass> all() {
    return List.of(
        batch("Numbers", "IntegerCases", "FloatCases"),
        batch("Types", "RecordCases", "ExceptionCases"));
  }

  private static BatchClass batch(String name, String... classes) {
    return BatchClass.of(
        CASES + name, Stream.of(classes).map(one -> CASES + one).toArray(String[]::new));
  }
}
