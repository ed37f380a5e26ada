package org.zarf.jvm.cases

import kotlin.properties.Delegates
import kotlin.properties.ReadOnlyProperty
import kotlin.reflect.KProperty
import org.zarf.jvm.Lines

private fun String.shout(times: Int = 1) = uppercase() + "!".repeat(times)

private val List<Int>.middle: Int
  get() = this[size / 2]

private fun <T> T?.orText(text: String) = this?.toString() ?: text

fun extensionFunctions(out: Lines) {
  out.add("hi".shout(), "hi".shout(3), listOf(1, 2, 3).middle, null.orText("none"), 5.orText("none"))
}

private open class Base

private class Derived : Base()

private fun Base.kind() = "base"

private fun Derived.kind() = "derived"

fun extensionsAreStatic(out: Lines) {
  val one: Base = Derived()
  out.add(one.kind(), Derived().kind())
}

private fun area(width: Int, height: Int = width * 2, depth: Int = width + height) = "$width x $height x $depth"

fun namedAndDefaultArguments(out: Lines) {
  out.add(area(1), area(1, 5), area(depth = 0, width = 3), area(height = 1, width = 2))
}

private fun sumOf(vararg values: Int, scale: Int = 1) = values.sum() * scale

fun variableArgumentsSpread(out: Lines) {
  val more = intArrayOf(2, 3)
  out.add(sumOf(), sumOf(1, 2, scale = 10), sumOf(1, *more, 4), listOf(*arrayOf("a", "b")))
}

private tailrec fun gcd(a: Int, b: Int): Int = if (b == 0) a else gcd(b, a % b)

private tailrec fun count(n: Int, sum: Long = 0): Long = if (n == 0) sum else count(n - 1, sum + n)

fun tailRecursion(out: Lines) {
  out.add(gcd(1071, 462), count(100_000))
}

private inline fun <T> measured(log: MutableList<String>, body: () -> T): T {
  log += "begin"
  try {
    return body()
  } finally {
    log += "end"
  }
}

private fun firstNegative(numbers: List<Int>, log: MutableList<String>): Int {
  measured(log) {
    numbers.forEach {
      if (it < 0) {
        return it
      }
    }
  }
  return 0
}

fun inlineLambdasReturnFromOutside(out: Lines) {
  val log = mutableListOf<String>()
  out.add(firstNegative(listOf(1, -2, -3), log), firstNegative(listOf(1), log), log)
}

private inline fun each(numbers: List<Int>, crossinline body: (Int) -> Unit) {
  val run = Runnable { numbers.forEach { body(it) } }
  run.run()
}

fun crossinlineLambdas(out: Lines) {
  each(listOf(1, 2)) { out.add("saw", it) }
}

private inline fun <reified T> Iterable<*>.only(): List<T> = filter { it is T }.map { it as T }

fun reifiedTypes(out: Lines) {
  out.add(listOf(1, "a", 2L, "b").only<String>(), listOf(1, 2L).only<Number>())
}

fun labelledReturns(out: Lines) {
  listOf(1, 2, 3).forEach {
    if (it == 2) return@forEach
    out.add("item", it)
  }
  val result = run outer@{
    listOf(1, 2, 3).forEach { if (it == 2) return@outer "found $it" }
    "none"
  }
  out.add(result)
}

fun closuresChangeVariables(out: Lines) {
  var sum = 0
  var text = ""
  listOf(1, 2, 3).forEach {
    sum += it
    text = "$text$it"
  }
  val bump = { sum++ }
  bump()
  out.add(sum, bump(), sum, text)
}

fun functionReferences(out: Lines) {
  val lengths = listOf("a", "bb").map(String::length)
  val make: (Int) -> Point = ::Point1
  val bound: (Int) -> Char = "abc"::get
  out.add(lengths, make(4), bound(1), listOf(3, 1).sortedWith(Comparator<Int>(Int::compareTo)))
}

private fun Point1(x: Int) = Point(x)

private fun compose(f: (Int) -> Int, g: (Int) -> Int): (Int) -> Int = { g(f(it)) }

fun higherOrderFunctions(out: Lines) {
  val twiceThenNext = compose({ it * 2 }, { it + 1 })
  val add: Int.(Int) -> Int = { this + it }
  out.add(twiceThenNext(5), 3.add(4), add(1, 2), (fun(x: Int): Int = x - 1)(9))
}

fun interface Rule {
  fun test(value: Int): Boolean

  fun not() = Rule { !test(it) }
}

fun functionalInterfaces(out: Lines) {
  val even = Rule { it % 2 == 0 }
  out.add(even.test(4), even.not().test(4))
}

private data class Vector(val x: Int, val y: Int) {
  operator fun plus(other: Vector) = Vector(x + other.x, y + other.y)

  operator fun times(by: Int) = Vector(x * by, y * by)

  operator fun unaryMinus() = Vector(-x, -y)

  operator fun get(i: Int) = if (i == 0) x else y

  operator fun contains(value: Int) = value == x || value == y

  operator fun compareTo(other: Vector) = (x * x + y * y) - (other.x * other.x + other.y * other.y)

  infix fun dot(other: Vector) = x * other.x + y * other.y

  operator fun rangeTo(other: Vector) = (x..other.x).map { Vector(it, y) }

  operator fun inc() = Vector(x + 1, y + 1)
}

private operator fun Int.times(v: Vector) = v * this

fun operatorOverloading(out: Lines) {
  val a = Vector(1, 2)
  val b = Vector(3, -4)
  out.add(a + b, a * 3, 2 * b, -a, b[1], 3 in b, a < b, a dot b, a..b)
  var c = a
  val old = c++
  c += b
  out.add(old, c)
}

private class Grid(private val width: Int) {
  private val cells = IntArray(width * width)

  operator fun get(x: Int, y: Int) = cells[y * width + x]

  operator fun set(x: Int, y: Int, value: Int) {
    cells[y * width + x] = value
  }

  operator fun invoke() = cells.sum()

  operator fun iterator() = cells.iterator()
}

fun indexedOperators(out: Lines) {
  val grid = Grid(3)
  grid[1, 2] = 5
  grid[1, 2] += 10
  grid[0, 0]++
  out.add(grid[1, 2], grid(), grid.iterator().next())
  var all = ""
  for (cell in grid) {
    all += cell
  }
  out.add(all)
}

private class Logged(private val log: MutableList<String>) : ReadOnlyProperty<Any?, String> {
  override fun getValue(thisRef: Any?, property: KProperty<*>): String {
    log += "read"
    return "value"
  }
}

private class Lazily(log: MutableList<String>) {
  val heavy: Int by lazy(LazyThreadSafetyMode.NONE) {
    log += "computed"
    42
  }
  var watched: Int by Delegates.observable(1) { _, old, new -> log += "$old->$new" }
  var vetoed: Int by Delegates.vetoable(1) { _, _, new -> new > 0 }
  val logged by Logged(log)
}

fun delegatedProperties(out: Lines) {
  val log = mutableListOf<String>()
  val one = Lazily(log)
  out.add(log.size, one.heavy, one.heavy, one.logged)
  one.watched = 5
  one.vetoed = -1
  out.add(one.watched, one.vetoed, log)
}

private class FromMap(map: Map<String, Any?>) {
  val name: String by map
  val age: Int by map
}

fun propertiesFromMaps(out: Lines) {
  val one = FromMap(mapOf("name" to "Ann", "age" to 30))
  out.add(one.name, one.age)
  out.message { FromMap(mapOf()).name }
}

fun scopeFunctions(out: Lines) {
  val text = StringBuilder().apply { append("a").append("b") }.also { out.add("also", it) }
  out.add(text.run { length }, with(text) { reverse().toString() }, "x".let { it + it })
  out.add(5.takeIf { it > 3 }, 5.takeUnless { it > 3 }, null?.let { "never" })
}

fun localFunctions(out: Lines) {
  var depth = 0
  fun fact(n: Int): Long {
    depth = maxOf(depth, n)
    return if (n < 2) 1 else n * fact(n - 1)
  }
  out.add(fact(12), depth)
}

fun lambdasWithReceivers(out: Lines) {
  fun build(body: StringBuilder.() -> Unit) = StringBuilder().also(body).toString()
  out.add(build { append(1); insert(0, "<"); append('>') }, buildString { repeat(3) { append(it) } })
}
