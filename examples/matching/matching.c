/*
 * The residency match with private preferences: computes a stable matching of residents to hospitals by deferred acceptance (Gale and Shapley, 1962; the
 * residents propose), checks that it is stable, and publishes it with a commitment to the lists that it came from. A receipt shows that the published matching
 * is stable for the lists behind the commitment; the lists stay hidden.
 *
 * Input, numbers little-endian:
 *   salt              32 bytes, random; makes the commitment hide the lists
 *   residents         u16, 1 .. 1000
 *   hospitals         u8, 1 .. 100
 *   for each resident, from number 0 on:
 *     count           u8, 0 .. 10
 *     choices         count x u8: numbers of hospitals, the favourite first, none twice
 *   for each hospital, from number 0 on:
 *     capacity        u16
 *     count           u16
 *     choices         count x u16: numbers of residents, the favourite first, none twice
 * A resident and a hospital can be matched only if each ranks the other. Anything else, or bytes left over, ends the program with exit code 1.
 *
 * Journal:
 *   commitment        32 bytes: SHA-256 of the whole input
 *   residents         u16
 *   hospitals         u8
 *   for each resident: u8, the number of the hospital, or 255 if unmatched
 */

#include <stdbool.h>

#include "zarf.h"
#include "zkvm_accelerators.h"

#define SALT_BYTES 32
#define MAX_RESIDENTS 1000
#define MAX_HOSPITALS 100
#define MAX_CHOICES 10
#define UNMATCHED 255

struct resident {
  const uint8_t *choices;
  unsigned count;
};

struct hospital {
  unsigned capacity;
  /* The place of each resident in the hospital's list, from 1 on; 0 if not ranked. */
  uint16_t rank[MAX_RESIDENTS];
};

static struct resident residents[MAX_RESIDENTS];
static struct hospital hospitals[MAX_HOSPITALS];
static unsigned resident_count, hospital_count;

/* The result: a hospital for each resident. */
static uint8_t matched[MAX_RESIDENTS];

static void require(bool condition, const char *otherwise) {
  if (!condition) {
    zarf_fail(otherwise);
  }
}

static void read_residents(zarf_reader *input) {
  /* The last resident, from 1 on, who named each hospital: finds names given twice without clearing anything in between. */
  static uint16_t last_to_name[MAX_HOSPITALS];
  for (unsigned r = 0; r < resident_count; r++) {
    unsigned count = zarf_read_u8(input);
    require(count <= MAX_CHOICES, "matching: a resident has too many choices");
    const uint8_t *choices = zarf_read_bytes(input, count);
    for (unsigned i = 0; i < count; i++) {
      require(choices[i] < hospital_count, "matching: a resident names a hospital that does not exist");
      require(last_to_name[choices[i]] != r + 1, "matching: a resident names a hospital twice");
      last_to_name[choices[i]] = r + 1;
    }
    residents[r] = (struct resident){choices, count};
  }
}

static void read_hospitals(zarf_reader *input) {
  for (unsigned h = 0; h < hospital_count; h++) {
    struct hospital *hospital = &hospitals[h];
    hospital->capacity = zarf_read_u16(input);
    unsigned count = zarf_read_u16(input);
    for (unsigned place = 1; place <= count; place++) {
      unsigned r = zarf_read_u16(input);
      require(r < resident_count, "matching: a hospital names a resident who does not exist");
      require(hospital->rank[r] == 0, "matching: a hospital names a resident twice");
      hospital->rank[r] = place;
    }
  }
}

/* The resident whom the hospital would let go first, among those matched to it. */
static unsigned least_wanted(unsigned h, const uint16_t *staff, unsigned count) {
  unsigned worst = 0;
  for (unsigned i = 1; i < count; i++) {
    if (hospitals[h].rank[staff[i]] > hospitals[h].rank[staff[worst]]) {
      worst = i;
    }
  }
  return worst;
}

/* Each resident in turn proposes down the list; a full hospital keeps whom it prefers, and whoever is let go proposes on. */
static void match(void) {
  static uint16_t staff[MAX_HOSPITALS][MAX_RESIDENTS];
  static uint16_t staff_count[MAX_HOSPITALS];
  static uint8_t proposals[MAX_RESIDENTS];
  for (unsigned next = 0; next < resident_count; next++) {
    unsigned r = next;
    matched[r] = UNMATCHED;
    while (proposals[r] < residents[r].count) {
      unsigned h = residents[r].choices[proposals[r]++];
      unsigned rank = hospitals[h].rank[r];
      if (rank == 0 || hospitals[h].capacity == 0) {
        continue;
      }
      if (staff_count[h] < hospitals[h].capacity) {
        staff[h][staff_count[h]++] = r;
        matched[r] = h;
        break;
      }
      unsigned worst = least_wanted(h, staff[h], staff_count[h]);
      unsigned let_go = staff[h][worst];
      if (rank < hospitals[h].rank[let_go]) {
        staff[h][worst] = r;
        matched[r] = h;
        matched[let_go] = UNMATCHED;
        r = let_go;
      }
    }
  }
}

/* Checks the result from its definition, without anything that the search left behind. */
static void check_stable(void) {
  static uint16_t filled[MAX_HOSPITALS];
  static uint16_t worst_rank[MAX_HOSPITALS];
  for (unsigned r = 0; r < resident_count; r++) {
    unsigned h = matched[r];
    if (h != UNMATCHED) {
      unsigned rank = hospitals[h].rank[r];
      require(rank != 0, "matching: a hospital got a resident whom it does not rank");
      filled[h]++;
      worst_rank[h] = rank > worst_rank[h] ? rank : worst_rank[h];
    }
  }
  for (unsigned h = 0; h < hospital_count; h++) {
    require(filled[h] <= hospitals[h].capacity, "matching: a hospital is over capacity");
  }
  for (unsigned r = 0; r < resident_count; r++) {
    bool found = matched[r] == UNMATCHED;
    for (unsigned i = 0; i < residents[r].count; i++) {
      unsigned h = residents[r].choices[i];
      if (h == matched[r]) {
        found = true;
        break;
      }
      unsigned rank = hospitals[h].rank[r];
      bool hospital_agrees = rank != 0 && (filled[h] < hospitals[h].capacity || rank < worst_rank[h]);
      require(!hospital_agrees, "matching: a resident and a hospital prefer each other");
    }
    require(found, "matching: a resident got a hospital that is not on the list");
  }
}

int main(void) {
  const uint8_t *bytes;
  size_t size;
  read_input(&bytes, &size);
  zkvm_sha256_hash commitment;
  require(zkvm_sha256(bytes, size, &commitment) == ZKVM_EOK, "matching: the commitment failed");

  zarf_reader input = zarf_input();
  zarf_read_bytes(&input, SALT_BYTES);
  resident_count = zarf_read_u16(&input);
  hospital_count = zarf_read_u8(&input);
  require(resident_count >= 1 && resident_count <= MAX_RESIDENTS, "matching: the number of residents is out of range");
  require(hospital_count >= 1 && hospital_count <= MAX_HOSPITALS, "matching: the number of hospitals is out of range");
  read_residents(&input);
  read_hospitals(&input);
  zarf_expect_end(&input);

  match();
  check_stable();

  write_output(commitment.data, sizeof commitment.data);
  zarf_write_u16(resident_count);
  zarf_write_u8(hospital_count);
  write_output(matched, resident_count);
  return 0;
}
