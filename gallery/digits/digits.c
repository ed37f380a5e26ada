/*
 * Recognises handwritten digits with a network that stays private, as the images do. A receipt shows that the published digits are what the committed network
 * answers for the committed images.
 *
 * Input, numbers little-endian:
 *   model salt        32 bytes, random; makes the commitment hide the network
 *   model             3928 bytes: for each of the three layers its weights (i8; by output, input, row, column), its biases (i32, at most 2^24 in magnitude),
 *                     and, but for the last layer, its multiplier (u32, 1 .. 2^24)
 *   images            u32, 1 .. 64
 *   for each image:
 *     salt            32 bytes, random
 *     pixels          196 bytes, 14 rows of 14, 0 for paper and 255 for full ink
 * Anything else, or bytes left over, ends the program with exit code 1.
 *
 * Journal:
 *   commitment        32 bytes: SHA-256 of the model's salt and the model
 *   images            u32
 *   for each image:
 *     commitment      32 bytes: SHA-256 of its salt and its pixels
 *     digit           u8, 0 .. 9: the place of the largest logit, of equal ones the first
 *
 * The network: 8 convolutions 3 x 3, the maximum of each 2 x 2 sums, rescaled to 0 .. 255; 16 convolutions 3 x 3 x 8, rescaled; 10 weighted sums of all 256
 * values, the logits. Rescaling (Jacob et al., 2018) is clamp((sum * multiplier + 2^23) >> 24, 0, 255), which includes the rectifier.
 */

#include <stdbool.h>

#include "zarf.h"
#include "zkvm_accelerators.h"

#define SALT_BYTES 32
#define MAX_IMAGES 64
#define SIDE 14
#define PIXELS (SIDE * SIDE)
#define SUMS_SIDE (SIDE - 2)
#define POOLED_SIDE (SUMS_SIDE / 2)
#define LAST_SIDE (POOLED_SIDE - 2)
#define CHANNELS_1 8
#define CHANNELS_2 16
#define VALUES (CHANNELS_2 * LAST_SIDE * LAST_SIDE)
#define CLASSES 10
#define WINDOW 9
#define MODEL_BYTES ((CHANNELS_1 * (WINDOW + 4) + 4) + (CHANNELS_2 * (CHANNELS_1 * WINDOW + 4) + 4) + CLASSES * (VALUES + 4))
#define SHIFT 24
#define MAX_MULTIPLIER (1u << 24)
#define MAX_BIAS (1 << 24)

/*
 * Two weights of neighbouring outputs in one number: first + 2^32 second. A product with a value adds to the sums of both outputs at once, and as both sums fit in
 * 32 bits with their sign (a sum has at most 256 terms below 2^15 and a bias of at most 2^24), they can be told apart at the end.
 */
typedef int64_t pair;

static pair weights_1[CHANNELS_1 / 2][WINDOW], biases_1[CHANNELS_1 / 2];
static pair weights_2[CHANNELS_2 / 2][CHANNELS_1 * WINDOW], biases_2[CHANNELS_2 / 2];
static const int8_t *weights_3;
static int32_t biases_3[CLASSES];
static int64_t multiplier_1, multiplier_2;

static void require(bool condition, const char *otherwise) {
  if (!condition) {
    zarf_fail(otherwise);
  }
}

/* By shifts and sums of unsigned numbers: the first may be negative, and then borrows from the second. */
static pair pair_of(int32_t first, int32_t second) {
  return (pair)(((uint64_t)(int64_t)second << 32) + (uint64_t)(int64_t)first);
}

static int32_t first_of(pair sums) {
  return (int32_t)sums;
}

static int32_t second_of(pair sums) {
  return (int32_t)((sums - (int32_t)sums) >> 32);
}

static int32_t read_bias(zarf_reader *input) {
  int32_t bias = (int32_t)zarf_read_u32(input);
  require(bias >= -MAX_BIAS && bias <= MAX_BIAS, "digits: a bias is out of range");
  return bias;
}

static void read_pairs(zarf_reader *input, pair *weights, pair *biases, unsigned outputs, unsigned inputs) {
  const int8_t *bytes = (const int8_t *)zarf_read_bytes(input, outputs * inputs);
  for (unsigned o = 0; o < outputs; o += 2, bytes += 2 * inputs) {
    for (unsigned i = 0; i < inputs; i++) {
      *weights++ = pair_of(bytes[i], bytes[inputs + i]);
    }
  }
  for (unsigned o = 0; o < outputs; o += 2) {
    int32_t first = read_bias(input);
    *biases++ = pair_of(first, read_bias(input));
  }
}

static int64_t read_multiplier(zarf_reader *input) {
  uint32_t multiplier = zarf_read_u32(input);
  require(multiplier >= 1 && multiplier <= MAX_MULTIPLIER, "digits: a multiplier is out of range");
  return multiplier;
}

static void read_model(zarf_reader *input) {
  read_pairs(input, weights_1[0], biases_1, CHANNELS_1, WINDOW);
  multiplier_1 = read_multiplier(input);
  read_pairs(input, weights_2[0], biases_2, CHANNELS_2, CHANNELS_1 * WINDOW);
  multiplier_2 = read_multiplier(input);
  weights_3 = (const int8_t *)zarf_read_bytes(input, CLASSES * VALUES);
  for (unsigned o = 0; o < CLASSES; o++) {
    biases_3[o] = read_bias(input);
  }
}

static int64_t rescaled(int32_t sum, int64_t multiplier) {
  int64_t value = (sum * multiplier + (1 << (SHIFT - 1))) >> SHIFT;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

static inline int32_t larger(int32_t a, int32_t b) {
  return a > b ? a : b;
}

/* The sums at one place: 9 weights, 3 values of each of 3 rows. */
static inline __attribute__((always_inline)) pair window_sum(const pair *weights, const int64_t *values, unsigned side, pair sum) {
#pragma GCC unroll 3
  for (unsigned row = 0; row < 3; row++) {
#pragma GCC unroll 3
    for (unsigned column = 0; column < 3; column++) {
      sum += weights[3 * row + column] * values[row * side + column];
    }
  }
  return sum;
}

static void first_layer(const int64_t pixels[PIXELS], int64_t out[CHANNELS_1][POOLED_SIDE * POOLED_SIDE]) {
  for (unsigned o = 0; o < CHANNELS_1; o += 2) {
    pair weights[WINDOW];
#pragma GCC unroll 9
    for (unsigned i = 0; i < WINDOW; i++) {
      weights[i] = weights_1[o / 2][i];
    }
    pair bias = biases_1[o / 2];
    for (unsigned row = 0; row < POOLED_SIDE; row++) {
      for (unsigned column = 0; column < POOLED_SIDE; column++) {
        const int64_t *at = pixels + 2 * row * SIDE + 2 * column;
        int32_t first = INT32_MIN, second = INT32_MIN;
#pragma GCC unroll 4
        for (unsigned corner = 0; corner < 4; corner++) {
          pair sums = window_sum(weights, at + corner / 2 * SIDE + corner % 2, SIDE, bias);
          first = larger(first, first_of(sums));
          second = larger(second, second_of(sums));
        }
        out[o][row * POOLED_SIDE + column] = rescaled(first, multiplier_1);
        out[o + 1][row * POOLED_SIDE + column] = rescaled(second, multiplier_1);
      }
    }
  }
}

static void second_layer(const int64_t in[CHANNELS_1][POOLED_SIDE * POOLED_SIDE], int64_t out[VALUES]) {
  for (unsigned o = 0; o < CHANNELS_2; o += 2) {
    pair sums[LAST_SIDE * LAST_SIDE];
    for (unsigned place = 0; place < LAST_SIDE * LAST_SIDE; place++) {
      sums[place] = biases_2[o / 2];
    }
    for (unsigned i = 0; i < CHANNELS_1; i++) {
      pair weights[WINDOW];
#pragma GCC unroll 9
      for (unsigned k = 0; k < WINDOW; k++) {
        weights[k] = weights_2[o / 2][i * WINDOW + k];
      }
      for (unsigned place = 0; place < LAST_SIDE * LAST_SIDE; place++) {
        const int64_t *at = in[i] + place / LAST_SIDE * POOLED_SIDE + place % LAST_SIDE;
        sums[place] = window_sum(weights, at, POOLED_SIDE, sums[place]);
      }
    }
    for (unsigned place = 0; place < LAST_SIDE * LAST_SIDE; place++) {
      out[o * LAST_SIDE * LAST_SIDE + place] = rescaled(first_of(sums[place]), multiplier_2);
      out[(o + 1) * LAST_SIDE * LAST_SIDE + place] = rescaled(second_of(sums[place]), multiplier_2);
    }
  }
}

static void last_layer(const int64_t in[VALUES], int32_t logits[CLASSES]) {
  const int8_t *weights = weights_3;
  for (unsigned o = 0; o < CLASSES; o++, weights += VALUES) {
    int64_t sum = biases_3[o];
#pragma GCC unroll 16
    for (unsigned i = 0; i < VALUES; i++) {
      sum += weights[i] * in[i];
    }
    logits[o] = (int32_t)sum;
  }
}

static unsigned recognise(const uint8_t *image, int32_t logits[CLASSES]) {
  static int64_t pixels[PIXELS], values_1[CHANNELS_1][POOLED_SIDE * POOLED_SIDE], values_2[VALUES];
  for (unsigned i = 0; i < PIXELS; i++) {
    pixels[i] = image[i];
  }
  first_layer(pixels, values_1);
  second_layer(values_1, values_2);
  last_layer(values_2, logits);
  unsigned best = 0;
  for (unsigned o = 1; o < CLASSES; o++) {
    best = logits[o] > logits[best] ? o : best;
  }
  return best;
}

static void publish_commitment(const uint8_t *bytes, size_t size) {
  zkvm_sha256_hash commitment;
  require(zkvm_sha256(bytes, size, &commitment) == ZKVM_EOK, "digits: the commitment failed");
  write_output(commitment.data, sizeof commitment.data);
}

/* One line of the debug stream, which the prover alone sees: the logits. */
static void print_logits(const int32_t logits[CLASSES]) {
  char line[CLASSES * 12 + 1], *end = line + sizeof line, *at = end;
  *--at = '\0';
  for (unsigned o = CLASSES; o-- > 0;) {
    uint32_t magnitude = logits[o] < 0 ? -(uint32_t)logits[o] : (uint32_t)logits[o];
    *--at = o == CLASSES - 1 ? '\n' : ' ';
    do {
      *--at = (char)('0' + magnitude % 10);
      magnitude /= 10;
    } while (magnitude != 0);
    if (logits[o] < 0) {
      *--at = '-';
    }
  }
  zarf_print(at);
}

int main(void) {
  zarf_reader input = zarf_input();
  const uint8_t *model = input.at;
  zarf_read_bytes(&input, SALT_BYTES);
  read_model(&input);
  publish_commitment(model, SALT_BYTES + MODEL_BYTES);

  uint32_t images = zarf_read_u32(&input);
  require(images >= 1 && images <= MAX_IMAGES, "digits: the number of images is out of range");
  zarf_write_u32(images);
  for (uint32_t i = 0; i < images; i++) {
    const uint8_t *image = zarf_read_bytes(&input, SALT_BYTES + PIXELS);
    int32_t logits[CLASSES];
    unsigned digit = recognise(image + SALT_BYTES, logits);
    print_logits(logits);
    publish_commitment(image, SALT_BYTES + PIXELS);
    zarf_write_u8((uint8_t)digit);
  }
  zarf_expect_end(&input);
  return 0;
}
