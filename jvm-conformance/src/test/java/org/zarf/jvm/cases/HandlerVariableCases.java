package org.zarf.jvm.cases;

import org.zarf.jvm.Lines;

/** What handlers see of variables that were assigned what another variable or constant is. */
final class HandlerVariableCases {

  static final class Box {
    int x;
  }

  private HandlerVariableCases() {}

  private static void fail(int steps) {
    if (steps == 0) {
      throw new IllegalStateException("now");
    }
  }

  private static void copies(Lines out, int a, int steps) {
    int r = 7;
    try {
      fail(steps);
      r = a;
      fail(steps - 1);
      r = 9;
      fail(steps - 2);
    } catch (IllegalStateException e) {
      out.add("caught", r);
    }
    out.add(r);
  }

  private static void constants(Lines out, int steps) {
    int r = 0;
    try {
      fail(steps);
      r = 1;
      fail(steps - 1);
      r = 0;
      fail(steps - 2);
      r = 1;
      fail(steps - 3);
    } catch (IllegalStateException e) {
      out.add("caught", r);
    }
    out.add(r);
  }

  private static void expressions(Lines out, int a, int b, int steps) {
    int sum = a + b;
    int r = 3;
    try {
      fail(steps);
      r = a + b;
      fail(steps - 1);
      r = 4;
      fail(steps - 2);
      r = a + b;
      fail(steps - 3);
    } catch (IllegalStateException e) {
      out.add("caught", r, sum);
    }
    out.add(r);
  }

  private static void exchanged(Lines out, int a, int b, int steps) {
    try {
      fail(steps);
      int t = a;
      a = b;
      b = t;
      fail(steps - 1);
      t = a;
      a = b;
      b = t;
      fail(steps - 2);
      a = b;
      fail(steps - 3);
    } catch (IllegalStateException e) {
      out.add("caught", a, b);
    }
    out.add(a, b);
  }

  private static void caughtException(Lines out, int steps) {
    RuntimeException last = null;
    try {
      try {
        fail(steps);
        fail(steps - 2);
      } catch (IllegalStateException e) {
        fail(steps);
        last = e;
        fail(steps - 2);
      }
    } catch (IllegalStateException e) {
      out.add(last);
    }
  }

  private static int rememberedException(Lines out, int steps) {
    RuntimeException seen = null;
    try {
      fail(steps);
      fail(steps - 1);
    } catch (IllegalStateException e) {
      seen = e;
      throw e;
    } finally {
      out.add("seen", seen);
    }
    return steps;
  }

  private static void checkedForNull(Lines out, String s, String t, int steps) {
    String r = s;
    int sum = 0;
    try {
      fail(steps);
      r = t;
      fail(steps - 1);
      sum += r.length();
      fail(steps - 2);
      r = null;
      fail(steps - 3);
      sum += r.length();
    } catch (IllegalStateException | NullPointerException e) {
      out.add("caught", r, sum);
    }
    out.add(sum);
  }

  private static void checkedForBounds(Lines out, int[] a, int i, int j, int steps) {
    int r = i;
    int sum = 0;
    try {
      fail(steps);
      r = j;
      fail(steps - 1);
      sum += a[r];
      fail(steps - 2);
      r = i;
      fail(steps - 3);
      sum += a[r];
      r = a.length;
      sum += a[r];
    } catch (IllegalStateException | ArrayIndexOutOfBoundsException e) {
      out.add("caught", r, sum);
    }
    out.add(sum);
  }

  private static void fieldsOfLocalObjects(Lines out, int i, int j, int steps) {
    var box = new Box();
    box.x = i;
    try {
      fail(steps);
      box.x = j;
      fail(steps - 1);
      box.x = 0;
      fail(steps - 2);
      box.x = i;
      fail(steps - 3);
    } catch (IllegalStateException e) {
      out.add("caught", box.x);
    }
  }

  private static void loops(Lines out, int[] a, int steps) {
    int i = 0;
    int sum = 5;
    int last = -1;
    try {
      for (; i < a.length; i++) {
        last = i;
        sum += a[i];
        fail(steps - i);
        last = sum;
        fail(steps - i - 1);
      }
    } catch (IllegalStateException e) {
      out.add("caught", i, sum, last);
    } finally {
      out.add(i, last);
    }
  }

  private static void rounds(Lines out, int steps, int a, int b) {
    while (steps > -3) {
      try {
        int t = a;
        a = b;
        fail(steps);
        b = t;
        fail(steps - 1);
        a = steps;
      } catch (IllegalStateException e) {
        out.add("caught", a, b);
        b = a;
      }
      steps--;
    }
    out.add(a, b);
  }

  private static int returned(Lines out, int steps, int a) {
    int r = a;
    try {
      fail(steps);
      r = steps;
      fail(steps - 1);
      return r;
    } finally {
      out.add("finally", r);
      r = 5;
    }
  }

  private static int wide(Lines out, long a, double d, int steps) {
    long r = 1;
    double q = 2;
    try {
      r = a;
      q = d;
      fail(steps);
      q = r;
      r = (long) d;
      fail(steps - 1);
      r = a;
      q = d;
      fail(steps - 2);
    } finally {
      out.add("finally", r, q);
    }
    return steps;
  }

  private static int lengthAgain(String text) {
    int length = 0;
    try {
      length += text.length();
    } catch (NullPointerException e) {
      length += 10 + text.length();
    } finally {
      length += text.length();
    }
    return length;
  }

  private static int elementAgain(int[] array, int index) {
    try {
      array[index] = 5;
    } catch (ArrayIndexOutOfBoundsException | NullPointerException e) {
      array[index] = 6;
    }
    return array[index];
  }

  private static int castAgain(Object object) {
    try {
      return (Integer) object;
    } catch (ClassCastException e) {
      return 10 + (Integer) object;
    }
  }

  static void checkedAgainInHandlers(Lines out) {
    out.outcome(() -> lengthAgain(null));
    out.outcome(() -> lengthAgain("text"));
    out.outcome(() -> elementAgain(null, 0));
    out.outcome(() -> elementAgain(new int[2], 2));
    out.outcome(() -> elementAgain(new int[2], 1));
    out.outcome(() -> castAgain("text"));
    out.outcome(() -> castAgain(7));
  }

  static void assignedCopiesAndConstants(Lines out) {
    for (int steps = 0; steps < 5; steps++) {
      copies(out, 5 + steps, steps);
      constants(out, steps);
      expressions(out, steps, steps + 1, steps);
      exchanged(out, 20, 30, steps);
    }
  }

  static void assignedExceptions(Lines out) {
    for (int steps = 0; steps < 5; steps++) {
      int one = steps;
      caughtException(out, one);
      out.message(() -> rememberedException(out, one));
    }
  }

  static void assignedWhatIsChecked(Lines out) {
    for (int steps = 0; steps < 5; steps++) {
      checkedForNull(out, "a", "bc", steps);
      checkedForBounds(out, new int[] {4, 5, 6}, 1, 2, steps);
      fieldsOfLocalObjects(out, 8, 9, steps);
    }
  }

  static void assignedInLoops(Lines out) {
    for (int steps = 0; steps < 5; steps++) {
      loops(out, new int[] {4, 5, 6}, steps);
      rounds(out, steps, 3, 4);
    }
  }

  static void assignedBeforeFinally(Lines out) {
    for (int steps = 0; steps < 5; steps++) {
      int one = steps;
      out.message(() -> returned(out, one, 40));
      out.message(() -> wide(out, 50, 60.5, one));
    }
  }
}
