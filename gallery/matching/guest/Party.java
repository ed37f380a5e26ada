package org.zarf.gallery.matching;

import org.zarf.guest.Sha256;

/**
 * What a party keeps to itself.
 *
 * @param salt {@link #SALT_BYTES} random bytes, so that nobody can guess the list
 * @param capacity how many a hospital takes; 1 for a resident
 * @param list the numbers of those it may be matched with, the favourite first
 */
public record Party(byte[] salt, short capacity, short[] list) {

  /** Bytes of a salt: as many as a digest has. */
  public static final int SALT_BYTES = 32;

  /** The most that a hospital takes. */
  public static final int MAX_CAPACITY = 1000;

  /**
   * What the party publishes beforehand, and finds again in the journal: the SHA-256 digest of
   * salt, role (1 byte), number, capacity and list (2 bytes each number, little-endian).
   *
   * @param number which of the residents or hospitals it is, from 0 on
   */
  public byte[] commitment(Role role, int number) {
    byte[] rest = new byte[5 + 2 * list.length];
    rest[0] = (byte) role.ordinal();
    put(rest, 1, number);
    put(rest, 3, capacity);
    for (int i = 0; i < list.length; i++) {
      put(rest, 5 + 2 * i, list[i]);
    }
    return Sha256.of(salt, rest);
  }

  private static void put(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }

  /**
   * The place of every other party in the list, from 1 on; 0 for who is not on it.
   *
   * @param others how many there are
   * @throws IllegalArgumentException if salt, capacity or list cannot be a party's
   */
  int[] ranks(Role role, int others) {
    require(salt.length == SALT_BYTES, "a salt has " + SALT_BYTES + " bytes");
    if (role == Role.RESIDENT) {
      require(capacity == 1, "a resident has capacity 1");
    } else {
      require(capacity >= 0 && capacity <= MAX_CAPACITY, "a hospital has capacity 0 to 1000");
    }
    int[] ranks = new int[others];
    for (int i = 0; i < list.length; i++) {
      int other = list[i];
      require(other >= 0 && other < others, "a list names a party that does not exist");
      require(ranks[other] == 0, "a list names a party twice");
      ranks[other] = i + 1;
    }
    return ranks;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
