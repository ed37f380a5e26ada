// The guest: what is proved. Reads a Person as Java's codec writes it, and publishes an Answer.

#include "zarf.h"

namespace {

constexpr int32_t last_birth_year = 2008;

class Person {
 public:
  explicit Person(zarf_reader &input)
      : name_length_(zarf_read_u32(&input)),
        name_(zarf_read_bytes(&input, name_length_)),
        birth_year_(static_cast<int32_t>(zarf_read_u32(&input))) {}

  bool is_adult() const { return birth_year_ <= last_birth_year; }

 private:
  uint32_t name_length_;
  const uint8_t *name_;
  int32_t birth_year_;
};

}  // namespace

int main() {
  zarf_reader input = zarf_input();
  Person person(input);
  zarf_expect_end(&input);
  zarf_write_u8(person.is_adult());
  return 0;
}
