package org.zarf.jvm.cases

import org.zarf.jvm.Lines

private fun describe(x: Any?): String =
  when (x) {
    null -> "null"
    0, 1 -> "small"
    is Int -> if (x in 2..9) "digit" else "int"
    is String -> if (x.isEmpty()) "empty" else "text ${x.length}"
    !is Number -> "other"
    else -> "number"
  }

fun whenOverAnything(out: Lines) {
  for (x in listOf(null, 0, 1, 7, 10, "", "abc", 'c', 2.5)) {
    out.add(describe(x))
  }
}

fun whenWithoutSubject(out: Lines) {
  for (i in -1..1) {
    out.add(
      when {
        i < 0 -> "negative"
        i == 0 -> "zero"
        else -> "positive"
      }
    )
  }
  when (val length = "abc".length) {
    3 -> out.add("three", length)
    else -> out.add("other")
  }
}

fun whenWithGuards(out: Lines) {
  for (shape in listOf(Circle(1), Circle(20), Box(2, 2), Box(1, 3), Nothingness)) {
    out.add(
      when (shape) {
        is Circle if shape.r > 10 -> "big circle"
        is Circle -> "circle"
        is Box if shape.w == shape.h -> "square"
        else -> "else"
      }
    )
  }
}

fun safeCallsAndElvis(out: Lines) {
  val none: String? = null
  val some: String? = "text"
  out.add(none?.length, some?.length, none?.length ?: -1, some ?: "else", none.isNullOrEmpty(), none.orEmpty().length)
  out.add(some?.takeIf { it.length > 10 }?.uppercase() ?: "short", none?.let { it.length }?.plus(1))
}

fun notNullAssertions(out: Lines) {
  val none: String? = out.toString().takeIf { it.isEmpty() }
  out.outcome { none!! }
  out.message { requireNotNull(none) { "it is missing" } }
  out.message { checkNotNull(none) }
}

fun nullsFromJava(out: Lines) {
  val map = java.util.HashMap<String, String>()
  val value = map["absent"]
  out.add(value == null, value?.length)
  out.outcome { val certain: String = map.get("x") as String; certain }
}

fun smartCasts(out: Lines) {
  val things: List<Any?> = listOf(1, "two", listOf(3), null)
  for (thing in things) {
    if (thing is String && thing.length == 3) {
      out.add(thing.uppercase())
    } else if (thing is List<*>) {
      out.add(thing.size)
    } else {
      out.add(thing as? Int)
    }
  }
}

fun failingCasts(out: Lines) {
  val text: Any = "text"
  out.outcome { text as Int }
  out.add(text as? Int, (text as CharSequence).length)
}

fun tryIsAnExpression(out: Lines) {
  for (text in listOf("5", "x")) {
    val number =
      try {
        text.toInt()
      } catch (e: NumberFormatException) {
        -1
      } finally {
        out.add("tried", text)
      }
    out.add(number)
  }
}

private class Closing(private val name: String, private val out: Lines) : AutoCloseable {
  override fun close() {
    out.add("close", name)
  }
}

fun resourcesAreUsed(out: Lines) {
  out.message {
    Closing("a", out).use { _ ->
      Closing("b", out).use { _ -> error("inside") }
    }
  }
  out.add(Closing("c", out).use { 7 })
}

fun nestedHandlers(out: Lines) {
  for (inner in 0..2) {
    for (handler in 0..2) {
      out.message {
        try {
          try {
            require(inner != 1) { "body" }
            check(inner != 2) { "body" }
          } catch (e: IllegalArgumentException) {
            out.add("inner", e.message)
            check(handler != 1) { "handler" }
            require(handler != 2) { "handler" }
          } finally {
            out.add("finally")
          }
        } catch (e: IllegalStateException) {
          out.add("outer", e.message)
        }
      }
    }
  }
}

fun preconditions(out: Lines) {
  out.message { require(1 > 2) { "argument" } }
  out.message { check(1 > 2) { "state" } }
  out.message { error("failed") }
  out.message { require(false) }
  out.message { TODO("later") }
}

fun resultsOfRunCatching(out: Lines) {
  val good = runCatching { 5 }
  val bad = runCatching<Int> { throw IllegalStateException("bad") }
  out.add(good.isSuccess, good.getOrNull(), bad.getOrElse { -1 }, bad.exceptionOrNull()?.message)
  out.add(good.map { it * 2 }.getOrThrow(), bad.recover { 3 }.getOrThrow(), good.fold({ "ok $it" }, { "no" }))
  out.add(good.toString(), bad.toString())
}

private class Custom(val code: Int, cause: Throwable? = null) : Exception("code $code", cause)

fun ownExceptions(out: Lines) {
  try {
    try {
      throw Custom(1)
    } catch (e: Custom) {
      throw Custom(e.code + 1, e)
    }
  } catch (e: Custom) {
    out.add(e.code, e.cause?.message, e)
  }
}

fun labelledLoops(out: Lines) {
  val text = StringBuilder()
  outer@ for (i in 1..4) {
    for (j in 1..4) {
      if (j == 3) continue@outer
      if (i == 3) break@outer
      text.append(i).append(j).append(' ')
    }
  }
  var n = 3
  do {
    val last = n--
    text.append(last)
  } while (last > 1)
  out.add(text)
}

fun loopsWithIndices(out: Lines) {
  for ((i, c) in "abc".withIndex()) {
    out.add(i, c)
  }
  val array = arrayOf("x", "y")
  for (i in array.indices.reversed()) {
    out.add(array[i], array.lastIndex)
  }
  for ((key, value) in mapOf("k" to 1, "l" to 2)) {
    out.add(key, value)
  }
}

private class Triple3(val a: Int) {
  operator fun component1() = a

  operator fun component2() = a * 2

  operator fun component3() = a * 3
}

fun destructuring(out: Lines) {
  val (a, _, c) = Triple3(5)
  val (x, y) = 1 to "one"
  val (p, q, r) = listOf(7, 8, 9)
  out.add(a, c, x, y, p, q, r, Triple(1, 2, 3), 1 to 2)
  listOf(Point(1, 2)).forEach { (first, second) -> out.add(first - second) }
  out.outcome { val (_, second) = listOf(1); second }
}

fun nothingNeverReturns(out: Lines) {
  fun fail(text: String): Nothing = throw IllegalArgumentException(text)
  val value: String? = null
  out.message { value ?: fail("no value") }
}

fun equalityAndIdentity(out: Lines) {
  val a = listOf(1, 2)
  val b = mutableListOf(1, 2)
  val none: String? = null
  out.add(a == b, a === b, none == null, none.hashCode(), none.toString(), a != listOf(2, 1))
}
