package org.zarf.jvm.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Exceptions, handlers, and what is in variables when they are reached. */
final class ExceptionCases {

  static final class Checked extends Exception {
    final int code;

    Checked(int code) {
      super("code " + code);
      this.code = code;
    }
  }

  record Resource(String name, Lines out, boolean failing) implements AutoCloseable {
    @Override
    public void close() {
      out.add("close", name);
      if (failing) {
        throw new IllegalStateException("close " + name);
      }
    }
  }

  private static final List<String> NOTHING = null;

  private ExceptionCases() {}

  private static int failing(int code) throws Checked {
    if (code > 0) {
      throw new Checked(code);
    }
    return code;
  }

  private static Lines same(Lines out) {
    return out;
  }

  static void parameterReadInHandler(Lines out) {
    try {
      failing(1);
      out.add("no exception");
    } catch (Checked e) {
      out.add("exception");
    }
  }

  static void parameterAndExceptionReadInHandler(Lines out) {
    try {
      failing(2);
      out.add("no exception");
    } catch (Checked e) {
      out.add("exception", e.code, e.getMessage());
    }
  }

  static void parameterReadInFinally(Lines out) throws Checked {
    try {
      failing(3);
      out.add("no exception");
    } finally {
      out.add("finally");
    }
  }

  static void variableReadInHandler(Lines out) {
    Lines lines = same(out);
    try {
      failing(4);
      lines.add("no exception");
    } catch (Checked e) {
      lines.add("exception");
    }
  }

  private static void changed(Lines out, int a, long b, double c, String d) {
    try {
      a = 4;
      failing(0);
      b = 7;
      d = d.trim();
      failing(5);
      c = 2;
    } catch (Checked e) {
      out.add(a, b, c, d);
    }
    int e = a * 3;
    try {
      e++;
      c = 4.5;
      failing(6);
      a = 9;
    } catch (Checked f) {
      out.add(a, b, c, d, e, f.code);
    }
  }

  static void variablesChangedBeforeTheException(Lines out) {
    changed(out, 1, 2, 3, " text ");
  }

  static void loopWithHandlers(Lines out) {
    int caught = 0;
    int sum = 0;
    for (int i = -3; i < 4; i++) {
      try {
        sum += failing(i);
      } catch (Checked e) {
        caught++;
        if (e.code == 2) {
          continue;
        }
        sum += 100;
      } finally {
        sum += 1000;
      }
    }
    out.add(caught, sum);
  }

  private static int finallyOverrides(int value) {
    try {
      failing(value);
      return 1;
    } catch (Checked e) {
      return 2;
    } finally {
      if (value == 7) {
        return 3;
      }
    }
  }

  static void returnInFinally(Lines out) {
    out.add(finallyOverrides(0), finallyOverrides(1), finallyOverrides(7));
  }

  private static int returnedBeforeFinally() {
    int value = 1;
    try {
      return value;
    } finally {
      value = 2;
    }
  }

  static void finallyDoesNotChangeWhatIsReturned(Lines out) {
    out.add(returnedBeforeFinally());
  }

  static void nestedHandlers(Lines out) {
    try {
      try {
        failing(1);
      } catch (Checked e) {
        out.add("inner", e.code);
        throw new IllegalStateException("outer", e);
      } finally {
        out.add("finally");
      }
    } catch (IllegalStateException e) {
      out.add(e.getMessage(), e.getCause().getMessage());
    }
  }

  static void exceptionInFinallyReplacesTheOther(Lines out) {
    try {
      try {
        failing(1);
      } finally {
        failing(2);
      }
    } catch (Checked e) {
      out.add(e.code, e.getSuppressed().length);
    }
  }

  static void severalTypesInOneHandler(Lines out) {
    for (int i = 0; i < 3; i++) {
      try {
        if (i == 0) {
          throw new IllegalArgumentException("argument");
        } else if (i == 1) {
          throw new IllegalStateException("state");
        }
        failing(i);
      } catch (IllegalArgumentException | IllegalStateException e) {
        out.add(e);
      } catch (Checked e) {
        out.add("checked", e.code);
      }
    }
  }

  static void theFirstHandlerThatFits(Lines out) {
    for (RuntimeException thrown :
        List.of(
            new IndexOutOfBoundsException("a"),
            new ArrayIndexOutOfBoundsException("b"),
            new NumberFormatException("c"),
            new RuntimeException("d"))) {
      try {
        throw thrown;
      } catch (ArrayIndexOutOfBoundsException e) {
        out.add("array", e.getMessage());
      } catch (IndexOutOfBoundsException e) {
        out.add("index", e.getMessage());
      } catch (IllegalArgumentException e) {
        out.add("argument", e.getMessage());
      } catch (RuntimeException e) {
        out.add("other", e.getMessage());
      }
    }
  }

  static void resourcesAreClosedInReverse(Lines out) {
    try (var a = new Resource("a", out, false);
        var b = new Resource("b", out, false)) {
      out.add("body", a.name(), b.name());
    }
  }

  static void resourcesAreClosedAfterAnException(Lines out) {
    try (var a = new Resource("a", out, true);
        var b = new Resource("b", out, true)) {
      throw new RuntimeException("body");
    } catch (RuntimeException e) {
      out.add(e.getMessage(), e.getSuppressed().length);
      for (Throwable suppressed : e.getSuppressed()) {
        out.add(suppressed.getMessage());
      }
    }
  }

  static void closingMayFail(Lines out) {
    out.message(
        () -> {
          try (var a = new Resource("a", out, true)) {
            return a.name();
          }
        });
  }

  static void resourcesMayBeNull(Lines out) {
    try (Resource none = null) {
      out.add(none == null);
    }
  }

  static void messagesOfArrays(Lines out) {
    int[] array = new int[3];
    int index = array.length;
    out.message(() -> array[index]);
    out.message(() -> array[-1]);
    out.message(() -> new int[-index].length);
  }

  @Differs("other exceptions and messages")
  static void messagesOfLists(Lines out) {
    out.message(() -> List.of().getFirst());
    out.outcome(() -> new ArrayList<>(List.of(1)).get(1));
    out.outcome(() -> new ArrayList<Integer>().iterator().next());
    out.outcome(() -> new ArrayDeque<Integer>().pop());
    out.outcome(() -> List.of(1).add(2));
    out.message(() -> Optional.empty().orElseThrow());
    out.message(() -> Integer.parseInt("twelve"));
  }

  static void nullPointers(Lines out) {
    out.outcome(() -> NOTHING.size());
    out.outcome(() -> ((int[]) (Object) NOTHING).length);
    out.outcome(() -> ((int[]) (Object) NOTHING)[1]);
    Integer box = null;
    out.outcome(() -> box + 1);
    out.outcome(
        () -> {
          throw (RuntimeException) (Object) NOTHING;
        });
  }

  static void classCasts(Lines out) {
    Object text = "text";
    out.outcome(() -> (Integer) text);
    out.outcome(() -> (int[]) text);
    out.outcome(() -> ((List<?>) text).size());
    out.outcome(() -> (CharSequence) text);
  }

  static void arrayStores(Lines out) {
    int[][] rows = new int[2][];
    out.outcome(() -> rows[0][0]);
    rows[1] = new int[] {5};
    out.outcome(() -> rows[1][0]);
  }

  static void causesAndSuppressed(Lines out) {
    var cause = new Checked(1);
    var failure = new RuntimeException(cause);
    failure.addSuppressed(new Checked(2));
    out.add(failure.getMessage());
    out.add(failure.getCause() == cause, failure.getSuppressed()[0].getMessage());
    var late = new RuntimeException("late");
    late.initCause(cause);
    out.add(late, late.getCause());
    out.outcome(() -> late.initCause(failure));
    out.add(new RuntimeException((String) null), new RuntimeException());
  }

  static void exceptionsThroughLambdas(Lines out) {
    Iterator<Integer> endless =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            if (next == 3) {
              throw new NoSuchElementException("at 3");
            }
            return next++;
          }
        };
    int[] sum = {0};
    out.message(
        () -> {
          endless.forEachRemaining(i -> sum[0] += i);
          return 0;
        });
    out.add(sum[0]);
  }

  static void breakOutOfFinally(Lines out) {
    int rounds = 0;
    while (true) {
      try {
        rounds++;
        failing(rounds);
      } catch (Checked e) {
        if (rounds < 3) {
          continue;
        }
      } finally {
        out.add("round", rounds);
      }
      break;
    }
    out.add(rounds);
  }

  static void rethrown(Lines out) {
    out.message(
        () -> {
          try {
            return failing(8);
          } catch (Throwable e) {
            out.add("seen", e.getClass().getSimpleName());
            throw e;
          }
        });
  }

  static void constructorsThatThrow(Lines out) {
    class Picky {
      final int value;

      Picky(int value) throws Checked {
        out.add("before");
        this.value = failing(value);
        out.add("after");
      }
    }
    out.message(() -> new Picky(0).value);
    out.message(() -> new Picky(1).value);
  }

  static void handlersInHandlers(Lines out) {
    try {
      failing(1);
    } catch (Checked first) {
      try {
        failing(first.code + 1);
      } catch (Checked second) {
        out.add(first.code, second.code);
      }
      out.add(first.code);
    }
  }

  static void assertionErrors(Lines out) {
    out.message(
        () -> {
          throw new AssertionError(5);
        });
    out.message(
        () -> {
          throw new UnsupportedOperationException("not this");
        });
  }
}
