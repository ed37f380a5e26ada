/* A register machine with twelve byte codes, running a program that adds up the lengths of the Collatz sequences of 1 .. size. */

#include "suite.h"

enum operation {
  CONSTANT,     /* r[a] = b */
  MOVE,         /* r[a] = r[b] */
  ADD,          /* r[a] += r[b] */
  SUBTRACT,     /* r[a] -= r[b] */
  MULTIPLY,     /* r[a] *= r[b] */
  AND,          /* r[a] &= r[b] */
  SHIFT_RIGHT,  /* r[a] >>= r[b] */
  STORE,        /* memory[r[a] mod MEMORY] = r[b] */
  JUMP,         /* go on at b */
  JUMP_IF_ZERO, /* go on at b if r[a] is 0 */
  JUMP_IF_ONE,  /* go on at b if r[a] is 1 */
  STOP,
};

struct instruction {
  uint8_t operation, a;
  uint16_t b;
};

enum register_name { ONE, THREE, N, VALUE, BIT, TOTAL, REGISTERS };

enum { NEXT_START = 2, STEP = 3, HALVE = 11, DONE = 13, END = 17 };

static const struct instruction program[] = {
    {CONSTANT, ONE, 1},
    {CONSTANT, THREE, 3},
    [NEXT_START] = {MOVE, VALUE, N},
    [STEP] = {JUMP_IF_ONE, VALUE, DONE},
    {ADD, TOTAL, ONE},
    {MOVE, BIT, VALUE},
    {AND, BIT, ONE},
    {JUMP_IF_ZERO, BIT, HALVE},
    {MULTIPLY, VALUE, THREE},
    {ADD, VALUE, ONE},
    {JUMP, 0, STEP},
    [HALVE] = {SHIFT_RIGHT, VALUE, ONE},
    {JUMP, 0, STEP},
    [DONE] = {STORE, N, TOTAL},
    {SUBTRACT, N, ONE},
    {JUMP_IF_ZERO, N, END},
    {JUMP, 0, NEXT_START},
    [END] = {STOP, 0, 0},
};

enum { MEMORY = 256 };

static uint64_t memory[MEMORY];

static void interpret(uint64_t r[REGISTERS]) {
  const struct instruction *at = program;
  for (;;) {
    const struct instruction now = *at++;
    switch ((enum operation)now.operation) {
      case CONSTANT:
        r[now.a] = now.b;
        break;
      case MOVE:
        r[now.a] = r[now.b];
        break;
      case ADD:
        r[now.a] += r[now.b];
        break;
      case SUBTRACT:
        r[now.a] -= r[now.b];
        break;
      case MULTIPLY:
        r[now.a] *= r[now.b];
        break;
      case AND:
        r[now.a] &= r[now.b];
        break;
      case SHIFT_RIGHT:
        r[now.a] >>= r[now.b];
        break;
      case STORE:
        memory[r[now.a] % MEMORY] = r[now.b];
        break;
      case JUMP:
        at = program + now.b;
        break;
      case JUMP_IF_ZERO:
        at = r[now.a] == 0 ? program + now.b : at;
        break;
      case JUMP_IF_ONE:
        at = r[now.a] == 1 ? program + now.b : at;
        break;
      case STOP:
        return;
    }
  }
}

int main(void) {
  uint64_t registers[REGISTERS] = {[N] = read_size()};
  if (registers[N] == 0) {
    zarf_fail("interpreter: the size must not be 0");
  }
  interpret(registers);
  uint64_t checksum = fold(CHECKSUM_START, registers[TOTAL]);
  for (int i = 0; i < MEMORY; i++) {
    checksum = fold(checksum, memory[i]);
  }
  zarf_write_u64(checksum);
  return 0;
}
