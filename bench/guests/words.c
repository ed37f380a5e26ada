/* Counts the words of a text of size bytes in a hash map that grows, with the words as keys on the heap; then folds all counts in the order of the text. */

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "suite.h"

struct entry {
  char *word;
  size_t length;
  uint32_t hash;
  uint32_t count;
};

static struct entry *entries;
static size_t capacity, used;

/* FNV-1a, 32 bits */
static uint32_t hash_of(const char *word, size_t length) {
  uint32_t hash = 0x811c9dc5;
  for (size_t i = 0; i < length; i++) {
    hash = (hash ^ (uint8_t)word[i]) * 0x01000193;
  }
  return hash;
}

/* Where the word is, or would be put: linear probing in a table with a power of two of places. */
static struct entry *place_of(const char *word, size_t length, uint32_t hash) {
  for (size_t at = hash;; at++) {
    struct entry *entry = &entries[at & (capacity - 1)];
    if (entry->word == NULL || (entry->hash == hash && entry->length == length && memcmp(entry->word, word, length) == 0)) {
      return entry;
    }
  }
}

static void grow(void) {
  struct entry *old = entries;
  size_t old_capacity = capacity;
  capacity = capacity == 0 ? 16 : 2 * capacity;
  entries = calloc(capacity, sizeof *entries);
  for (size_t i = 0; i < old_capacity; i++) {
    if (old[i].word != NULL) {
      *place_of(old[i].word, old[i].length, old[i].hash) = old[i];
    }
  }
  free(old);
}

static struct entry *entry_of(const char *word, size_t length) {
  if (4 * used >= 3 * capacity) {
    grow();
  }
  uint32_t hash = hash_of(word, length);
  struct entry *entry = place_of(word, length, hash);
  if (entry->word == NULL) {
    *entry = (struct entry){malloc(length), length, hash, 0};
    memcpy(entry->word, word, length);
    used++;
  }
  return entry;
}

/* Words of one to four syllables, short ones often; now and then a comma or a capital letter. */
static void write_text(char *text, uint32_t size) {
  static const char syllables[32][4] = {"ba", "che", "da", "e",  "fa", "gi", "ho", "i",  "jo", "ka", "la", "mu", "na", "o",  "pe", "qui",
                                        "ra", "so",  "ti", "u",  "va", "we", "xe", "yo", "zu", "al", "en", "ir", "on", "ur", "st", "nd"};
  uint64_t state = size;
  uint32_t at = 0;
  while (at + 16 <= size) {
    uint32_t random = next_random(&state);
    char *first = text + at;
    for (uint32_t count = 1 + (random & random >> 2 & 3); count > 0; count--) {
      random = random >> 2 & 1 ? random >> 5 : next_random(&state);
      for (const char *letter = syllables[random & 31]; *letter != '\0'; letter++) {
        text[at++] = *letter;
      }
    }
    if ((random & 0x700) == 0) {
      *first = (char)toupper(*first);
      text[at++] = ',';
    }
    text[at++] = ' ';
  }
  memset(text + at, ' ', size - at);
}

/* Finds the next word at or after *at, in lower case, and moves *at behind it. */
static size_t next_word(char *text, uint32_t size, uint32_t *at) {
  while (*at < size && !isalpha((uint8_t)text[*at])) {
    (*at)++;
  }
  uint32_t start = *at;
  for (; *at < size && isalpha((uint8_t)text[*at]); (*at)++) {
    text[*at] = (char)tolower(text[*at]);
  }
  return *at - start;
}

int main(void) {
  uint32_t size = read_size();
  char *text = malloc(size);
  write_text(text, size);
  uint32_t at = 0;
  for (size_t length; (length = next_word(text, size, &at)) > 0;) {
    entry_of(text + at - length, length)->count++;
  }
  uint64_t checksum = fold(CHECKSUM_START, used);
  at = 0;
  for (size_t length; (length = next_word(text, size, &at)) > 0;) {
    checksum = fold(checksum, entry_of(text + at - length, length)->count);
  }
  zarf_write_u64(checksum);
  return 0;
}
