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
