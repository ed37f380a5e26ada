package org.zarf.jvm.cases

import org.zarf.jvm.Lines

fun stringTemplates(out: Lines) {
  val name = "world"
  val list = listOf(1, 2)
  out.add("hello $name ${name.length} \$name ${list[1] + 1} $list ${if (list.isEmpty()) "empty" else "full"}")
  out.add("""raw $name \n ${'$'}""")
}

fun trimmedTexts(out: Lines) {
  val text =
    """
      first
        second
      third
    """
      .trimIndent()
  out.add(text.replace("\n", "|"), "|a\n  |b".trimMargin().lines(), "  x ".trim() + "xxabxx".trim('x'))
}

fun substringsByDelimiters(out: Lines) {
  val path = "a/b/c.txt"
  out.add(path.substringAfterLast('/'), path.substringBefore('/'), path.substringAfter("none", "missing"))
  out.add(path.removePrefix("a/"), path.removeSuffix(".txt"), "abc".drop(1), "abc".takeLast(2), path.split('/', '.'))
  out.add("abc".slice(1..2), "abcdef".chunked(4), "abcd".windowed(3), "a-b".replace('-', '+'))
}

fun charactersOfStrings(out: Lines) {
  out.add("hello".count { it == 'l' }, "hello".reversed(), "hello".toSet(), "hello".groupBy { it }.mapValues { it.value.size })
  out.add("a1b2".filter(Char::isDigit), "abc".map { it + 1 }, "ab".zip("xy"), 'a'.uppercaseChar(), '5'.digitToInt())
  out.add("hello".replaceFirstChar { it.uppercase() }, "x".padStart(3, '.'), "x".padEnd(3), "Ab".equals("aB", ignoreCase = true))
  out.add("abc" < "abd", "cab".toList().sorted(), "abc".last(), "".firstOrNull(), "abc".getOrNull(7))
}

fun regularExpressions(out: Lines) {
  val regex = Regex("(\\w)(\\d+)")
  out.add(regex.find("--a12 b3")?.groupValues, regex.findAll("a1 b22").map { it.value }.toList())
  out.add(regex.replace("a1 b2") { it.groupValues[2] + it.groupValues[1] }, regex.matches("a1"), "a, b;c".split(Regex("[,;] ?")))
}

fun listOperations(out: Lines) {
  val list = listOf(5, 3, 8, 1)
  out.add(list.sorted(), list.sortedByDescending { it }, list.partition { it > 3 }, list.chunked(3), list.zipWithNext())
  out.add(list.take(2), list.dropLast(1), list.takeWhile { it != 8 }, list.indexOfFirst { it > 5 }, list.maxOrNull())
  out.add(list.fold(10) { a, b -> a - b }, list.reduce { a, b -> a * b }, list.runningFold(0) { a, b -> a + b })
  out.add(list + 9, list - 3, list + listOf(0), list.reversed(), list.windowed(2) { it.sum() }, list.joinToString("|", "<", ">", 2))
}

fun listsOutOfBounds(out: Lines) {
  val list = listOf(1, 2)
  out.add(list.getOrNull(5), list.getOrElse(5) { -it }, list.elementAtOrNull(-1), list.firstOrNull { it > 2 })
  out.outcome { listOf<Int>().first() }
  out.outcome { list.single() }
  out.outcome { list.first { it > 5 } }
  out.outcome { listOf<Int>().max() }
  out.outcome { listOf<Int>().reduce { a, _ -> a } }
}

fun mutableLists(out: Lines) {
  val list = mutableListOf(3, 1, 2)
  list.sort()
  list += 4
  list -= 1
  list[0] = 20
  list.removeAll { it == 3 }
  list.addAll(0, listOf(7, 8))
  out.add(list, list.removeLast(), list.removeFirst(), list, list.asReversed())
  list.shuffle(kotlin.random.Random(1))
  out.add(list.size, list.toSortedSet())
}

fun mapOperations(out: Lines) {
  val map = mapOf("a" to 1, "b" to 2, "c" to 3)
  out.add(map, map["b"], map["z"], map.getOrDefault("z", 0), map.filterValues { it > 1 }, map.mapKeys { it.key.uppercase() })
  out.add(map + ("d" to 4), map - "a", map.toList(), map.entries.sumOf { it.value }, map.maxByOrNull { it.value }, map.any { it.value > 2 })
  out.message { map.getValue("z") }
  val mutable = mutableMapOf<String, MutableList<Int>>()
  mutable.getOrPut("x") { mutableListOf() }.add(1)
  mutable.getOrPut("x") { mutableListOf() }.add(2)
  out.add(mutable)
}

fun groupingAndAssociating(out: Lines) {
  val words = listOf("apple", "bob", "cat", "avocado", "bee")
  out.add(words.groupBy { it.first() }, words.associateWith { it.length }, words.associateBy { it.length })
  out.add(words.groupingBy { it.first() }.eachCount(), words.groupBy({ it.length }, { it.last() }))
}

fun sets(out: Lines) {
  val a = setOf(3, 1, 2)
  out.add(a union setOf(9), a intersect setOf(1, 3), a subtract setOf(1), 3 in a, a == setOf(1, 2, 3), sortedSetOf(3, 1).first())
  out.add(listOf(1, 1, 2).distinct(), listOf("a", "A").distinctBy { it.lowercase() }, hashSetOf(1, 1).size)
}

fun sequencesAreLazy(out: Lines) {
  val result =
    generateSequence(1) { it * 2 }
      .onEach { out.add("made", it) }
      .filter { it % 3 == 1 }
      .map { it + 1 }
      .take(2)
      .toList()
  out.add(result)
}

fun sequencesFromBuilders(out: Lines) {
  val fibonacci = sequence {
    var (a, b) = 0 to 1
    while (true) {
      yield(a)
      a = b.also { b += a }
    }
  }
  out.add(fibonacci.take(10).toList(), sequence { yieldAll(listOf(1, 2)); yield(3) }.sum())
  out.add((1..3).asSequence().flatMap { i -> (1..i).asSequence() }.toList(), sequenceOf(1, 2).zip(sequenceOf("a", "b")).toList())
}

fun sortingByKeys(out: Lines) {
  data class Person(val name: String, val age: Int)
  val people = listOf(Person("Bo", 30), Person("Al", 25), Person("Cy", 30), Person("Di", 25))
  out.add(people.sortedWith(compareBy<Person> { it.age }.thenByDescending { it.name }).map { it.name })
  out.add(people.sortedBy { it.age }.map { it.name }, people.minBy { it.name }, people.maxOf { it.age }, people.sumOf { it.age })
  out.add(listOf("b", null, "a").sortedWith(nullsFirst(naturalOrder())), listOf(3, 1).sortedWith(reverseOrder()))
}

fun arrays(out: Lines) {
  val ints = IntArray(4) { it * it }
  val texts = Array(2) { "t$it" }
  out.add(ints.toList(), ints.sum(), ints.contentToString(), texts.joinToString(), ints.sliceArray(1..2).average())
  out.add(intArrayOf(1) contentEquals intArrayOf(1), arrayOf(intArrayOf(1)).contentDeepToString(), ints.copyOf(6).last(), ints.indexOf(4))
  out.outcome { ints[4] }
  out.add(ints.plus(5).size, ints.sortedArrayDescending().first(), charArrayOf('a', 'b').concatToString(), emptyArray<Int>().size)
}

fun builtCollections(out: Lines) {
  out.add(buildList { add(1); addAll(listOf(2, 3)) }, buildMap { put("k", 1) }, buildSet { add(1); add(1) })
  out.add(List(3) { it * 2 }, MutableList(2) { "x" }, emptyList<Int>(), listOfNotNull(1, null, 2), mapOf<Int, Int>())
  out.outcome { (listOf(1, 2) as MutableList<Int>).add(3) }
}

fun modificationDuringIteration(out: Lines) {
  val list = mutableListOf(1, 2, 3)
  out.outcome {
    for (x in list) {
      list.add(x)
    }
    list.size
  }
}

fun arrayDeques(out: Lines) {
  val deque = ArrayDeque<Int>()
  deque.addLast(1)
  deque.addFirst(0)
  deque.addAll(listOf(2, 3))
  out.add(deque, deque.removeFirst(), deque.last(), deque[1], deque.removeLastOrNull(), ArrayDeque<Int>().firstOrNull())
}

fun flatteningAndZipping(out: Lines) {
  out.add(listOf(listOf(1), listOf(2, 3)).flatten(), listOf(1, 2).flatMap { listOf(it, -it) }, listOf(1, 2).zip(listOf("a", "b", "c")))
  out.add(listOf(1 to "a", 2 to "b").unzip(), listOf(1, 2, 3).scan("") { s, i -> s + i }, listOf("a", null).filterNotNull())
  out.add(listOf(1, 2, 3, 4).filterIndexed { i, _ -> i % 2 == 0 }, listOf(1, 2).mapIndexed { i, x -> i * x }, listOf(1, "a").filterIsInstance<Int>())
}

fun randomFromSeed(out: Lines) {
  val random = kotlin.random.Random(42)
  out.add(random.nextInt(), random.nextInt(10), random.nextLong(), random.nextBoolean(), random.nextDouble())
  out.add(List(3) { random.nextInt(5, 8) }, listOf(1, 2, 3, 4).shuffled(kotlin.random.Random(7)))
}
