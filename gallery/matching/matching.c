/*
 * The residency match with private preferences and a commitment for each party: computes the stable matching of residents to hospitals that is best for the
 * residents (deferred acceptance: Gale and Shapley, 1962), checks that it is stable, and publishes it with what every party committed itself to.
 * guest/StableMatching.java does the same, from the same input to the same journal.
 *
 * Input, packed, numbers little-endian (record StableMatching.Question):
 *   residents         u32, 1 .. 1000; then each, from number 0 on:
 *     salt            u32: 32; then 32 random bytes, which make the commitment hide the list
 *     capacity        u16: 1
 *     list            u32 count; then count x u16: numbers of hospitals, the favourite first, none twice
 *   hospitals         u32, 1 .. 100; then each, from number 0 on:
 *     salt            as above
 *     capacity        u16, 0 .. 1000
 *     list            u32 count; then count x u16: numbers of residents, the favourite first, none twice
 * A resident and a hospital can be matched only if each ranks the other. Anything else, or bytes left over, ends the program with exit code 1.
 *
 * Journal (record StableMatching.Answer):
 *   residents         u32; then for each its commitment: u32: 32; then 32 bytes
 *   hospitals         u32; then for each its commitment, as above
 *   matching          u32: the number of residents; then for each u16: the number of the hospital, or 0xffff if unmatched
 *
 * A commitment is the SHA-256 digest of salt (32 bytes), role (u8: 0 for a resident, 1 for a hospital), number (u16), capacity (u16) and list (u16 each).
 */

#include <stdbool.h>
#include <string.h>

#include "zarf.h"
#include "zkvm_accelerators.h"

#define SALT_BYTES 32
#define MAX_RESIDENTS 1000
#define MAX_HOSPITALS 100
#define UNMATCHED 0xffff

enum role { RESIDENT, HOSPITAL };

struct party {
  const uint8_t *salt;
  /* Where the numbers of the list lie in the input, unaligned. */
  const uint8_t *list;
  uint32_t count;
  uint16_t capacity;
};

static struct party residents[MAX_RESIDENTS], hospitals[MAX_HOSPITALS];
static unsigned resident_count, hospital_count;

/* The place of each resident in each hospital's list, from 1 on; 0 if not ranked. */
static uint16_t ranks[MAX_HOSPITALS][MAX_RESIDENTS];

/* The result: a hospital for each resident. */
static uint16_t matched[MAX_RESIDENTS];

static void require(bool condition, const char *otherwise) {
  if (!condition) {
    zarf_fail(otherwise);
  }
}

static unsigned choice(const struct party *party, uint32_t place) {
  return party->list[2 * place] | party->list[2 * place + 1] << 8;
}

static void read_party(zarf_reader *input, struct party *party, unsigned others) {
  require(zarf_read_u32(input) == SALT_BYTES, "matching: a salt has 32 bytes");
  party->salt = zarf_read_bytes(input, SALT_BYTES);
  party->capacity = zarf_read_u16(input);
  party->count = zarf_read_u32(input);
  require(party->count <= others, "matching: a list is longer than there are parties to rank");
  party->list = zarf_read_bytes(input, 2 * (size_t)party->count);
  for (uint32_t i = 0; i < party->count; i++) {
    require(choice(party, i) < others, "matching: a list names a party that does not exist");
  }
}

static void read_residents(zarf_reader *input) {
  resident_count = zarf_read_u32(input);
  require(resident_count >= 1 && resident_count <= MAX_RESIDENTS, "matching: there are 1 to 1000 residents");
  for (unsigned r = 0; r < resident_count; r++) {
    read_party(input, &residents[r], MAX_HOSPITALS);
    require(residents[r].capacity == 1, "matching: a resident has capacity 1");
  }
}

static void read_hospitals(zarf_reader *input) {
  hospital_count = zarf_read_u32(input);
  require(hospital_count >= 1 && hospital_count <= MAX_HOSPITALS, "matching: there are 1 to 100 hospitals");
  for (unsigned h = 0; h < hospital_count; h++) {
    read_party(input, &hospitals[h], resident_count);
    require(hospitals[h].capacity <= MAX_RESIDENTS, "matching: a hospital has capacity 0 to 1000");
    for (uint32_t i = 0; i < hospitals[h].count; i++) {
      uint16_t *rank = &ranks[h][choice(&hospitals[h], i)];
      require(*rank == 0, "matching: a list names a party twice");
      *rank = i + 1;
    }
  }
}

/* What could not be checked while the number of hospitals was unknown. */
static void check_residents(void) {
  /* The last resident, from 1 on, who named each hospital: finds names given twice without clearing anything in between. */
  static uint16_t last_to_name[MAX_HOSPITALS];
  for (unsigned r = 0; r < resident_count; r++) {
    for (uint32_t i = 0; i < residents[r].count; i++) {
      unsigned h = choice(&residents[r], i);
      require(h < hospital_count, "matching: a list names a party that does not exist");
      require(last_to_name[h] != r + 1, "matching: a list names a party twice");
      last_to_name[h] = r + 1;
    }
  }
}

/* The place among the staff of whom the hospital would let go first. */
static unsigned least_wanted(unsigned h, const uint16_t *staff, unsigned count) {
  unsigned worst = 0;
  for (unsigned i = 1; i < count; i++) {
    if (ranks[h][staff[i]] > ranks[h][staff[worst]]) {
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
      unsigned h = choice(&residents[r], proposals[r]++);
      unsigned rank = ranks[h][r];
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
      if (rank < ranks[h][let_go]) {
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
  static uint16_t filled[MAX_HOSPITALS], worst_rank[MAX_HOSPITALS];
  for (unsigned r = 0; r < resident_count; r++) {
    unsigned h = matched[r];
    if (h != UNMATCHED) {
      unsigned rank = ranks[h][r];
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
    for (uint32_t i = 0; i < residents[r].count; i++) {
      unsigned h = choice(&residents[r], i);
      if (h == matched[r]) {
        found = true;
        break;
      }
      unsigned rank = ranks[h][r];
      bool hospital_agrees = rank != 0 && (filled[h] < hospitals[h].capacity || rank < worst_rank[h]);
      require(!hospital_agrees, "matching: a resident and a hospital prefer each other");
    }
    require(found, "matching: a resident got a hospital that is not on the list");
  }
}

static void publish_commitments(const struct party *parties, enum role role, unsigned count) {
  static uint8_t committed[SALT_BYTES + 5 + 2 * MAX_RESIDENTS];
  zarf_write_u32(count);
  for (unsigned number = 0; number < count; number++) {
    const struct party *party = &parties[number];
    uint8_t *at = committed;
    memcpy(at, party->salt, SALT_BYTES);
    at += SALT_BYTES;
    *at++ = role;
    *at++ = number & 0xff;
    *at++ = number >> 8;
    *at++ = party->capacity & 0xff;
    *at++ = party->capacity >> 8;
    memcpy(at, party->list, 2 * (size_t)party->count);
    at += 2 * (size_t)party->count;
    zkvm_sha256_hash digest;
    require(zkvm_sha256(committed, at - committed, &digest) == ZKVM_EOK, "matching: a commitment failed");
    zarf_write_u32(sizeof digest.data);
    write_output(digest.data, sizeof digest.data);
  }
}

int main(void) {
  zarf_reader input = zarf_input();
  read_residents(&input);
  read_hospitals(&input);
  zarf_expect_end(&input);
  check_residents();

  match();
  check_stable();

  publish_commitments(residents, RESIDENT, resident_count);
  publish_commitments(hospitals, HOSPITAL, hospital_count);
  zarf_write_u32(resident_count);
  for (unsigned r = 0; r < resident_count; r++) {
    zarf_write_u16(matched[r]);
  }
  return 0;
}
