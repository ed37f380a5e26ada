/* Parts of the C library that lean on the kit: formatted output, floating point, jumps, thread-local variables, sorting, constructors. */

#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include "check.h"

static void formats(void) {
  char text[200];
  snprintf(text, sizeof text, "%d|%5u|%-6s|%08lx|%c|%%|%+.3f|%g|%e|%lld", -1, 42u, "ab", 0xdeadbeeful, 'x', 3.14159, 0.0001, 12345.678, -9223372036854775807ll - 1);
  CHECK(strcmp(text, "-1|   42|ab    |deadbeef|x|%|+3.142|0.0001|1.234568e+04|-9223372036854775808") == 0);
  CHECK(snprintf(text, 4, "abcdef") == 6 && strcmp(text, "abc") == 0);
  int number;
  double real;
  char word[10];
  CHECK(sscanf("17 2.5 word", "%d %lf %9s", &number, &real, word) == 3 && number == 17 && real == 2.5 && strcmp(word, "word") == 0);
  CHECK(strtod("1e-3", NULL) == 0.001 && strtoull("ffffffffffffffff", NULL, 16) == UINT64_MAX);
  CHECK(fabs(sin(1.0) - 0.8414709848078965) < 1e-15 && sqrt(2.0) * sqrt(2.0) - 2 < 1e-15 && pow(2, 0.5) == sqrt(2.0));
}

static jmp_buf target;

static void jump_from(int depth) {
  if (depth == 0) {
    longjmp(target, 5);
  }
  jump_from(depth - 1);
}

static void jumps(void) {
  volatile int times = 0;
  int value = setjmp(target);
  times++;
  if (value == 0) {
    jump_from(20);
  }
  CHECK(value == 5 && times == 2);
}

static _Thread_local int initialised = 77;
static _Thread_local uint64_t zero;
static _Thread_local _Alignas(64) char aligned[64];

static void thread_locals(void) {
  CHECK(initialised == 77 && zero == 0 && (uintptr_t)aligned % 64 == 0 && aligned[63] == 0);
  initialised++;
  zero--;
  memset(aligned, 1, sizeof aligned);
  errno = EDOM;
  CHECK(initialised == 78 && zero == UINT64_MAX && errno == EDOM);
}

static int compare(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

static void sorting(void) {
  int numbers[100];
  for (int i = 0; i < 100; i++) {
    numbers[i] = i * 37 % 100;
  }
  qsort(numbers, 100, sizeof numbers[0], compare);
  for (int i = 0; i < 100; i++) {
    CHECK(numbers[i] == i);
  }
}

static int constructed;

__attribute__((constructor(200))) static void second(void) {
  constructed = constructed * 10 + 2;
}

__attribute__((constructor(101))) static void first(void) {
  constructed = constructed * 10 + 1;
}

int main(int argc, char **argv) {
  CHECK(constructed == 12);
  CHECK(argc == 1 && argv[0] != NULL && argv[1] == NULL);
  formats();
  jumps();
  thread_locals();
  sorting();
  struct tm *epoch = gmtime(&(time_t){0});
  CHECK(epoch->tm_year == 70);
  return 0;
}
