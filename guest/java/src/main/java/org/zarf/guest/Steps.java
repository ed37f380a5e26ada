package org.zarf.guest;

/** The names of a record's components in one constant, which costs nothing while all goes well. */
final class Steps {

  private Steps() {}

  /** One of the names that commas separate. */
  static String name(String names, int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start = names.indexOf(',', start) + 1;
    }
    int end = names.indexOf(',', start);
    return end < 0 ? names.substring(start) : names.substring(start, end);
  }
}
