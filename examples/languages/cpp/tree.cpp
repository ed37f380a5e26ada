// Puts numbers into a binary search tree; publishes its height, how many numbers differ, and a checksum of them in order.

#include "zarf.h"

namespace {

class Node {
 public:
  explicit Node(int32_t key) : key_(key) {}
  Node(const Node &) = delete;
  ~Node() {
    delete left_;
    delete right_;
  }

  void insert(int32_t key) {
    Node *at = this;
    while (key != at->key_) {
      Node *&next = key < at->key_ ? at->left_ : at->right_;
      if (next == nullptr) {
        next = new Node(key);
      }
      at = next;
    }
    at->count_++;
  }

  static uint32_t height(const Node *tree) {
    if (tree == nullptr) {
      return 0;
    }
    uint32_t left = height(tree->left_);
    uint32_t right = height(tree->right_);
    return 1 + (left > right ? left : right);
  }

  template <typename F>
  static void walk(const Node *tree, F &visit) {
    if (tree != nullptr) {
      walk(tree->left_, visit);
      visit(tree->key_, tree->count_);
      walk(tree->right_, visit);
    }
  }

 private:
  int32_t key_;
  uint32_t count_ = 0;
  Node *left_ = nullptr;
  Node *right_ = nullptr;
};

}  // namespace

int main() {
  zarf_reader input = zarf_input();
  Node *root = nullptr;
  for (uint32_t count = zarf_read_u32(&input); count > 0; count--) {
    int32_t key = static_cast<int32_t>(zarf_read_u32(&input));
    if (root == nullptr) {
      root = new Node(key);
    }
    root->insert(key);
  }
  zarf_expect_end(&input);
  uint32_t distinct = 0;
  uint64_t checksum = 0;
  auto add = [&](int32_t key, uint32_t count) {
    distinct++;
    checksum = 31 * checksum + static_cast<uint64_t>(int64_t{key} * count);
  };
  Node::walk(root, add);
  zarf_write_u32(Node::height(root));
  zarf_write_u32(distinct);
  zarf_write_u64(checksum);
  return 0;
}
