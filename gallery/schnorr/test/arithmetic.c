/*
 * Answers with the arithmetic of field.h and group.h, for comparison.
 *
 * Input: requests until it ends, each an operation (u8) and its operands: numbers are 32 bytes, the highest first. Journal: the answers.
 *   '+' '-' '*'   two numbers: the result, below p
 *   'h' 'i' 's'   one number: its half, its inverse, its square; below p
 *   'r'           one number: u8, whether it has a square root; the number to the (p + 1) / 4, below p
 *   'l'           32 bytes: u8, whether they are a point's x; if so, the even y
 *   'c'           s, e and 32 bytes that are a point's x: u8, whether s G - e P is at infinity; if not, x and y
 */

#include "../group.h"
#include "zarf.h"

static void read(zarf_reader *input, field *number) {
  limbs_of_bytes(number->limb, zarf_read_bytes(input, 32));
}

static void answer(field number) {
  uint8_t bytes[32];
  number = field_reduced(number);
  limbs_to_bytes(bytes, number.limb);
  write_output(bytes, sizeof bytes);
}

static void answer_point(zarf_reader *input) {
  field s, e;
  affine point;
  jacobian sum;
  read(input, &s);
  read(input, &e);
  if (!group_lift(&point, zarf_read_bytes(input, 32))) {
    zarf_fail("arithmetic: no point's x");
  }
  group_combine(&sum, s.limb, e.limb, &point);
  zarf_write_u8(sum.infinite);
  if (!sum.infinite) {
    group_affine(&point, &sum);
    answer(point.x);
    answer(point.y);
  }
}

static void answer_unary(zarf_reader *input, uint8_t operation) {
  field a;
  read(input, &a);
  switch (operation) {
    case 'h':
      field_half(&a, &a);
      break;
    case 'i':
      field_invert(&a, &a);
      break;
    case 's':
      field_sqr(&a, &a);
      break;
    default:
      zarf_write_u8(field_sqrt(&a, &a));
  }
  answer(a);
}

static void answer_binary(zarf_reader *input, uint8_t operation) {
  field a, b;
  read(input, &a);
  read(input, &b);
  if (operation == '+') {
    field_add(&a, &a, &b);
  } else if (operation == '-') {
    field_sub(&a, &a, &b);
  } else {
    field_mul(&a, &a, &b);
  }
  answer(a);
}

static void answer_lift(zarf_reader *input) {
  affine point;
  bool found = group_lift(&point, zarf_read_bytes(input, 32));
  zarf_write_u8(found);
  if (found) {
    answer(point.y);
  }
}

int main(void) {
  zarf_reader input = zarf_input();
  while (input.left > 0) {
    uint8_t operation = zarf_read_u8(&input);
    switch (operation) {
      case '+':
      case '-':
      case '*':
        answer_binary(&input, operation);
        break;
      case 'h':
      case 'i':
      case 's':
      case 'r':
        answer_unary(&input, operation);
        break;
      case 'l':
        answer_lift(&input);
        break;
      case 'c':
        answer_point(&input);
        break;
      default:
        zarf_fail("arithmetic: an unknown operation");
    }
  }
  return 0;
}
