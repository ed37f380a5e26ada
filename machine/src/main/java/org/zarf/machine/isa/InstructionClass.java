package org.zarf.machine.isa;

/** The kinds of work in which a profile counts executed instructions. */
public enum InstructionClass {
  /** Addition and subtraction, with constants and addresses. */
  ADD("add"),
  /** And, or, exclusive or. */
  BITWISE("bitwise"),
  /** Shifts. */
  SHIFT("shift"),
  /** Comparisons that set a register. */
  COMPARE("compare"),
  /** Conditional branches. */
  BRANCH("branch"),
  /** Multiplication. */
  MULTIPLY("multiply"),
  /** Division and remainder. */
  DIVIDE("divide"),
  /** Loads. */
  LOAD("load"),
  /** Stores. */
  STORE("store"),
  /** Atomic memory operations. */
  ATOMIC("atomic"),
  /** Unconditional jumps. */
  JUMP("jump"),
  /** Calls to the machine and breakpoints. */
  CALL("call");

  private final String label;

  InstructionClass(String label) {
    this.label = label;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }
}
