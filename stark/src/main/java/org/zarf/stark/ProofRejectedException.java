package org.zarf.stark;

/** A proof that does not prove what it should: what a verifier throws for anything untrusted. */
public final class ProofRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  /** A rejection, with its line as the message. */
  public ProofRejectedException(Rejection rejection) {
    super(rejection.message());
    this.rejection = rejection;
  }

  /** What is wrong. */
  public Rejection rejection() {
    return rejection;
  }
}
