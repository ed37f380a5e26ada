package org.zarf.compiler.repair;

/** Rewrites a class file so that TeaVM's translation of it behaves as the JVM does. */
@FunctionalInterface
public interface ClassRepair {

  /**
   * The class file to translate in place of another.
   *
   * @param classFile of the user, of a library, or of TeaVM's class library; not to be modified
   */
  byte[] repair(byte[] classFile);

  /** Every repair there is. */
  static ClassRepair all() {
    return classFile -> classFile;
  }
}
