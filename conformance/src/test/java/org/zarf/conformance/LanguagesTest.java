package org.zarf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zarf.riscv.Exit;
import org.zarf.riscv.FunctionCycles;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.LineCycles;
import org.zarf.riscv.Profile;

/** The same programs in five languages: equal journals, and the cycles that docs/costs.md says. */
class LanguagesTest {

  /** Compilers of other versions give other code. */
  private static final Percentage TOLERANCE = Percentage.withPercentage(5);

  /** The function that sorts, as each language names it; C++'s is an instance of a template. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "quicksort|_Z.*9quicksort.*|sort::quicksort|Sort\\.quicksort\\(int\\[],int,int\\)");

  private static final List<String> PROGRAMS = List.of("empty", "sort", "tree");

  @TempDir Path folder;

  static Stream<Arguments> programs() {
    return PROGRAMS.stream()
        .flatMap(p -> Stream.of(Language.values()).map(l -> Arguments.of(p, l)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramDoesTheSameInEachLanguage(String program, Language language) throws Exception {
    GuestProgram guest = language.build(program, folder);
    GuestRun run = GuestRun.of(guest, program.equals("empty") ? new byte[0] : Language.input());
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(0));
    assertThat(run.journal()).isEqualTo(expected(program));
    assertThat(run.run().cycles())
        .as("cycles of %s in %s, which docs/costs.md states", program, language)
        .isCloseTo(stated(program, language), TOLERANCE);
    if (program.equals("sort")) {
      costsAreToldByTheSource(run.run().profile(), language.source("sort"));
    }
  }

  /** Most of sorting is the one function, and its lines. */
  private static void costsAreToldByTheSource(Profile profile, String source) {
    long byFunction =
        profile.functions().stream()
            .filter(f -> FUNCTION.matcher(f.name()).matches())
            .mapToLong(FunctionCycles::cycles)
            .sum();
    long byLine =
        profile.lines().stream()
            .filter(l -> l.line().file().endsWith(source))
            .mapToLong(LineCycles::cycles)
            .sum();
    assertThat(byFunction).as("cycles of the function").isGreaterThan(300_000);
    assertThat(byLine).as("cycles of the lines").isGreaterThan(300_000);
  }

  /** What Java takes of C's cycles, decoding included. */
  @Test
  void javaStaysNearC() {
    assertThat(stated("empty", Language.JAVA)).isLessThanOrEqualTo(10_000);
    assertThat(ratio("sort")).isLessThanOrEqualTo(1.6);
    assertThat(ratio("tree")).isLessThanOrEqualTo(3);
  }

  private static double ratio(String program) {
    return (double) stated(program, Language.JAVA) / stated(program, Language.C);
  }

  /** The programs that costs are measured with do each operation. */
  @ParameterizedTest
  @EnumSource(names = {"C", "JAVA"})
  void operationsHaveCosts(Language language) throws Exception {
    GuestProgram guest = language.build("costs", folder);
    for (int operation = 0; operation < (language == Language.C ? 11 : 27); operation++) {
      long none = costs(guest, operation, 0);
      assertThat(costs(guest, operation, 2) - none)
          .as("cycles of operation %d in %s", operation, language)
          .isBetween(operation == 0 ? 0L : 1L, 8_000_000L);
    }
  }

  private static long costs(GuestProgram guest, int operation, int times) {
    ByteBuffer input = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    GuestRun run = GuestRun.of(guest, input.putInt(operation).putInt(times).array());
    assertThat(run.exit()).as(run.printed()).isEqualTo(new Exit.Halted(0));
    return run.run().cycles();
  }

  /** The figure in the table of the page. */
  private static long stated(String program, Language language) {
    String page = new String(Guests.bytes("docs/costs.md"), StandardCharsets.UTF_8);
    List<String> titles = cells(page, "| program |");
    return Long.parseLong(
        cells(page, "| `" + program + "`")
            .get(titles.indexOf(language.toString()))
            .replace(",", ""));
  }

  private static List<String> cells(String page, String start) {
    String row = page.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    return Arrays.stream(row.split("\\|")).map(String::strip).toList();
  }

  /** The journal of a program, computed again. */
  private static byte[] expected(String program) throws IOException {
    ByteBuffer input = ByteBuffer.wrap(Language.input()).order(ByteOrder.LITTLE_ENDIAN);
    int[] numbers = new int[input.getInt()];
    input.asIntBuffer().get(numbers);
    ByteBuffer journal = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    switch (program) {
      case "sort" -> {
        Arrays.sort(numbers);
        journal.putInt(numbers[numbers.length / 2]).putLong(checksum(numbers));
      }
      case "tree" -> {
        journal.putInt(height(Arrays.stream(numbers).boxed().toList()));
        int[] distinct = Arrays.stream(numbers).distinct().sorted().toArray();
        assertThat(distinct).as("numbers that occur once").hasSameSizeAs(numbers);
        journal.putInt(distinct.length).putLong(checksum(distinct));
      }
      default -> {}
    }
    return Arrays.copyOf(journal.array(), journal.position());
  }

  private static long checksum(int[] numbers) {
    return Arrays.stream(numbers).asLongStream().reduce(0, (sum, n) -> 31 * sum + n);
  }

  /** The height of the search tree that numbers give in this order. */
  private static int height(List<Integer> numbers) {
    if (numbers.isEmpty()) {
      return 0;
    }
    int root = numbers.getFirst();
    int lower = height(numbers.stream().filter(n -> n < root).toList());
    return 1 + Math.max(lower, height(numbers.stream().filter(n -> n > root).toList()));
  }
}
