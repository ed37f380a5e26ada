package org.zarf.stark;

/** Why a proof is not accepted. */
public sealed interface Rejection {

  /** One line for people. */
  String message();

  /** The encoding is not the canonical one of any proof. */
  record BadEncoding(String message) implements Rejection {}

  /** A part has another shape than the statement and the instances demand. */
  record BadShape(String message) implements Rejection {}

  /** The list of instances is not one that the circuit allows. */
  record BadInstances(String message) implements Rejection {}

  /** The parameters of the proof reach fewer bits than are demanded. */
  record SecurityTooLow(int bits, int demanded) implements Rejection {
    @Override
    public String message() {
      return "the proof reaches " + bits + " bits of security where " + demanded + " are demanded";
    }
  }

  /** A nonce does not show the work that was to be done. */
  record MissingWork(String challenge) implements Rejection {
    @Override
    public String message() {
      return "the grinding before the challenge of " + challenge + " is missing";
    }
  }

  /** The messages of all buses do not cancel. */
  record BusUnbalanced() implements Rejection {
    @Override
    public String message() {
      return "what the tables and the statement send is not what they receive";
    }
  }

  /** A challenge hit a value for which the proof system makes no statement. */
  record UnluckyChallenge(String challenge) implements Rejection {
    @Override
    public String message() {
      return "the challenge of " + challenge + " is exceptional";
    }
  }

  /** The constraints of the tables of one height do not hold at the point outside the domain. */
  record ConstraintsViolated(int logHeight) implements Rejection {
    @Override
    public String message() {
      return "the constraints of the tables of height 2^" + logHeight + " do not hold";
    }
  }

  /** Opened rows do not belong to the committed tree. */
  record MerkleMismatch(String tree) implements Rejection {
    @Override
    public String message() {
      return "opened rows do not belong to the commitment " + tree;
    }
  }

  /** A layer of FRI is not the folding of the one before. */
  record FoldingMismatch(int layer, int index) implements Rejection {
    @Override
    public String message() {
      return "layer " + layer + " does not continue the one before at index " + index;
    }
  }

  /** The statement itself differs from the one asked for. */
  record OtherStatement(String message) implements Rejection {}
}
