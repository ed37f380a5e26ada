package org.zarf.compiler.teavm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teavm.model.MethodReference;

/**
 * What guests cannot do, and what to do in its place. TeaVM has definitions of most of these
 * methods; compiled, they would fail without their names, or do nothing and not say so.
 */
final class RefusedMethods {

  private static final String REFLECTION =
      "a guest has no reflection: call methods and read fields where the source names them";
  private static final String THREADS =
      "a guest has one thread: call in order what others would run";
  private static final String FILES =
      "a guest has no files: read GuestContext.input, and publish or print";
  private static final String EXIT = "use GuestContext.halt";
  private static final String CLOCK = "a guest has no clock: take the time from the input";
  private static final String PROPERTIES =
      "a guest has no system properties: take settings from the input";
  private static final String HASHES = "use org.zarf.guest.Sha256";

  /**
   * Methods of a class.
   *
   * @param names of methods, or names with descriptors; all methods if empty
   */
  private record Rule(String owner, Set<String> names, String advice) {

    static Rule these(String advice, String owner, String... names) {
      return new Rule(owner, Set.of(names), advice);
    }

    static Rule all(String advice, String owner) {
      return new Rule(owner, Set.of(), advice);
    }

    boolean isForAll() {
      return names.isEmpty();
    }

    boolean isFor(MethodReference method) {
      return method.getClassName().equals(owner)
          && ((isForAll() && !method.getName().equals("<clinit>"))
              || names.contains(method.getName())
              || names.contains(method.getDescriptor().toString()));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.these(EXIT, "java.lang.System", "exit"),
          Rule.these(EXIT, "java.lang.Runtime", "exit", "halt"),
          Rule.these(CLOCK, "java.lang.System", "currentTimeMillis", "nanoTime"),
          Rule.these(CLOCK, "java.util.Date", "<init>()V"),
          Rule.these(CLOCK, "java.util.Calendar", "getInstance"),
          Rule.these(CLOCK, "java.util.GregorianCalendar", "<init>()V"),
          clock("Instant"),
          clock("LocalDate"),
          clock("LocalDateTime"),
          clock("LocalTime"),
          clock("OffsetDateTime"),
          clock("OffsetTime"),
          clock("Year"),
          clock("YearMonth"),
          clock("MonthDay"),
          clock("ZonedDateTime"),
          Rule.these(
              CLOCK,
              "java.time.Clock",
              "system",
              "systemUTC",
              "systemDefaultZone",
              "tickSeconds",
              "tickMinutes"),
          Rule.these(
              PROPERTIES,
              "java.lang.System",
              "getProperty",
              "getProperties",
              "setProperty",
              "setProperties",
              "clearProperty"),
          Rule.these(PROPERTIES, "java.lang.Integer", "getInteger"),
          Rule.these(PROPERTIES, "java.lang.Long", "getLong"),
          Rule.these(PROPERTIES, "java.lang.Boolean", "getBoolean"),
          Rule.these(THREADS, "java.lang.Thread", "start", "sleep", "join", "yield", "interrupt"),
          Rule.these(THREADS, "java.lang.Object", "wait", "notify", "notifyAll"),
          Rule.all(THREADS, "java.util.Timer"),
          Rule.all(THREADS, "java.util.concurrent.Executors"),
          Rule.all(THREADS, "java.util.concurrent.ExecutorService"),
          Rule.all(THREADS, "java.util.concurrent.CompletableFuture"),
          Rule.these(THREADS, "java.util.concurrent.TimeUnit", "sleep", "timedJoin", "timedWait"),
          Rule.these(
              THREADS,
              "java.util.concurrent.ArrayBlockingQueue",
              "offer(Ljava/lang/Object;JLjava/util/concurrent/TimeUnit;)Z",
              "poll(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;"),
          Rule.these(
              REFLECTION,
              "java.lang.Class",
              "forName",
              "newInstance",
              "getClasses",
              "getDeclaredClasses",
              "getTypeParameters",
              "getMethods",
              "getMethod",
              "getDeclaredMethods",
              "getDeclaredMethod",
              "getFields",
              "getField",
              "getDeclaredFields",
              "getDeclaredField",
              "getConstructors",
              "getConstructor",
              "getDeclaredConstructors",
              "getDeclaredConstructor"),
          Rule.all(REFLECTION, "java.lang.reflect.Proxy"),
          Rule.all(FILES, "java.io.File"),
          // For what reads its constants.
          Rule.these(FILES, "java.io.File", "<clinit>"),
          Rule.all(FILES, "java.io.FileInputStream"),
          Rule.all(FILES, "java.io.FileOutputStream"),
          Rule.all(FILES, "java.io.FileReader"),
          Rule.all(FILES, "java.io.FileWriter"),
          Rule.all(FILES, "java.io.RandomAccessFile"),
          Rule.all(FILES, "java.nio.file.Files"),
          Rule.all(FILES, "java.nio.file.FileSystems"),
          Rule.these(FILES, "java.nio.file.Path", "of"),
          Rule.all(FILES, "java.nio.file.Paths"),
          Rule.all(HASHES, "java.security.MessageDigest"));

  private RefusedMethods() {}

  /** The time of now, unless a clock is given. */
  private static Rule clock(String type) {
    String result = "Ljava/time/" + type + ";";
    return Rule.these(
        CLOCK, "java.time." + type, "now()" + result, "now(Ljava/time/ZoneId;)" + result);
  }

  /** What to say to who calls a method; empty if nothing is wrong with it. */
  static Optional<String> advice(MethodReference method) {
    return RULES.stream().filter(r -> r.isFor(method)).map(Rule::advice).findFirst();
  }

  /** What to say to who uses a class; empty if some of its methods can be called. */
  static Optional<String> advice(String className) {
    return RULES.stream()
        .filter(r -> r.owner().equals(className) && r.isForAll())
        .map(Rule::advice)
        .findFirst();
  }
}
