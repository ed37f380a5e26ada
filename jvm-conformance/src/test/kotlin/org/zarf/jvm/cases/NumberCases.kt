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
