import org.zarf.guest.GuestContext;

/**
 * Puts numbers into a binary search tree; publishes its height, how many numbers differ, and a
 * checksum of them in order.
 */
public final class Tree {

  public record Numbers(int[] values) {}

  public record Answer(int height, int distinct, long checksum) {}

  private static final class Node {
    private final int key;
    private int count;
    private Node left;
    private Node right;

    Node(int key) {
      this.key = key;
    }
  }

  private Node root;
  private int distinct;
  private long checksum;

  private Tree() {}

  private void insert(int key) {
    if (root == null) {
      root = new Node(key);
    }
    Node at = root;
    while (key != at.key) {
      if (key < at.key) {
        if (at.left == null) {
          at.left = new Node(key);
        }
        at = at.left;
      } else {
        if (at.right == null) {
          at.right = new Node(key);
        }
        at = at.right;
      }
    }
    at.count++;
  }

  private static int height(Node tree) {
    return tree == null ? 0 : 1 + Math.max(height(tree.left), height(tree.right));
  }

  private void walk(Node tree) {
    if (tree != null) {
      walk(tree.left);
      distinct++;
      checksum = 31 * checksum + (long) tree.key * tree.count;
      walk(tree.right);
    }
  }

  public static void main(GuestContext guest) {
    var tree = new Tree();
    for (int value : guest.input(Numbers.class).values()) {
      tree.insert(value);
    }
    tree.walk(tree.root);
    guest.publish(new Answer(height(tree.root), tree.distinct, tree.checksum));
  }
}
