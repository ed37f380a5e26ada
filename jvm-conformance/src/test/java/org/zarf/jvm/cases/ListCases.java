package org.zarf.jvm.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.Stack;
import java.util.Vector;
import org.zarf.jvm.Bits;
import org.zarf.jvm.Differs;
import org.zarf.jvm.Lines;

/** Lists, queues, and the methods of Collections on them. */
final class ListCases {

  private ListCases() {}

  private static List<Integer> numbers(int count) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(i);
    }
    return list;
  }

  static void addAndRemove(Lines out) {
    List<Integer> list = numbers(6);
    list.add(2, 99);
    list.remove(0);
    list.remove(Integer.valueOf(4));
    out.add(list, list.remove(Integer.valueOf(77)), list.set(0, -1), list);
    out.outcome(() -> list.remove(20));
    out.outcome(() -> list.set(5, 1));
    list.add(list.size(), 7);
    out.outcome(
        () -> {
          list.add(10, 1);
          return 0;
        });
    out.add(list, list.size(), list.isEmpty());
  }

  static void bulkOperations(Lines out) {
    List<Integer> list = numbers(5);
    out.add(
        list.addAll(1, List.of(7, 7)),
        list.removeAll(List.of(7, 3)),
        list.retainAll(Set.of(0, 1, 9)));
    out.add(
        list,
        list.containsAll(List.of(0, 1)),
        list.addAll(List.of()),
        list.removeIf(i -> i == 0),
        list);
    list.replaceAll(i -> i * 10);
    list.clear();
    out.add(list);
  }

  static void indices(Lines out) {
    List<String> list = new ArrayList<>(Arrays.asList("a", null, "b", "a"));
    out.add(
        list.indexOf("a"),
        list.lastIndexOf("a"),
        list.indexOf(null),
        list.indexOf("z"),
        list.contains(null));
  }

  static void equalityAndHash(Lines out) {
    out.add(
        numbers(3).equals(Arrays.asList(0, 1, 2)), numbers(3).equals(new LinkedList<>(numbers(3))));
    out.add(
        numbers(3).hashCode(),
        List.of().hashCode(),
        List.of("a", "b").hashCode(),
        numbers(3).equals(Set.of(0, 1, 2)));
  }

  static void modificationDuringLoop(Lines out) {
    List<Integer> list = numbers(5);
    try {
      for (Integer i : list) {
        out.add(i);
        if (i == 1) {
          list.remove(i);
        }
      }
    } catch (ConcurrentModificationException e) {
      out.add("modified", list);
    }
  }

  @Differs("the iterator notices")
  static void removingTheLastButOneGoesUnnoticed(Lines out) {
    List<Integer> list = numbers(5);
    for (Integer i : list) {
      if (i == 3) {
        list.remove(i);
      }
    }
    out.add(list);
  }

  @Differs("it goes unnoticed")
  static void modificationDuringForEach(Lines out) {
    List<Integer> list = numbers(3);
    out.outcome(
        () -> {
          list.forEach(i -> list.addAll(list.size() < 9 ? List.of(9) : List.of()));
          return 0;
        });
  }

  static void iteratorsRemove(Lines out) {
    List<Integer> list = numbers(8);
    Iterator<Integer> iterator = list.iterator();
    out.outcome(
        () -> {
          iterator.remove();
          return 0;
        });
    while (iterator.hasNext()) {
      if (iterator.next() % 2 == 0) {
        iterator.remove();
      }
    }
    out.add(list);
  }

  @Differs("another exception")
  static void iteratorsEnd(Lines out) {
    out.outcome(new ArrayList<>().iterator()::next);
  }

  static void listIterators(Lines out) {
    List<String> list = new LinkedList<>(List.of("a", "b", "c"));
    ListIterator<String> iterator = list.listIterator(1);
    out.add(
        iterator.nextIndex(), iterator.previousIndex(), iterator.next(), iterator.hasPrevious());
    iterator.set("B");
    iterator.add("x");
    out.add(iterator.previous(), iterator.previous(), list);
    iterator.remove();
    out.add(list, iterator.hasNext());
    out.outcome(
        () -> {
          iterator.set("none");
          return 0;
        });
  }

  static void subLists(Lines out) {
    List<Integer> list = numbers(10);
    List<Integer> part = list.subList(2, 6);
    part.set(0, 50);
    part.remove(1);
    part.add(60);
    out.add(part, list, part.size(), part.indexOf(60));
    part.clear();
    out.add(list, part.isEmpty());
    list.add(1);
    out.outcome(part::size);
    out.outcome(() -> list.subList(3, 1));
    out.outcome(() -> list.subList(0, 99));
  }

  static void sequencedLists(Lines out) {
    List<Integer> list = numbers(4);
    out.add(
        list.getFirst(), list.getLast(), list.removeFirst(), list.removeLast(), list.reversed());
    list.addFirst(8);
    list.addLast(9);
    out.add(list);
  }

  static void reversedViewsWriteThrough(Lines out) {
    List<Integer> list = numbers(4);
    list.reversed().add(-1);
    list.reversed().set(0, 33);
    out.add(list, list.reversed().reversed(), list.reversed().indexOf(33));
  }

  static void immutableLists(Lines out) {
    List<Integer> list = List.of(1, 2, 3);
    out.outcome(() -> list.set(0, 1));
    out.outcome(() -> list.remove(0));
    out.outcome(() -> List.of(1, null));
    out.add(List.copyOf(numbers(2)), list.equals(Arrays.asList(1, 2, 3)));
    out.outcome(() -> List.copyOf(Arrays.asList(1, null)));
    out.outcome(
        () -> {
          list.sort(null);
          return 0;
        });
  }

  static void listsOverArrays(Lines out) {
    String[] array = {"c", "a", "b"};
    List<String> list = Arrays.asList(array);
    Collections.sort(list);
    list.set(0, "z");
    out.add(list, array[0]);
    out.outcome(() -> list.add("x"));
    out.outcome(() -> list.remove(0));
  }

  static void toArrays(Lines out) {
    List<String> list = List.of("a", "b");
    out.add(
        list.toArray().length, list.toArray(new String[0]).length, list.toArray(String[]::new)[1]);
    String[] big = {"1", "2", "3", "4"};
    out.add(Arrays.toString(list.toArray(big)), list.toArray(big) == big);
  }

  static void sortsAreStable(Lines out) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      words.add((char) ('a' + i * 7 % 26) + "" + i);
    }
    words.sort(Comparator.comparing(w -> w.charAt(0)));
    out.add(words);
    words.sort(Comparator.comparing((String w) -> w.length()).reversed());
    out.add(words);
  }

  static void rotateReverseSwap(Lines out) {
    List<Integer> list = numbers(7);
    Collections.rotate(list, 3);
    out.add(list);
    Collections.rotate(list, -10);
    Collections.reverse(list);
    Collections.swap(list, 0, 6);
    out.add(list);
  }

  static void shuffled(Lines out) {
    List<Integer> list = numbers(12);
    Collections.shuffle(list, new Random(5));
    out.add(list);
  }

  static void binarySearches(Lines out) {
    List<Integer> list = List.of(1, 3, 5, 7);
    for (int i = 0; i < 9; i++) {
      out.add(Collections.binarySearch(list, i));
    }
    out.add(Collections.binarySearch(List.of("z", "m", "a"), "m", Comparator.reverseOrder()));
  }

  static void extremesAndFrequency(Lines out) {
    Collection<String> words = List.of("pear", "fig", "apple", "fig");
    out.add(Collections.min(words), Collections.max(words), Collections.frequency(words, "fig"));
    out.add(
        Collections.max(words, Comparator.comparing(String::length)),
        Collections.disjoint(words, List.of("x")));
    out.outcome(() -> Collections.max(List.<Integer>of()));
  }

  static void fillsAndCopies(Lines out) {
    List<String> list = new ArrayList<>(Collections.nCopies(3, "x"));
    Collections.addAll(list, "y", "z");
    Collections.replaceAll(list, "x", "w");
    out.add(list, Collections.indexOfSubList(list, List.of("w", "y")), Collections.emptyList());
    Collections.fill(list, "f");
    Collections.copy(list, List.of("1", "2"));
    out.add(list, Collections.singletonList(5));
    out.outcome(
        () -> {
          Collections.copy(new ArrayList<>(), list);
          return 0;
        });
  }

  static void unmodifiableViews(Lines out) {
    List<Integer> list = numbers(2);
    List<Integer> view = Collections.unmodifiableList(list);
    list.add(5);
    out.add(view);
    out.outcome(() -> view.add(1));
    out.outcome(() -> view.iterator().next());
    out.outcome(() -> Collections.emptyList().add(null));
  }

  static void linkedListsAsQueues(Lines out) {
    LinkedList<String> list = new LinkedList<>();
    list.offer("a");
    list.push("b");
    list.addLast(null);
    out.add(
        list, list.peek(), list.poll(), list.pollLast(), list.peekLast(), list.pop(), list.poll());
    out.outcome(list::getFirst);
    out.outcome(list::pop);
  }

  static void linkedListsRemoveOccurrences(Lines out) {
    LinkedList<Integer> list = new LinkedList<>(List.of(1, 2, 1, 3, 1));
    out.add(
        list.removeFirstOccurrence(1), list.removeLastOccurrence(1), list.remove((Object) 9), list);
    Iterator<Integer> down = list.descendingIterator();
    out.add(down.next(), down.next(), list.get(1));
  }

  static void arrayDeques(Lines out) {
    Deque<Integer> deque = new ArrayDeque<>();
    for (int i = 0; i < 40; i++) {
      if (i % 3 == 0) {
        deque.addFirst(i);
      } else {
        deque.addLast(i);
      }
      if (i % 4 == 0) {
        deque.pollFirst();
      }
    }
    out.add(deque, deque.size(), deque.peekFirst(), deque.peekLast(), deque.contains(20));
    deque.removeIf(i -> i % 2 == 0);
    out.add(deque, deque.reversed().peekFirst());
    out.outcome(() -> deque.add(null));
    out.outcome(() -> new ArrayDeque<Integer>().removeFirst());
    out.outcome(() -> new ArrayDeque<Integer>().getLast());
  }

  static void priorityQueues(Lines out) {
    PriorityQueue<Integer> queue = new PriorityQueue<>(List.of(5, 1, 4, 1, 3));
    queue.add(2);
    out.add(queue.peek(), queue.size(), queue.remove(4), queue.contains(4));
    while (!queue.isEmpty()) {
      out.add(queue.poll());
    }
    out.outcome(queue::element);
    out.outcome(queue::remove);
  }

  static void priorityQueuesKeepTheirHeap(Lines out) {
    PriorityQueue<String> queue =
        new PriorityQueue<>(Comparator.comparing(String::length).reversed());
    for (String word : "a bbb cc dddd eeeee ff ggg".split(" ")) {
      queue.offer(word);
    }
    out.add(queue);
    queue.poll();
    out.add(queue);
    out.outcome(() -> new PriorityQueue<Object>(List.of("a", 1)));
  }

  static void stacksAndVectors(Lines out) {
    Stack<Integer> stack = new Stack<>();
    stack.push(1);
    stack.push(2);
    out.add(stack.peek(), stack.search(1), stack.pop(), stack, stack.empty());
    stack.pop();
    out.outcome(stack::pop);
    Vector<Integer> vector = new Vector<>(numbers(3));
    out.add(vector.firstElement(), vector.elementAt(2), vector.capacity() >= 3);
  }

  static void listsContainingThemselves(Lines out) {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(1);
    out.add(list);
  }

  static void randomLists(Lines out, Bits bits) {
    List<Integer> list = new ArrayList<>();
    LinkedList<Integer> linked = new LinkedList<>();
    for (int i = 0; i < 200; i++) {
      int value = bits.below(50);
      if (bits.below(3) > 0 || list.isEmpty()) {
        int at = bits.below(list.size() + 1);
        list.add(at, value);
        linked.add(at, value);
      } else {
        int at = bits.below(list.size());
        out.add(list.remove(at), linked.remove(at), list.indexOf(value), linked.lastIndexOf(value));
      }
    }
    out.add(list, list.equals(linked), list.hashCode());
    Collections.sort(list);
    out.add(list, Collections.binarySearch(list, 25) >= 0);
  }

  static void randomNumbers(Lines out, Bits bits) {
    Random random = new Random(bits.nextLong());
    out.add(
        random.nextInt(),
        random.nextInt(100),
        random.nextInt(64),
        random.nextLong(),
        random.nextBoolean());
    out.bits(random.nextDouble(), random.nextFloat());
    out.add(random.nextInt(5, 10), random.nextInt(-8, 8));
    byte[] bytes = new byte[7];
    random.nextBytes(bytes);
    out.add(Arrays.toString(bytes));
  }

  static void randomGaussians(Lines out) {
    Random random = new Random(42);
    for (int i = 0; i < 4; i++) {
      out.add(Math.round(random.nextGaussian() * 1e9));
    }
  }

  static void streamsOfRandomNumbers(Lines out) {
    out.add(new Random(3).ints(5, 0, 10).boxed().toList());
  }

  static void indexAfterRemoval(Lines out) {
    ListIterator<String> iterator = new LinkedList<>(List.of("a", "b", "c")).listIterator(2);
    iterator.previous();
    iterator.remove();
    out.add(iterator.nextIndex());
    iterator.next();
    iterator.previous();
    iterator.previous();
    iterator.remove();
    out.add(iterator.nextIndex());
  }

  @Differs("there is just none")
  static void immutableListsAreAskedForNull(Lines out) {
    out.outcome(() -> List.of(1).contains(null));
  }
}
