package org.zarf.jvm.cases

import org.zarf.jvm.Lines

data class Point(val x: Int, val y: Int = 7)

fun dataClassEqualityAndText(out: Lines) {
  val p = Point(1, 2)
  out.add(p, p == Point(1, 2), p == Point(2, 1), p.hashCode() == Point(1, 2).hashCode(), p.hashCode())
  out.add(p.equals(null), p.equals("Point(x=1, y=2)"), p === p.copy())
}

fun dataClassCopyAndComponents(out: Lines) {
  val p = Point(3)
  out.add(p.copy(x = 9), p.copy(y = 1), p.component1(), p.component2())
  val (a, b) = p
  out.add(a + b)
}

sealed interface Shape
data class Circle(val r: Int) : Shape
data class Box(val w: Int, val h: Int) : Shape
data object Nothingness : Shape

private fun area(s: Shape): Int =
  when (s) {
    is Circle -> 3 * s.r * s.r
    is Box -> s.w * s.h
    Nothingness -> 0
  }

fun sealedInterfaceInWhen(out: Lines) {
  for (s in listOf(Circle(2), Box(3, 4), Nothingness)) {
    out.add(s, area(s))
  }
}

class Counter private constructor(private val start: Int) {
  var calls = 0
    private set

  fun next(): Int = start + calls++

  companion object {
    const val FIRST = 10
    private var made = 0

    fun create(): Counter {
      made++
      return Counter(FIRST * made)
    }

    operator fun invoke(start: Int) = Counter(start)
  }
}

fun companionObjects(out: Lines) {
  Counter.create().next()
  val second = Counter.create()
  out.add(second.next(), second.next(), second.calls, Counter.FIRST, Counter(3).next())
}

object Registry {
  private val names = mutableListOf<String>()
  val size: Int
    get() = names.size

  fun register(name: String) = apply { names += name }

  override fun toString() = names.joinToString(prefix = "Registry[", postfix = "]")
}

fun objectsAreSingletons(out: Lines) {
  Registry.register("a").register("b")
  out.add(Registry, Registry.size, Registry === Registry.register("c"))
}

@JvmInline
value class Meters(val value: Int) : Comparable<Meters> {
  init {
    require(value >= 0) { "negative: $value" }
  }

  val kilometers: Double
    get() = value / 1000.0

  operator fun plus(other: Meters) = Meters(value + other.value)

  override fun compareTo(other: Meters) = value.compareTo(other.value)
}

fun valueClasses(out: Lines) {
  val total = Meters(1200) + Meters(300)
  val boxed: Any = total
  out.add(total.toString(), total.kilometers, total == Meters(1500), boxed == Meters(1500), boxed.hashCode())
  out.add(Meters(1) < Meters(2), listOf(Meters(3), Meters(1)).min().toString())
  out.message { Meters(-1).value }
}

open class Parent(val name: String) {
  init {
    log.append("Parent init;")
  }

  open val greeting = "hello".also { log.append("Parent.greeting;") }

  constructor(number: Int) : this("n$number") {
    log.append("Parent secondary;")
  }

  companion object {
    val log = StringBuilder()
  }
}

class Child : Parent(7) {
  private val first = 1.also { log.append("Child.first;") }

  init {
    log.append("Child init $first;")
  }

  override val greeting = "bye".also { log.append("Child.greeting;") }
}

fun initializationOrder(out: Lines) {
  val child = Child()
  out.add(child.name, child.greeting)
  out.add(Parent.log.toString())
}

interface Named {
  val name: String
  val initial: Char
    get() = name.first()

  fun describe() = "I am $name"
}

interface Loud {
  fun describe() = "LOUD"
}

class Both(override val name: String) : Named, Loud {
  override fun describe() = super<Named>.describe() + " and " + super<Loud>.describe()
}

fun interfacesWithProperties(out: Lines) {
  out.add(Both("Zoe").describe(), Both("Zoe").initial)
  val anonymous =
    object : Named {
      override val name = "anon"
    }
  out.add(anonymous.describe(), anonymous.initial)
}

class Printer(base: Named) : Named by base {
  override fun describe() = "printer of ${super.toString().isNotEmpty()} $name"
}

class Recording(private val inner: MutableList<Int>) : MutableList<Int> by inner {
  var added = 0

  override fun add(element: Int): Boolean {
    added++
    return inner.add(element)
  }
}

fun delegationByInterface(out: Lines) {
  out.add(Printer(Both("p")).describe(), Printer(Both("q")).initial)
  val list = Recording(mutableListOf(1))
  list.add(2)
  list.addAll(listOf(3, 4))
  out.add(list.added, list.size, list.sum())
}

enum class Level(val weight: Int) {
  LOW(1),
  MID(5) {
    override fun label() = "middle"
  },
  HIGH(10);

  open fun label() = name.lowercase()

  companion object {
    fun heaviest() = entries.maxBy { it.weight }
  }
}

fun enumsWithBodies(out: Lines) {
  for (level in Level.entries) {
    out.add(level, level.ordinal, level.weight, level.label())
  }
  out.add(Level.heaviest(), Level.valueOf("LOW") < Level.HIGH, enumValues<Level>().size)
  out.outcome { Level.valueOf("NONE") }
}

fun enumsInWhen(out: Lines) {
  for (level in Level.entries.reversed()) {
    out.add(
      when (level) {
        Level.LOW, Level.MID -> "below"
        Level.HIGH -> "top"
      }
    )
  }
}

class Outer(val x: Int) {
  inner class Inner(val x: Int) {
    fun sum() = x * 10 + this@Outer.x
  }

  class Nested {
    fun constant() = 4
  }
}

fun innerAndNestedClasses(out: Lines) {
  out.add(Outer(3).Inner(5).sum(), Outer.Nested().constant())
}

class Temperature(celsius: Double) {
  var celsius = celsius
    set(value) {
      field = value.coerceIn(-273.15, 1000.0)
    }

  var fahrenheit: Double
    get() = celsius * 9 / 5 + 32
    set(value) {
      celsius = (value - 32) * 5 / 9
    }
}

fun propertiesWithAccessors(out: Lines) {
  val t = Temperature(10.0)
  out.add(t.fahrenheit)
  t.fahrenheit = 212.0
  out.add(t.celsius)
  t.celsius = -1000.0
  out.add(t.celsius)
}

class Late {
  lateinit var text: String

  fun isReady() = ::text.isInitialized
}

fun lateInitialization(out: Lines) {
  val late = Late()
  out.add(late.isReady())
  out.message { late.text }
  late.text = "set"
  out.add(late.isReady(), late.text)
}

sealed class Expression {
  abstract fun eval(): Int

  data class Number(val value: Int) : Expression() {
    override fun eval() = value
  }

  data class Sum(val left: Expression, val right: Expression) : Expression() {
    override fun eval() = left.eval() + right.eval()
  }
}

fun sealedClassTree(out: Lines) {
  val sum = Expression.Sum(Expression.Number(2), Expression.Sum(Expression.Number(3), Expression.Number(4)))
  out.add(sum, sum.eval(), sum.right == Expression.Sum(Expression.Number(3), Expression.Number(4)))
}

data class Everything(
  val a: Boolean,
  val b: Byte,
  val c: Char,
  val d: Long,
  val e: Float,
  val f: Double,
  val g: String?,
  val h: List<Int>,
)

fun dataClassOfManyTypes(out: Lines) {
  val one = Everything(true, 1, 'c', 1L shl 40, 1.5f, -0.0, null, listOf(1))
  out.add(one, one.hashCode(), one == one.copy(f = 0.0), one == one.copy(g = null))
}
