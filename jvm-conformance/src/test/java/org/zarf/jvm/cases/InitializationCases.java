package org.zarf.jvm.cases;

import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** When classes, fields and objects are initialized, and in which order. */
final class InitializationCases {

  private static final StringBuilder LOG = new StringBuilder();

  private InitializationCases() {}

  private static int log(String what, int value) {
    LOG.append(what).append(' ');
    return value;
  }

  static class Base {
    static int made = log("Base.made", 0);
    int field = log("Base.field", 1);

    static {
      log("Base.static", 0);
    }

    {
      log("Base.block", 0);
    }

    Base() {
      log("Base()", 0);
      hook();
    }

    void hook() {
      log("Base.hook", 0);
    }
  }

  static class Derived extends Base {
    static final int CONSTANT = 7;
    static final Integer BOXED = log("Derived.BOXED", 8);
    int more = log("Derived.more", 5);
    final int constant = 6;

    {
      log("Derived.block", 0);
    }

    Derived() {
      super();
      log("Derived()", 0);
    }

    @Override
    void hook() {
      log("Derived.hook:" + more + ":" + constant, 0);
    }
  }

  @Differs("the class before its superclass")
  static void initializersRunInOrder(Lines out) {
    new Derived();
    new Derived();
    out.add(LOG);
  }

  static void constantsDoNotInitialize(Lines out) {
    out.add(Derived.CONSTANT, LOG.length());
  }

  static class Untouched {
    static int inherited = log("Untouched", 3);
  }

  static class Toucher extends Untouched {
    static {
      log("Toucher", 0);
    }
  }

  static void inheritedStaticInitializesItsOwner(Lines out) {
    out.add(Toucher.inherited, LOG);
  }

  static void arraysDoNotInitialize(Lines out) {
    Toucher[] array = new Toucher[2];
    out.add(array.length, array[0], LOG.length());
  }

  static class Failing {
    static int value = 1 / (LOG.length() - LOG.length());
  }

  static class Cyclic {
    static final int A = Partner.B + 1;
  }

  static class Partner {
    static final int B = Cyclic.A + 1;
  }

  static void cyclicInitialization(Lines out) {
    out.add(Cyclic.A, Partner.B);
  }

  static class Forward {
    static int early = value();
    static int late = 9;

    static int value() {
      return late;
    }
  }

  static void staticsAreZeroBeforeTheirInitializer(Lines out) {
    out.add(Forward.early, Forward.late);
  }

  interface Noisy {
    int VOLUME = log("Noisy.VOLUME", 11);

    static int of(int x) {
      return x;
    }
  }

  static void interfaceFieldsInitializeOnUse(Lines out) {
    out.add(Noisy.VOLUME > 0);
    out.add(Noisy.VOLUME, LOG);
  }

  static void constructorsChain(Lines out) {
    class Chain {
      final String text;

      Chain() {
        this(1);
        LOG.append("a");
      }

      Chain(int i) {
        this("i" + i);
        LOG.append("b");
      }

      Chain(String s) {
        text = s;
        LOG.append("c");
      }
    }
    out.add(new Chain().text, LOG);
  }

  static void failingInitializer(Lines out) {
    try {
      out.add(Failing.value);
    } catch (Throwable e) {
      out.add("failed");
    }
  }
}
