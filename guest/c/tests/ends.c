/*
 * Ends in the way that the first byte of the input names. Each writes "end" to the journal first, which must be there whatever the code.
 *
 *   r  main returns 7               exit code 7
 *   e  exit(-1)                     exit code 2^32 - 1, which Linux cuts to 255; handlers run in reverse order
 *   x  _exit(9)                     exit code 9; no handler runs
 *   a  abort()                      exit code 134
 *   s  an assertion fails           exit code 134
 *   k  SIGTERM without a handler    exit code 143
 *   f  zarf_fail                    exit code 1
 *   i  reads beyond the input       exit code 1
 *   d  frees a pointer twice        exit code 134
 *   m  operator new for 2^40 bytes  exit code 134
 *   o  recursion without end        trap: the stack runs into the guard page
 *   n  writes through NULL          trap
 *   u  unreachable code             trap
 */

#include <assert.h>
#include <signal.h>
#include <unistd.h>

#include "check.h"
#include "zarf.h"

void *operator_new(size_t size) __asm__("_Znwm");

static void first_registered(void) {
  zarf_print(" then the first\n");
}

static void last_registered(void) {
  zarf_print("the last handler,");
}

static int recurse(int depth) {
  volatile char frame[1000];
  frame[depth % 1000] = (char)depth;
  return recurse(depth + 1) + frame[depth % 1000];
}

static void free_twice(void) {
  void *volatile large = malloc(100000);
  void *after = malloc(100000);
  free(large);
  free(large);
  free(after);
}

int main(void) {
  zarf_reader input = zarf_input();
  write_output((const uint8_t *)"end", 3);
  atexit(first_registered);
  atexit(last_registered);
  /* Messages that wait in a buffer come out at every end. */
  printf("an unfinished line. ");
  volatile int *volatile nowhere = NULL;
  switch (zarf_read_u8(&input)) {
    case 'r':
      return 7;
    case 'e':
      exit(-1);
    case 'x':
      _exit(9);
    case 'a':
      abort();
    case 's':
      assert(2 + 2 == 5);
      break;
    case 'k':
      raise(SIGTERM);
      break;
    case 'f':
      zarf_fail("failed on purpose");
    case 'i':
      zarf_read_u64(&input);
      break;
    case 'd':
      free_twice();
      break;
    case 'm':
      operator_new(1ul << 40);
      break;
    case 'o':
      return recurse(0);
    case 'n':
      *nowhere = 1;
      break;
    case 'u':
      __builtin_trap();
  }
  return 100;
}
