package org.zarf.stark;

import java.util.List;
import org.zarf.hash.Digest;

/**
 * The commitment to the fixed columns of a group of tables.
 *
 * @param group the group's name in the circuit
 * @param root the root of the tree over all their columns
 * @param logHeights the heights of the group's tables, in the order of their slots
 */
public record FixedCommitment(String group, Digest root, List<Integer> logHeights) {}
