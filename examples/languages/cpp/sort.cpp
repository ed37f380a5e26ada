// Sorts numbers; publishes the median and a checksum of the sorted sequence.

#include "zarf.h"

namespace {

/** Numbers that know their count, without a library. */
template <typename T>
class Array {
 public:
  explicit Array(int size) : size_(size), items_(new T[size]) {}
  Array(const Array &) = delete;
  ~Array() { delete[] items_; }

  int size() const { return size_; }
  T &operator[](int index) { return items_[index]; }
  T *begin() { return items_; }
  T *end() { return items_ + size_; }

 private:
  int size_;
  T *items_;
};

template <typename T>
void insertion_sort(Array<T> &a, int low, int high) {
  for (int i = low + 1; i <= high; i++) {
    T value = a[i];
    int j = i - 1;
    while (j >= low && a[j] > value) {
      a[j + 1] = a[j];
      j--;
    }
    a[j + 1] = value;
  }
}

template <typename T>
void quicksort(Array<T> &a, int low, int high) {
  while (high - low >= 16) {
    T pivot = a[(low + high) / 2];
    int i = low;
    int j = high;
    while (i <= j) {
      while (a[i] < pivot) {
        i++;
      }
      while (a[j] > pivot) {
        j--;
      }
      if (i <= j) {
        T swapped = a[i];
        a[i++] = a[j];
        a[j--] = swapped;
      }
    }
    quicksort(a, low, j);
    low = i;
  }
  insertion_sort(a, low, high);
}

}  // namespace

int main() {
  zarf_reader input = zarf_input();
  uint32_t count = zarf_read_u32(&input);
  if (count == 0 || count > input.left / sizeof(int32_t)) {
    zarf_fail("no numbers");
  }
  Array<int32_t> numbers(static_cast<int>(count));
  for (int32_t &number : numbers) {
    number = static_cast<int32_t>(zarf_read_u32(&input));
  }
  zarf_expect_end(&input);
  quicksort(numbers, 0, numbers.size() - 1);
  uint64_t checksum = 0;
  for (int32_t number : numbers) {
    checksum = 31 * checksum + static_cast<uint64_t>(int64_t{number});
  }
  zarf_write_u32(static_cast<uint32_t>(numbers[numbers.size() / 2]));
  zarf_write_u64(checksum);
  return 0;
}
