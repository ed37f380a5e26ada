package org.zarf.jvm;

import java.util.List;
import java.util.stream.Stream;

/** The guests of the suite. */
final class Batches {

  static final String CASES = "org.zarf.jvm.cases.";

  private Batches() {}

  /** Those in Java, each with the cases of a few classes. */
  static List<BatchClass> java() {
    return List.of(
        batch("Numbers", "IntegerCases", "FloatCases"),
        batch("Types", "RecordCases", "ExceptionCases", "HandlerCases", "HandlerVariableCases"),
        batch(
            "Language",
            "ClassCases",
            "InitializationCases",
            "FlowCases",
            "LambdaCases",
            "EnumCases"),
        batch("Text", "StringCases", "FormatCases", "BigNumberCases"),
        batch("Library", "ListCases", "MapCases", "ArrayCases", "StreamCases"));
  }

  /**
   * Those in Kotlin.
   *
   * @param loader finds the classes that the cases were compiled to
   */
  static List<BatchClass> kotlin(ClassLoader loader) {
    return List.of(
        batch(loader, "KotlinLanguage", "ClassCasesKt", "FunctionCasesKt", "ControlCasesKt"),
        batch(loader, "KotlinLibrary", "NumberCasesKt", "LibraryCasesKt"));
  }

  private static BatchClass batch(String name, String... classes) {
    return batch(Batches.class.getClassLoader(), name, classes);
  }

  private static BatchClass batch(ClassLoader loader, String name, String... classes) {
    return BatchClass.of(loader, CASES + name, Stream.of(classes).map(one -> CASES + one).toList());
  }
}
