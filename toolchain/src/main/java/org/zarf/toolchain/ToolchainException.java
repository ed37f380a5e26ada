package org.zarf.toolchain;

/** A guest could not be built. The message says why, and what to install or to change. */
public final class ToolchainException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String diagnostics;

  ToolchainException(String message) {
    this(message, "");
  }

  ToolchainException(String message, String diagnostics) {
    super(message);
    this.diagnostics = diagnostics;
  }

  /** What the compiler wrote before it failed; empty if it did not run. */
  public String diagnostics() {
    return diagnostics;
  }
}
