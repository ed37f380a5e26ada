package org.zarf.jvm.cases

import org.zarf.jvm.Lines

fun intOverflow(out: Lines) {
  var i = Int.MAX_VALUE
  i++
  out.add(i, Int.MIN_VALUE - 1, -Int.MIN_VALUE, Int.MAX_VALUE * 2, Long.MAX_VALUE + 1)
}

fun shifts(out: Lines) {
  for (n in listOf(0, 1, 31, 32, 33, -1)) {
    out.add(1 shl n, -8 shr n, -8 ushr n, 1L shl n, -8L shr n, -8L ushr n)
  }
}

fun ranges(out: Lines) {
  out.add((1..5).toList(), (5 downTo 1 step 2).toList(), (0 until 4).sum(), (0..<4).last)
  out.add((1..0).isEmpty(), 3 in 1..5, 6 !in 1..5, ('a'..'e').joinToString(""), (1..10 step 4).last)
  out.add((1L..3L).map { it * it }, 2.5 in 1.0..3.0, (1..5) == (1..5), 1..5)
}

fun rangesAtTheEdges(out: Lines) {
  var count = 0
  for (i in Int.MAX_VALUE - 2..Int.MAX_VALUE) {
    count++
  }
  out.add(count, (Int.MIN_VALUE until Int.MIN_VALUE).isEmpty(), (0..Int.MAX_VALUE step Int.MAX_VALUE).toList())
  out.message { 1..3 step 0 }
}

fun unsignedNumbers(out: Lines) {
  val big = 4_000_000_000u
  out.add(big.toString(), (big + big).toString(), (big / 3u).toString(), (big > 1u).toString(), big.toInt())
  out.add(ULong.MAX_VALUE.toString(), (200.toUByte() + 100u).toString(), UInt.MAX_VALUE.toLong())
  out.add((0u - 1u).toString(), (5u..7u).joinToString(), (-1).toUInt().toDouble())
}

fun conversionsOfNumbers(out: Lines) {
  out.add(300.toByte(), 65.toChar(), 'a'.code, 3.99.toInt(), (-3.99).toLong(), Double.NaN.toInt())
  out.add(1e20.toLong(), 70000.toShort(), 'a' + 1, 'z' - 'a', 5 / 2, 5 / 2.0, -7 % 3, (-7).mod(3))
  out.add((-7).floorDiv(2), 7.0.rem(2.5), 0x7f.inv(), 6 and 3, 6 or 3, 6 xor 3)
}

fun parsingNumbers(out: Lines) {
  for (text in listOf("12", "-7", "", "1.5", "abc", "99999999999", "0x10")) {
    out.add(text, text.toIntOrNull(), text.toLongOrNull(), text.toDoubleOrNull())
  }
  out.outcome { "x".toInt() }
  out.add("ff".toInt(16), 255.toString(2), "z".toIntOrNull(36), "TRUE".toBoolean(), "yes".toBooleanStrictOrNull())
}

fun coercion(out: Lines) {
  out.add(5.coerceIn(1, 3), 5.coerceAtLeast(7), 5.coerceAtMost(2), maxOf(1, 9, 4), minOf(2.5, 1.5))
  out.message { 1.coerceIn(3, 2) }
}

fun bitsOfNumbers(out: Lines) {
  out.add(0b1011.countOneBits(), 16.countLeadingZeroBits(), 16L.countTrailingZeroBits(), 100.takeHighestOneBit())
  out.add(1.rotateRight(1), (-1L ushr 60), 12.takeLowestOneBit(), 1.5.toBits(), Float.fromBits(0x40200000))
}

fun comparingBoxesAndFloats(out: Lines) {
  val nan: Any = Double.NaN
  val zero: Comparable<Double> = -0.0
  out.add(nan == Double.NaN, Double.NaN == Double.NaN, zero < 0.0, -0.0 == 0.0, 0.0.equals(-0.0))
  val a: Int? = 1000
  out.add(a == 1000, a?.compareTo(5), a!! + 1)
}
