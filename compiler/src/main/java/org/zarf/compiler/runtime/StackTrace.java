package org.zarf.compiler.runtime;

/** Prints exceptions as the JVM does, without the frames of TeaVM. */
final class StackTrace {

  static final int EXIT_CODE = 1;

  private static final String OWN = "org.zarf.compiler.runtime.";

  private StackTrace() {}

  static void print(Throwable failure) {
    System.err.println(failure);
    StackTraceElement[] frames = failure.getStackTrace();
    for (int i = first(frames); i < frames.length; i++) {
      if (frames[i].getClassName().startsWith(OWN)) {
        break;
      }
      System.err.print("\tat ");
      System.err.println(frames[i]);
    }
    Throwable cause = failure.getCause();
    if (cause != null) {
      System.err.print("Caused by: ");
      print(cause);
    }
  }

  /** The exception's own constructors lie above the frame that threw it. */
  private static int first(StackTraceElement[] frames) {
    int first = 0;
    while (first < frames.length && isConstruction(frames[first])) {
      first++;
    }
    return first;
  }

  private static boolean isConstruction(StackTraceElement frame) {
    return frame.getMethodName().equals("<init>")
        || frame.getMethodName().equals("fillInStackTrace")
        || frame.getClassName().equals(OWN + "Failures");
  }
}
