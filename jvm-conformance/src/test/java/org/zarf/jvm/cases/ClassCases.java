package org.zarf.jvm.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.zarf.jvm.Lines;

/** Classes: inner classes, interfaces, overriding and overloading, generic classes. */
final class ClassCases {

  private ClassCases() {}

  interface Speaker {
    default String speak() {
      return "speak " + name();
    }

    String name();

    static Speaker of(String name) {
      return () -> name;
    }
  }

  interface Loud extends Speaker {
    @Override
    default String speak() {
      return Speaker.super.speak().toUpperCase();
    }
  }

  interface Polite extends Speaker {
    @Override
    default String speak() {
      return "please " + Speaker.super.speak();
    }
  }

  record Both(String name) implements Loud, Polite {
    @Override
    public String speak() {
      return Loud.super.speak() + "/" + Polite.super.speak();
    }
  }

  static void diamondOfDefaults(Lines out) {
    out.add(new Both("x").speak(), Speaker.of("y").speak());
  }

  interface WithPrivate {
    private int twice(int x) {
      return 2 * x;
    }

    private static int thrice(int x) {
      return 3 * x;
    }

    default int six(int x) {
      return twice(thrice(x));
    }
  }

  static void privateMethodsOfInterfaces(Lines out) {
    out.add(new WithPrivate() {}.six(7));
  }

  static class Shadow {
    String name = "outer";

    String get() {
      return name;
    }

    static String kind() {
      return "shadow";
    }
  }

  static class Shadowing extends Shadow {
    String name = "inner";

    String both() {
      return name + super.name + ((Shadow) this).name + get();
    }

    static String kind() {
      return "shadowing";
    }
  }

  static void fieldsAreHiddenNotOverridden(Lines out) {
    Shadow one = new Shadowing();
    out.add(one.name, one.get(), ((Shadowing) one).both(), Shadow.kind(), Shadowing.kind());
  }

  class Inner {
    int value = ++count;

    class Deeper {
      int sum() {
        return value * 100 + count;
      }
    }
  }

  private int count;

  static void innerClassesSeeTheirOuters(Lines out) {
    ClassCases outer = new ClassCases();
    Inner first = outer.new Inner();
    Inner second = outer.new Inner();
    Inner.Deeper deeper = first.new Deeper();
    outer.count = 50;
    out.add(first.value, second.value, deeper.sum(), second.new Deeper().sum());
  }

  static class Tower {
    int x = 1;

    class Floor {
      int x = 2;

      class Room {
        int x = 3;

        String all() {
          return x + "" + this.x + Floor.this.x + Tower.this.x;
        }
      }
    }
  }

  static void qualifiedThis(Lines out) {
    Tower tower = new Tower();
    out.add(tower.new Floor().new Room().all());
  }

  static void localClassesCapture(Lines out) {
    int base = "0123456789".length();
    class Local {
      final int added;

      Local(int added) {
        this.added = added;
      }

      Local next() {
        return new Local(added + base);
      }
    }
    out.add(new Local(1).next().next().added);
  }

  static void anonymousClassesHaveState(Lines out) {
    var counter =
        new Object() {
          int count;

          int next() {
            return ++count;
          }
        };
    counter.next();
    counter.next();
    out.add(counter.count, counter.next());
  }

  static void anonymousClassWithArgumentsAndBlock(Lines out) {
    List<String> list =
        new ArrayList<>(List.of("a")) {
          {
            add("b");
          }

          @Override
          public boolean add(String s) {
            return super.add(s + s);
          }
        };
    list.add("c");
    out.add(list);
  }

  static String pick(Object o) {
    return "object";
  }

  static String pick(String s) {
    return "string";
  }

  static String pick(Integer i) {
    return "integer";
  }

  static String pick(long l) {
    return "long";
  }

  static String pick(double d) {
    return "double";
  }

  static String pick(int... rest) {
    return "ints " + rest.length;
  }

  static void overloadsAreChosenByStaticType(Lines out) {
    Object text = "s";
    byte small = 1;
    out.add(pick(text), pick((String) text), pick(1), pick(1f), pick('c'), pick(small));
    out.add(pick(), pick(1, 2), pick(Integer.valueOf(1)), pick((Object) 1));
  }

  static int sum(int... values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  static String describe(String first, Object... rest) {
    return first + (rest == null ? "null" : rest.length);
  }

  static void variableArguments(Lines out) {
    out.add(sum(), sum(1), sum(1, 2, 3), sum(new int[] {4, 5}));
    out.add(describe("a"), describe("b", (Object[]) null), describe("c", (Object) null));
    out.add(describe("d", new Object[] {1, 2}), describe("e", new int[] {1, 2}));
  }

  abstract static class Template {
    final String run() {
      return before() + step() + after();
    }

    String before() {
      return "<";
    }

    abstract String step();

    String after() {
      return ">";
    }
  }

  static void abstractMethodsAreFilledIn(Lines out) {
    out.add(
        new Template() {
          @Override
          String step() {
            return "step";
          }

          @Override
          String after() {
            return super.after() + super.after();
          }
        }.run());
  }

  static class Animal implements Cloneable {
    int[] legs = {1, 2};

    Animal self() {
      return this;
    }

    @Override
    public Animal clone() {
      try {
        return (Animal) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static class Dog extends Animal {
    String name = "rex";

    @Override
    Dog self() {
      return this;
    }
  }

  static void covariantReturns(Lines out) {
    Animal animal = new Dog();
    out.add(new Dog().self().name, animal.self() instanceof Dog);
  }

  static void clonesAreShallow(Lines out) {
    Dog dog = new Dog();
    Dog copy = (Dog) dog.clone();
    copy.legs[0] = 9;
    copy.name = "max";
    out.add(dog.legs[0], dog.name, copy.name, copy.getClass() == dog.getClass());
  }

  static class Range implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        int at = 3;

        @Override
        public boolean hasNext() {
          return at > 0;
        }

        @Override
        public Integer next() {
          return at--;
        }
      };
    }
  }

  static void iterablesInLoops(Lines out) {
    int product = 1;
    for (int i : new Range()) {
      product = product * 10 + i;
    }
    out.add(product);
    new Range().forEach(i -> out.add("each", i));
    out.outcome(
        () -> {
          new Range().iterator().remove();
          return 0;
        });
  }

  static class Generic<T extends Comparable<T>> {
    private final List<T> all = new ArrayList<>();

    Generic<T> with(T one) {
      all.add(one);
      return this;
    }

    T most() {
      T most = all.getFirst();
      for (T one : all) {
        most = one.compareTo(most) > 0 ? one : most;
      }
      return most;
    }
  }

  static void boundedGenerics(Lines out) {
    out.add(new Generic<String>().with("b").with("c").with("a").most());
    out.add(new Generic<Integer>().with(3).with(-5).most() + 1);
  }

  @SuppressWarnings("unchecked")
  static void heapPollution(Lines out) {
    List<String> strings = new ArrayList<>();
    ((List<Object>) (List<?>) strings).add(5);
    out.add(strings.size());
    out.outcome(() -> strings.get(0).length());
  }

  static void bridgesCallTheTypedMethod(Lines out) {
    Comparator<String> byLength =
        new Comparator<>() {
          @Override
          public int compare(String a, String b) {
            return a.length() - b.length();
          }
        };
    @SuppressWarnings("unchecked")
    Comparator<Object> raw = (Comparator<Object>) (Comparator<?>) byLength;
    out.add(raw.compare("aaa", "b"));
    out.outcome(() -> raw.compare("aaa", 1));
  }

  static void namesOfClasses(Lines out) {
    out.add(new Dog().getClass().getSimpleName(), Dog.class.getName(), int[].class.getName());
    out.add(String.class, int.class, new String[0][0].getClass().getName());
    out.add(List.class.isInterface(), Dog.class.getSuperclass().getSimpleName());
    out.add(new int[0].getClass() == int[].class, Animal.class.isInstance(new Dog()));
  }

  static void suppliersOfThis(Lines out) {
    class Holder {
      int value = 4;

      Supplier<Integer> reader() {
        return () -> this.value * 2;
      }
    }
    Holder holder = new Holder();
    Supplier<Integer> reader = holder.reader();
    holder.value = 21;
    out.add(reader.get());
  }
}
