package org.zarf.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zarf.guest.GuestContext;
import org.zarf.riscv.Exit;

/** Classes that are no guests, and guests that use what there is not, are refused with a reason. */
class RefusedGuestsTest {

  static final class Nothing {
    private Nothing() {}
  }

  static final class OfAnother {
    private OfAnother() {}

    public static void main(String[] args) {}
  }

  static final class OfAnObject {
    private OfAnObject() {}

    public void main(GuestContext guest) {}
  }

  static final class Hidden {
    private Hidden() {}

    static void main(GuestContext guest) {}
  }

  static final class Native {
    private Native() {}

    static native int secret(int x);

    public static void main(GuestContext guest) {
      System.out.println(secret(3));
    }
  }

  static final class Virtual {
    private Virtual() {}

    public static void main(GuestContext guest) throws Exception {
      Thread.ofVirtual().start(() -> guest.publish(new byte[1])).join();
    }
  }

  static final class Hashing {
    private Hashing() {}

    public static void main(GuestContext guest) throws Exception {
      guest.publish(MessageDigest.getInstance("SHA-256").digest(guest.input()));
    }
  }

  static final class Net {
    private Net() {}

    public static void main(GuestContext guest) throws Exception {
      new java.net.Socket("localhost", 80).close();
    }
  }

  @SuppressWarnings({"deprecation", "ClassNewInstance"}) // what is refused
  static final class Reflecting {
    private Reflecting() {}

    public static void main(GuestContext guest) throws Exception {
      Class<?> type = guest.getClass();
      int count = type.getTypeParameters().length;
      count += type.getClasses().length;
      count += type.getDeclaredClasses().length;
      count += type.getMethods().length;
      count += type.getDeclaredMethods().length;
      count += type.getFields().length;
      count += type.getDeclaredFields().length;
      count += type.getConstructors().length;
      count += type.getDeclaredConstructors().length;
      Object found = Class.forName(new String(guest.input(), UTF_8));
      found = type.getMethod("halt", int.class).invoke(found, 3);
      found = type.getDeclaredMethod("halt", int.class).invoke(found, 3);
      found = type.getField("code").get(found);
      found = type.getDeclaredField("code").get(found);
      found = type.newInstance();
      found = type.getConstructor().newInstance();
      found = type.getDeclaredConstructor().newInstance();
      found =
          Proxy.newProxyInstance(
              type.getClassLoader(), new Class<?>[] {Runnable.class}, (p, m, a) -> null);
      guest.print(found + " " + count);
    }
  }

  static final class Filing {
    private Filing() {}

    public static void main(GuestContext guest) throws Exception {
      try (var in = new FileInputStream("in");
          var out = new FileOutputStream("out");
          var file = new RandomAccessFile("both", "rw")) {
        out.write(in.read() + file.read());
      }
      new FileReader("in").close();
      new FileWriter("out").close();
      boolean exists = new File("in").exists();
      guest.print(new File("in").length() + " " + exists);
      guest.publish(Files.readAllBytes(Path.of("in")));
      guest.print(Files.exists(Paths.get("in")) + File.separator);
    }
  }

  @SuppressWarnings({"NakedNotify", "ThreadPriorityCheck", "WaitNotInLoop"}) // what is refused
  static final class Threading extends Thread {
    private Threading() {}

    public static void main(GuestContext guest) throws Exception {
      var own = new Threading();
      own.start();
      own.join();
      own.interrupt();
      Thread.sleep(1);
      Thread.yield();
      synchronized (guest) {
        guest.wait();
        guest.notify();
        guest.notifyAll();
      }
      TimeUnit.SECONDS.sleep(1);
      new Timer();
      var queue = new ArrayBlockingQueue<Integer>(1);
      queue.offer(1, 1, TimeUnit.SECONDS);
      guest.print("" + queue.poll(1, TimeUnit.SECONDS));
    }
  }

  static final class Pool {
    private Pool() {}

    public static void main(GuestContext guest) {
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        pool.execute(() -> guest.publish(new byte[1]));
      }
    }
  }

  static final class Ending {
    private Ending() {}

    public static void main(GuestContext guest) {
      if (guest.input().length > 0) {
        Runtime.getRuntime().exit(1);
      }
      System.exit(1);
    }
  }

  static final class ByReference {
    private ByReference() {}

    static void end(IntConsumer end) {
      end.accept(3);
    }

    public static void main(GuestContext guest) {
      end(Runtime.getRuntime()::exit);
    }
  }

  @SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"}) // what is refused
  static final class Clock {
    private Clock() {}

    public static void main(GuestContext guest) {
      guest.print(System.currentTimeMillis() + " " + System.nanoTime());
      guest.print(new Date() + " " + Calendar.getInstance() + " " + new GregorianCalendar());
      guest.print(Instant.now() + " " + LocalDate.now() + " " + LocalTime.now());
      guest.print(LocalDateTime.now(ZoneOffset.UTC) + " " + java.time.Clock.systemUTC());
    }
  }

  static final class Settings {
    private Settings() {}

    public static void main(GuestContext guest) {
      guest.print(System.getProperty("java.version") + Boolean.getBoolean("b"));
      guest.print(Integer.getInteger("i") + " " + Long.getLong("l"));
    }
  }

  /** Uses much of which the class library does by what is refused. */
  static final class Innocent {
    private Innocent() {}

    enum Colour {
      RED,
      GREEN
    }

    record Named(String name, Colour colour) {}

    private static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> 3);

    public static void main(GuestContext guest) throws Exception {
      System.out.printf("%s %d\n", Thread.currentThread().getName(), LOCAL.get());
      System.err.println(String.format("%05.2f %s", 1.5, new Named("a", Colour.valueOf("RED"))));
      synchronized (guest) {
        System.out.println(Colour.GREEN.getClass().getSimpleName() + " " + Named.class.getName());
      }
      Integer[] sorted = List.of(3, 1, 2).stream().sorted().toArray(Integer[]::new);
      System.out.println(Arrays.toString(Arrays.copyOf(sorted, 4)));
      var map = new ConcurrentHashMap<String, List<Integer>>();
      map.computeIfAbsent("x", k -> new ArrayList<>()).add(new Random(1).nextInt(1));
      System.out.println(map + " " + new BigInteger("123").pow(9) + " " + Colour.values().length);
      try (var out = new ByteArrayOutputStream();
          var printer = new PrintStream(out, true, UTF_8)) {
        printer.println(EnumSet.allOf(Colour.class));
        guest.publish(out.toByteArray());
        guest.getClass().cast(guest.input().length);
      } catch (ClassCastException | IOException e) {
        System.out.println(e.getStackTrace().length > 0);
      }
      if (Pattern.matches("a+", "aaa")) {
        guest.halt(7);
      }
    }
  }

  static List<Arguments> without() {
    return List.of(
        Arguments.of(Nothing.class, "has no entry method"),
        Arguments.of(OfAnother.class, "has no entry method"),
        Arguments.of(OfAnObject.class, "has a method main that is not static"),
        Arguments.of(Hidden.class, "has a method main that is not public"));
  }

  @ParameterizedTest
  @MethodSource("without")
  void aGuestHasAnEntryMethod(Class<?> guest, String why) {
    assertThatThrownBy(() -> Guest.of(guest))
        .isInstanceOf(GuestCompilationException.class)
        .hasMessageStartingWith(
            guest.getName() + " " + why + ": a guest starts with public static");
  }

  static List<Arguments> unsupported() {
    return List.of(
        Arguments.of(Native.class, "Native.secret"),
        Arguments.of(Virtual.class, "java.lang.Thread.ofVirtual"),
        Arguments.of(
            Hashing.class, "java.security.MessageDigest was not found: use org.zarf.guest.Sha256"),
        Arguments.of(Net.class, "java.net.Socket"),
        Arguments.of(Pool.class, "java.util.concurrent.Executors was not found: a guest has one"));
  }

  /** What is missing is named, and the method of the guest that uses it. */
  @ParameterizedTest
  @MethodSource("unsupported")
  void whatGuestsCannotIsNamed(Class<?> guest, String missing) {
    assertThatThrownBy(() -> Guest.of(guest))
        .isInstanceOf(GuestCompilationException.class)
        .hasMessageStartingWith(guest.getName() + " uses what guests cannot:\n")
        .hasMessageContaining(missing)
        .hasMessageContaining(guest.getName() + ".main");
  }

  private static Stream<String> named(String owner, String... methods) {
    return Stream.of(methods).map(method -> owner + "." + method);
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of(
            Reflecting.class,
            "a guest has no reflection: call methods and read fields where the source names them",
            Stream.concat(
                named(
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
                named("java.lang.reflect.Proxy", "newProxyInstance"))),
        Arguments.of(
            Filing.class,
            "a guest has no files: read GuestContext.input, and publish or print",
            Stream.of(
                    named("java.io.FileInputStream", "<init>", "read", "close"),
                    named("java.io.FileOutputStream", "<init>", "write", "close"),
                    named("java.io.RandomAccessFile", "<init>", "read", "close"),
                    named("java.io.FileReader", "<init>"),
                    named("java.io.FileWriter", "<init>"),
                    named("java.io.File", "<init>", "<clinit>", "exists", "length"),
                    named("java.nio.file.Files", "readAllBytes", "exists"),
                    named("java.nio.file.Path", "of"),
                    named("java.nio.file.Paths", "get"))
                .flatMap(names -> names)),
        Arguments.of(
            Threading.class,
            "a guest has one thread: call in order what others would run",
            Stream.of(
                    named("java.lang.Thread", "start", "join", "interrupt", "sleep", "yield"),
                    named("java.lang.Object", "wait", "notify", "notifyAll"),
                    named("java.util.concurrent.TimeUnit", "sleep"),
                    named("java.util.Timer", "<init>"),
                    named("java.util.concurrent.ArrayBlockingQueue", "offer", "poll"))
                .flatMap(names -> names)),
        Arguments.of(
            Ending.class,
            "use GuestContext.halt",
            Stream.of("Method java.lang.System.exit(I)V was not found", "java.lang.Runtime.exit")),
        Arguments.of(
            ByReference.class, "use GuestContext.halt", named("java.lang.Runtime", "exit")),
        Arguments.of(
            Clock.class,
            "a guest has no clock: take the time from the input",
            Stream.of(
                    named("java.lang.System", "currentTimeMillis", "nanoTime"),
                    named("java.util.Date", "<init>"),
                    named("java.util.Calendar", "getInstance"),
                    named("java.util.GregorianCalendar", "<init>"),
                    named("java.time.Instant", "now"),
                    named("java.time.LocalDate", "now"),
                    named("java.time.LocalTime", "now"),
                    named("java.time.LocalDateTime", "now"),
                    named("java.time.Clock", "systemUTC"))
                .flatMap(names -> names)),
        Arguments.of(
            Settings.class,
            "a guest has no system properties: take settings from the input",
            Stream.of(
                "java.lang.System.getProperty",
                "java.lang.Integer.getInteger",
                "java.lang.Long.getLong",
                "java.lang.Boolean.getBoolean")));
  }

  /** Every use is named, with what to do in its place, and where it is. */
  @ParameterizedTest
  @MethodSource("refused")
  void whatIsInTheClassLibraryAndCannotWorkIsNamed(
      Class<?> guest, String advice, Stream<String> methods) {
    var failure = catchThrowableOfType(GuestCompilationException.class, () -> Guest.of(guest));
    List<String> lines = failure.getMessage().lines().toList();
    var named = new TreeSet<String>();
    for (int i = 1; i < lines.size() - 1; i++) {
      if (!lines.get(i).startsWith(" ")) {
        List<String> parts = List.of(lines.get(i).split(": ", 2));
        named.add(parts.getFirst());
        assertThat(parts.getLast()).isEqualTo(advice);
        assertThat(lines.get(i + 1))
            .startsWith("    at " + guest.getName())
            .contains("(RefusedGuestsTest.java:");
      }
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(methods.toList());
  }

  @Test
  void whatTheClassLibraryDoesByItselfIsNotRefused() throws Exception {
    Tools.requireCompiler();
    MachineRun run = MachineRun.of(Guest.of(Innocent.class));
    assertThat(run.printed())
        .isEqualTo(
            """
            main 3
            01.50 Named[name=a, colour=RED]
            Colour org.zarf.compiler.RefusedGuestsTest$Innocent$Named
            [1, 2, 3, null]
            {x=[0]} 6443858614676334363 2
            true
            """);
    assertThat(run.journal()).asString(UTF_8).isEqualTo("[RED, GREEN]\n");
    assertThat(run.exit()).isEqualTo(new Exit.Halted(7));
  }
}
