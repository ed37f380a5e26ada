/* Typed helpers over read_input and write_output. */

#include "zarf.h"

#include <string.h>

zarf_reader zarf_input(void) {
  zarf_reader reader;
  read_input(&reader.at, &reader.left);
  return reader;
}

const uint8_t *zarf_read_bytes(zarf_reader *reader, size_t size) {
  if (size > reader->left) {
    zarf_fail("the input ends too early");
  }
  const uint8_t *bytes = reader->at;
  reader->at += size;
  reader->left -= size;
  return bytes;
}

uint8_t zarf_read_u8(zarf_reader *reader) {
  return *zarf_read_bytes(reader, 1);
}

uint16_t zarf_read_u16(zarf_reader *reader) {
  uint16_t value;
  memcpy(&value, zarf_read_bytes(reader, sizeof value), sizeof value);
  return value;
}

uint32_t zarf_read_u32(zarf_reader *reader) {
  uint32_t value;
  memcpy(&value, zarf_read_bytes(reader, sizeof value), sizeof value);
  return value;
}

uint64_t zarf_read_u64(zarf_reader *reader) {
  uint64_t value;
  memcpy(&value, zarf_read_bytes(reader, sizeof value), sizeof value);
  return value;
}

void zarf_expect_end(const zarf_reader *reader) {
  if (reader->left != 0) {
    zarf_fail("the input goes on after its end");
  }
}

void zarf_write_u8(uint8_t value) {
  write_output(&value, sizeof value);
}

void zarf_write_u16(uint16_t value) {
  write_output((const uint8_t *)&value, sizeof value);
}

void zarf_write_u32(uint32_t value) {
  write_output((const uint8_t *)&value, sizeof value);
}

void zarf_write_u64(uint64_t value) {
  write_output((const uint8_t *)&value, sizeof value);
}
