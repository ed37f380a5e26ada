package org.zarf.jvm.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Streams and collectors. */
final class StreamCases {

  private static final List<String> WORDS =
      List.of("delta", "alpha", "charlie", "bravo", "echo", "alpha");

  private StreamCases() {}

  static void filterMapCollect(Lines out) {
    out.add(WORDS.stream().filter(w -> w.length() == 5).map(String::toUpperCase).toList());
  }

  static void streamsAreLazy(Lines out) {
    Stream<String> stream =
        WORDS.stream().peek(w -> out.add("saw", w)).filter(w -> w.startsWith("c"));
    out.add("built");
    out.add(stream.findFirst());
  }

  @Differs("they may be used again")
  static void streamsAreUsedOnce(Lines out) {
    Stream<String> stream = WORDS.stream();
    out.add(stream.count());
    out.outcome(stream::count);
  }

  static void sortedAndDistinct(Lines out) {
    out.add(WORDS.stream().distinct().sorted().toList());
    out.add(WORDS.stream().sorted(Comparator.comparing(String::length).reversed()).toList());
    out.outcome(() -> Stream.of(1, "a").sorted().toList());
  }

  static void limitsAndSkips(Lines out) {
    out.add(Stream.iterate(1, x -> x * 2).skip(3).limit(5).toList());
    out.add(IntStream.iterate(1, x -> x < 100, x -> x * 3).boxed().toList());
    out.add(
        WORDS.stream().takeWhile(w -> !w.startsWith("b")).toList(),
        WORDS.stream().dropWhile(w -> w.length() == 5).toList());
  }

  static void generated(Lines out) {
    int[] state = {1};
    out.add(Stream.generate(() -> state[0] *= 3).limit(4).toList(), state[0]);
  }

  static void flatMaps(Lines out) {
    out.add(
        Stream.of(List.of(1, 2), List.<Integer>of(), List.of(3)).flatMap(List::stream).toList());
    out.add(WORDS.stream().flatMapToInt(String::chars).filter(c -> c == 'a').count());
    out.add(
        Stream.of(1, 2, 3)
            .<Integer>mapMulti(
                (x, sink) -> {
                  for (int i = 0; i < x; i++) {
                    sink.accept(x);
                  }
                })
            .toList());
  }

  static void reductions(Lines out) {
    out.add(
        Stream.of(1, 2, 3, 4).reduce(Integer::sum), Stream.<Integer>empty().reduce(Integer::sum));
    out.add(Stream.of(1, 2, 3, 4).reduce(10, (a, b) -> a - b));
    out.add(WORDS.stream().reduce(0, (sum, w) -> sum + w.length(), Integer::sum));
  }

  static void matches(Lines out) {
    out.add(WORDS.stream().anyMatch("echo"::equals), WORDS.stream().allMatch(w -> w.length() > 4));
    out.add(
        WORDS.stream().noneMatch(String::isEmpty),
        Stream.empty().allMatch(x -> false),
        Stream.empty().anyMatch(x -> true));
  }

  static void extremes(Lines out) {
    out.add(
        WORDS.stream().max(Comparator.naturalOrder()),
        WORDS.stream().min(Comparator.comparing(String::length)));
    out.add(
        IntStream.empty().max(), IntStream.of(3, -7).min(), LongStream.of(1, 5).max().getAsLong());
  }

  static void ranges(Lines out) {
    out.add(
        IntStream.range(0, 5).boxed().toList(),
        IntStream.rangeClosed(3, 3).sum(),
        IntStream.range(5, 0).count());
    out.add(
        LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b),
        IntStream.range(0, 10).map(i -> 9 - i).skip(7).boxed().toList());
  }

  static void statistics(Lines out) {
    IntSummaryStatistics statistics = WORDS.stream().mapToInt(String::length).summaryStatistics();
    out.add(
        statistics.getMin(),
        statistics.getMax(),
        statistics.getSum(),
        statistics.getCount(),
        statistics.getAverage());
    out.add(
        IntStream.empty().summaryStatistics().getMin(),
        IntStream.of(1, 2).average(),
        IntStream.empty().average());
  }

  @Differs("another text")
  static void textOfStatistics(Lines out) {
    out.add(IntStream.of(1, 5, 9).summaryStatistics());
  }

  static void sumsOfDoubles(Lines out) {
    out.bits(
        DoubleStream.of(0.1, 0.2, 0.3, 1e16, -1e16).sum(),
        DoubleStream.of(1, 2, 4).average().getAsDouble());
    out.add(DoubleStream.of(3, Double.NaN).max().getAsDouble(), DoubleStream.empty().sum());
  }

  static void conversions(Lines out) {
    out.add(
        IntStream.of(1, 2).mapToObj(i -> "n" + i).toList(),
        IntStream.of(1, 2).asDoubleStream().sum());
    out.add(
        IntStream.of(65, 66).mapToObj(c -> (char) c).toList(),
        DoubleStream.of(2.9, -2.9).mapToInt(d -> (int) d).sum());
    out.add(
        Arrays.toString(Stream.of("a", "b").toArray(String[]::new)),
        Stream.of(1L, 2L).mapToLong(x -> x).sum());
    out.longs(IntStream.of(Integer.MAX_VALUE, 1).asLongStream().toArray());
    out.ints(IntStream.of(3, 1, 2).sorted().toArray());
  }

  static void concatenated(Lines out) {
    out.add(
        Stream.concat(WORDS.stream().limit(1), Stream.of("x")).toList(),
        IntStream.concat(IntStream.of(1), IntStream.of(2)).sum());
    Stream.Builder<String> builder = Stream.builder();
    builder.add("p").add("q");
    out.add(builder.build().toList(), Stream.of((Object) null).count());
  }

  static void orderOfSideEffects(Lines out) {
    Stream.of(3, 1, 2)
        .peek(x -> out.add("before", x))
        .sorted()
        .peek(x -> out.add("after", x))
        .limit(2)
        .forEach(x -> out.add("end", x));
  }

  static void streamIterators(Lines out) {
    Iterator<Integer> iterator = Stream.of(1, 2).map(x -> x + 1).iterator();
    out.add(iterator.next(), iterator.hasNext(), iterator.next(), iterator.hasNext());
    out.outcome(iterator::next);
  }

  static void closing(Lines out) {
    try (Stream<String> stream = WORDS.stream().onClose(() -> out.add("closed"))) {
      out.add(stream.findAny().isPresent());
    }
  }

  static void joiningWords(Lines out) {
    out.add(
        WORDS.stream().collect(Collectors.joining()),
        WORDS.stream().limit(2).collect(Collectors.joining(", ", "<", ">")));
    out.add(Stream.<String>empty().collect(Collectors.joining("-", "[", "]")));
  }

  static void grouping(Lines out) {
    out.add(
        WORDS.stream()
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList())));
    out.add(
        WORDS.stream()
            .collect(Collectors.groupingBy(w -> w.charAt(0), TreeMap::new, Collectors.counting())));
    out.add(WORDS.stream().collect(Collectors.groupingBy(String::length)).get(7));
  }

  static void groupingNested(Lines out) {
    Map<Integer, Map<Character, Set<String>>> groups =
        WORDS.stream()
            .collect(
                Collectors.groupingBy(
                    String::length,
                    TreeMap::new,
                    Collectors.groupingBy(
                        w -> w.charAt(0), TreeMap::new, Collectors.toCollection(TreeSet::new))));
    out.add(groups);
  }

  static void partitioning(Lines out) {
    Map<Boolean, List<String>> parts =
        WORDS.stream().collect(Collectors.partitioningBy(w -> w.length() > 4));
    out.add(parts.get(true), parts.get(false), parts);
    out.add(
        Stream.<String>empty()
            .collect(Collectors.partitioningBy(String::isEmpty, Collectors.counting())));
  }

  static void toMaps(Lines out) {
    out.add(WORDS.stream().distinct().collect(Collectors.toMap(w -> w.charAt(0), String::length)));
    out.add(
        WORDS.stream()
            .collect(
                Collectors.toMap(Function.identity(), w -> 1, Integer::sum, LinkedHashMap::new)));
    out.outcome(() -> WORDS.stream().collect(Collectors.toMap(w -> w, w -> 1)));
  }

  static void downstreamCollectors(Lines out) {
    out.add(WORDS.stream().collect(Collectors.mapping(String::length, Collectors.toSet())));
    out.add(
        WORDS.stream().collect(Collectors.averagingInt(String::length)),
        WORDS.stream().collect(Collectors.summingLong(String::length)));
    out.add(
        WORDS.stream().collect(Collectors.minBy(Comparator.naturalOrder())),
        WORDS.stream().collect(Collectors.reducing(0, String::length, Math::max)));
    int size =
        WORDS.stream().collect(Collectors.collectingAndThen(Collectors.toList(), List::size));
    out.add(size);
  }

  static void filteringAndFlatMapping(Lines out) {
    out.add(
        WORDS.stream().collect(Collectors.filtering(w -> w.contains("l"), Collectors.toList())));
    out.add(
        WORDS.stream()
            .collect(
                Collectors.flatMapping(w -> Stream.of(w.charAt(0), '.'), Collectors.toList())));
  }

  static void teeing(Lines out) {
    String both =
        Stream.of(1, 2, 3, 4)
            .collect(
                Collectors.teeing(
                    Collectors.summingInt(x -> x), Collectors.counting(), (a, n) -> a + "/" + n));
    out.add(both);
  }

  static void ownCollector(Lines out) {
    Collector<String, StringBuilder, String> initials =
        Collector.of(
            StringBuilder::new,
            (b, w) -> b.append(w.charAt(0)),
            StringBuilder::append,
            StringBuilder::toString);
    out.add(WORDS.stream().collect(initials));
  }

  static void collectingIntoContainers(Lines out) {
    ArrayList<Integer> list =
        IntStream.range(0, 4).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    out.add(list, WORDS.stream().collect(Collectors.toCollection(TreeSet::new)).first());
  }

  static void resultsAreImmutable(Lines out) {
    out.outcome(() -> Stream.of(1).toList().add(2));
    out.outcome(() -> Stream.of(1).collect(Collectors.toUnmodifiableList()).add(2));
    List<Integer> list = Stream.of(1).collect(Collectors.toList());
    list.add(2);
    out.add(list);
  }

  static void nullsInStreams(Lines out) {
    out.add(
        Stream.of("a", null).map(x -> x == null).toList(),
        Arrays.asList(1, null).stream().toList());
    out.outcome(() -> Stream.of(null, null).collect(Collectors.toMap(x -> 1, x -> x)));
  }

  static void primes(Lines out) {
    out.add(
        IntStream.rangeClosed(2, 60)
            .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0))
            .boxed()
            .map(String::valueOf)
            .collect(Collectors.joining(" ")));
  }

  @Differs("nothing is thrown")
  static void negativeLimits(Lines out) {
    out.outcome(() -> WORDS.stream().limit(-1).toList());
  }

  @Differs("it is as if there was none")
  static void firstIsNull(Lines out) {
    out.outcome(() -> Stream.of((Object) null).findFirst());
  }
}
