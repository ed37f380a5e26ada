// The guest: what is proved. Reads a Person as Java's codec writes it, and publishes an Answer.

#include "zarf.h"

int main(void) {
  zarf_reader input = zarf_input();
  uint32_t name_length = zarf_read_u32(&input);
  zarf_read_bytes(&input, name_length);
  int32_t birth_year = (int32_t)zarf_read_u32(&input);
  zarf_expect_end(&input);
  zarf_write_u8(birth_year <= 2008);
  return 0;
}
