package org.zarf.jvm.cases;

import java.util.List;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Handlers within handlers, and parameters that are assigned to where an exception is caught. */
final class HandlerCases {

  static class Failure extends RuntimeException {
    Failure(String message) {
      super(message);
    }
  }

  static final class Worse extends Failure {
    Closing place;

    Worse(String message) {
      super(message);
    }
  }

  static final class Other extends RuntimeException {
    Other(String message) {
      super(message);
    }
  }

  record Closing(String name, Lines out) implements AutoCloseable {
    @Override
    public void close() {
      out.add("close", name);
      if (name.startsWith("!")) {
        throw new Other("close " + name);
      }
    }
  }

  private HandlerCases() {}

  private static void fail(int kind) {
    switch (kind) {
      case 1 -> throw new Failure("one");
      case 2 -> throw new Worse("two");
      case 3 -> throw new Other("three");
      default -> {}
    }
  }

  private static int nested(Lines out, int inner, int handler) {
    try {
      try {
        fail(inner);
      } catch (Failure e) {
        out.add("inner", e.getMessage());
        fail(handler);
      }
    } catch (Other e) {
      out.add("outer", e.getMessage());
    }
    return inner;
  }

  static void innerHandlersThatThrow(Lines out) {
    for (int inner = 0; inner < 4; inner++) {
      for (int handler = 0; handler < 4; handler++) {
        int first = inner;
        int second = handler;
        out.message(() -> nested(out, first, second));
      }
    }
  }

  private static void siblings(Lines out, int body, int handler) {
    try {
      fail(body);
    } catch (Worse e) {
      out.add("worse");
      fail(handler);
    } catch (Failure e) {
      out.add("failure");
      fail(handler);
    } catch (RuntimeException e) {
      out.add("any");
      fail(handler);
    } finally {
      out.add("finally");
    }
  }

  static void aClauseDoesNotCoverAnother(Lines out) {
    for (int body = 0; body < 4; body++) {
      for (int handler = 0; handler < 4; handler++) {
        int first = body;
        int second = handler;
        out.message(
            () -> {
              siblings(out, first, second);
              return "passed";
            });
      }
    }
  }

  private static int deep(Lines out) {
    try {
      try {
        try {
          throw new Worse("a");
        } catch (Worse e) {
          throw new Other(e.getMessage() + "b");
        } finally {
          out.add("first");
        }
      } catch (Other e) {
        throw new Failure(e.getMessage() + "c");
      } finally {
        out.add("second");
      }
    } catch (Failure e) {
      throw new Other(e.getMessage() + "d");
    } finally {
      out.add("third");
    }
  }

  static void threeDeepThatOnlyThrow(Lines out) {
    out.message(() -> deep(out));
  }

  private static int finallyInFinally(Lines out) {
    try {
      try {
        throw new Failure("body");
      } finally {
        try {
          fail(3);
        } finally {
          out.add("innermost");
        }
      }
    } finally {
      out.add("outermost");
    }
  }

  static void finallyThatThrows(Lines out) {
    out.message(() -> finallyInFinally(out));
  }

  private static int resources(Lines out) {
    Throwable seen = null;
    try (var first = new Closing("a", out);
        var second = new Closing("!b", out);
        var third = new Closing("c", out)) {
      out.add(first.name() + second.name() + third.name());
      throw new Failure("body");
    } catch (Failure e) {
      seen = e;
      throw e;
    } finally {
      out.add(seen, seen == null ? 0 : seen.getSuppressed().length);
    }
  }

  static void resourcesWithinHandlers(Lines out) {
    out.message(() -> resources(out));
  }

  private static int byHand(Lines out) {
    Throwable outer = null;
    var first = new Closing("first", out);
    try {
      Throwable inner = null;
      var second = new Closing("second", out);
      try {
        throw new Failure("body");
      } catch (Throwable e) {
        inner = e;
        throw e;
      } finally {
        second.close();
        out.add(inner);
      }
    } catch (Throwable e) {
      outer = e;
      throw e;
    } finally {
      first.close();
      out.add(outer);
    }
  }

  static void handlersThatRememberAndRethrow(Lines out) {
    out.message(() -> byHand(out));
  }

  private static int leftInside(Lines out, int way) {
    for (int round = 0; round < 2; round++) {
      try {
        try {
          fail(way % 4);
          if (way == 4) {
            continue;
          }
        } catch (Failure e) {
          if (e instanceof Worse) {
            break;
          }
          return round;
        } finally {
          out.add("inner", round);
        }
      } catch (Other e) {
        out.add(e.getMessage());
      } finally {
        out.add("outer", round);
      }
    }
    return -1;
  }

  static void leavingThroughBoth(Lines out) {
    for (int way = 0; way < 5; way++) {
      out.add(way, leftInside(out, way));
    }
  }

  private static void assignedAfterTheFailure(Lines out, int kind, int a, long b, String c) {
    try {
      fail(kind);
      a = 10;
      b = a + b;
      c = c + c;
    } catch (Failure e) {
      out.add("caught", a, b, c);
    }
    out.add("after", a, b, c);
  }

  static void parametersAssignedInTheBody(Lines out) {
    assignedAfterTheFailure(out, 0, 1, 2, "x");
    assignedAfterTheFailure(out, 1, 3, 4, "y");
  }

  private static int assignedInFinally(Lines out, int kind, int a, int b) {
    try {
      try {
        fail(kind);
        a = b + 2;
      } catch (Failure e) {
        out.add("caught", a, b);
        b = a + 1;
        fail(kind + 1);
      } finally {
        out.add("inner", a, b);
        a = a ^ (b + 7);
      }
      fail(kind - 1);
      b = 5;
    } finally {
      out.add("outer", a, b);
    }
    return a + b;
  }

  static void parametersAssignedInFinally(Lines out) {
    for (int kind = 0; kind < 5; kind++) {
      int one = kind;
      out.message(() -> assignedInFinally(out, one, 100 + one, 200));
    }
  }

  private static int assignedInALoop(Lines out, int count, int sum) {
    while (count > 0) {
      try {
        fail(count);
        sum += 100;
        count -= 2;
      } catch (Other e) {
        count--;
        out.add("other", count, sum);
      } catch (Failure e) {
        sum = sum * 2 + count--;
        out.add("failure", count, sum);
      }
    }
    return sum;
  }

  static void parametersAssignedInALoop(Lines out) {
    out.add(assignedInALoop(out, 7, 1), assignedInALoop(out, 2, 5));
  }

  private static void element(int[] array, int index) {
    int unused = array[index];
  }

  private static void field(Worse worse) {
    Closing unused = worse.place;
  }

  private static void length(int[] array) {
    int unused = array.length;
  }

  private static void type(Object object) {
    Worse unused = (Worse) object;
  }

  @Differs("what is not used is not read")
  static void valuesThatAreNotUsed(Lines out) {
    List<Runnable> readers =
        List.of(
            () -> element(new int[1], 1),
            () -> field(null),
            () -> length(null),
            () -> type("no failure"));
    for (Runnable reader : readers) {
      out.outcome(
          () -> {
            reader.run();
            return "nothing";
          });
    }
  }
}
