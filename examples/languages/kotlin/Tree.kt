import kotlin.math.max
import org.zarf.guest.GuestContext

@JvmRecord data class Numbers(val values: IntArray)

@JvmRecord data class Answer(val height: Int, val distinct: Int, val checksum: Long)

private class Node(val key: Int) {
  var count = 0
  var left: Node? = null
  var right: Node? = null

  fun insert(key: Int) {
    var at = this
    while (key != at.key) {
      at =
        if (key < at.key) at.left ?: Node(key).also { at.left = it }
        else at.right ?: Node(key).also { at.right = it }
    }
    at.count++
  }
}

/**
 * Puts numbers into a binary search tree; publishes its height, how many numbers differ, and a
 * checksum of them in order.
 */
object Tree {

  private fun height(tree: Node?): Int =
    if (tree == null) 0 else 1 + max(height(tree.left), height(tree.right))

  private fun walk(tree: Node?, visit: (Node) -> Unit) {
    if (tree != null) {
      walk(tree.left, visit)
      visit(tree)
      walk(tree.right, visit)
    }
  }

  @JvmStatic
  fun main(guest: GuestContext) {
    var root: Node? = null
    for (key in guest.input(Numbers::class.java).values) {
      val tree = root ?: Node(key).also { root = it }
      tree.insert(key)
    }
    var distinct = 0
    var checksum = 0L
    walk(root) {
      distinct++
      checksum = 31 * checksum + it.key.toLong() * it.count
    }
    guest.publish(Answer(height(root), distinct, checksum))
  }
}
