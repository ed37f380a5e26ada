package org.zarf.gallery.audit;

/** Thrown for rules or a ledger that cannot be read: nothing is audited then. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1;

  MalformedException(String message) {
    super(message);
  }
}
