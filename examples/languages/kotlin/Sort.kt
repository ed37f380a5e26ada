import org.zarf.guest.GuestContext

@JvmRecord data class Numbers(val values: IntArray)

@JvmRecord data class Answer(val median: Int, val checksum: Long)

/** Sorts numbers; publishes the median and a checksum of the sorted sequence. */
object Sort {

  private fun insertionSort(a: IntArray, low: Int, high: Int) {
    for (i in low + 1..high) {
      val value = a[i]
      var j = i - 1
      while (j >= low && a[j] > value) {
        a[j + 1] = a[j]
        j--
      }
      a[j + 1] = value
    }
  }

  private fun quicksort(a: IntArray, first: Int, high: Int) {
    var low = first
    while (high - low >= 16) {
      val pivot = a[(low + high) / 2]
      var i = low
      var j = high
      while (i <= j) {
        while (a[i] < pivot) i++
        while (a[j] > pivot) j--
        if (i <= j) {
          val swapped = a[i]
          a[i++] = a[j]
          a[j--] = swapped
        }
      }
      quicksort(a, low, j)
      low = i
    }
    insertionSort(a, low, high)
  }

  @JvmStatic
  fun main(guest: GuestContext) {
    val numbers = guest.input(Numbers::class.java).values
    quicksort(numbers, 0, numbers.size - 1)
    var checksum = 0L
    for (number in numbers) {
      checksum = 31 * checksum + number
    }
    guest.publish(Answer(numbers[numbers.size / 2], checksum))
  }
}
