package org.zarf.cli;

/** Ends a command with a message and an exit status. */
final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  private CommandException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The guest failed, trapped, or a receipt was rejected. */
  static CommandException failed(String message) {
    return new CommandException(Main.FAILED, message);
  }

  /** The call or a file is wrong. */
  static CommandException wrong(String message) {
    return new CommandException(Main.WRONG, message);
  }

  int status() {
    return status;
  }
}
