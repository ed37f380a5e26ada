// C++ without a library: constructors and destructors of statics, new and delete, virtual functions, templates, lambdas, guards of local statics.

#include <new>
#include <stddef.h>
#include <stdint.h>

#include "check.h"

namespace {

int constructed = 0;
int destroyed = 0;

struct Counted {
  explicit Counted(int value) : value(value) { constructed++; }
  Counted(const Counted &) = delete;
  ~Counted() { destroyed++; }
  int value;
};

// Declared first, so destroyed last: it sees that all others are gone. More statics than atexit promises to take.
struct Last {
  ~Last() { CHECK(destroyed == constructed && constructed >= 41); }
} last;

template <int N>
struct Chain {
  Counted counted{N};
  Chain<N - 1> rest;
};
template <>
struct Chain<0> {};

template <int N>
Counted &local() {
  static Counted counted(N);
  return counted;
}

template <int N>
int touch() {
  int sum = local<N>().value + local<N>().value;
  if constexpr (N > 0) {
    sum += touch<N - 1>();
  }
  return sum;
}

Counted global(17);

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const = 0;
};

struct Square final : Shape {
  explicit Square(int side) : side(side) {}
  int area() const override { return side * side; }
  int side;
};

struct alignas(128) Wide {
  char bytes[128];
};

template <typename F>
int apply(F function, int argument) {
  return function(argument);
}

}  // namespace

int main() {
  CHECK(global.value == 17 && constructed == 1);
  CHECK(touch<39>() == 39 * 40);
  CHECK(constructed == 41);
  auto *chain = new Chain<10>;
  CHECK(constructed == 51 && chain->rest.counted.value == 9);
  delete chain;
  CHECK(destroyed == 10);
  Shape *shape = new Square(9);
  CHECK(shape->area() == 81);
  delete shape;
  auto *wide = new Wide[3];
  CHECK(reinterpret_cast<uintptr_t>(wide) % 128 == 0);
  delete[] wide;
  alignas(Square) char place[sizeof(Square)];
  Shape *placed = new (place) Square(4);
  CHECK(placed->area() == 16);
  placed->~Shape();
  CHECK(new (std::nothrow) char[size_t{1} << 40] == nullptr);
  int captured = 5;
  CHECK(apply([&](int x) { return x * captured; }, 8) == 40);
  return 0;
}
