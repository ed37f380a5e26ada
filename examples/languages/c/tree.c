// Puts numbers into a binary search tree; publishes its height, how many numbers differ, and a checksum of them in order.

#include <stdlib.h>

#include "zarf.h"

typedef struct node {
  int32_t key;
  uint32_t count;
  struct node *left;
  struct node *right;
} node;

static node *make(int32_t key) {
  node *made = malloc(sizeof(node));
  if (made == NULL) {
    zarf_fail("out of memory");
  }
  *made = (node){.key = key, .count = 1};
  return made;
}

static void insert(node **root, int32_t key) {
  node **at = root;
  while (*at != NULL) {
    if (key == (*at)->key) {
      (*at)->count++;
      return;
    }
    at = key < (*at)->key ? &(*at)->left : &(*at)->right;
  }
  *at = make(key);
}

static uint32_t height(const node *tree) {
  if (tree == NULL) {
    return 0;
  }
  uint32_t left = height(tree->left);
  uint32_t right = height(tree->right);
  return 1 + (left > right ? left : right);
}

typedef struct {
  uint32_t distinct;
  uint64_t checksum;
} totals;

static void walk(const node *tree, totals *sum) {
  if (tree != NULL) {
    walk(tree->left, sum);
    sum->distinct++;
    sum->checksum = 31 * sum->checksum + (uint64_t)((int64_t)tree->key * tree->count);
    walk(tree->right, sum);
  }
}

int main(void) {
  zarf_reader input = zarf_input();
  uint32_t count = zarf_read_u32(&input);
  node *root = NULL;
  for (uint32_t i = 0; i < count; i++) {
    insert(&root, (int32_t)zarf_read_u32(&input));
  }
  zarf_expect_end(&input);
  totals sum = {0};
  walk(root, &sum);
  zarf_write_u32(height(root));
  zarf_write_u32(sum.distinct);
  zarf_write_u64(sum.checksum);
  return 0;
}
