package org.zarf.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.Locale;

/** The method that a guest starts with. */
final class EntryMethod {

  private static final String NAME = "main";
  private static final String DESCRIPTOR = "(Lorg/zarf/guest/GuestContext;)V";

  private EntryMethod() {}

  /** Checks that a class has it. */
  static void check(String mainClass, Resources classes) throws GuestCompilationException {
    byte[] classFile = classes.find(mainClass.replace('.', '/') + ".class");
    if (classFile == null) {
      throw new GuestCompilationException(
          "there is no class " + mainClass + " on the class path: check its name and package");
    }
    ClassModel model = ClassFile.of().parse(classFile);
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString(NAME) && method.methodType().equalsString(DESCRIPTOR)) {
        checkFlags(mainClass, method);
        return;
      }
    }
    throw missing(mainClass, "has no entry method");
  }

  private static void checkFlags(String mainClass, MethodModel method)
      throws GuestCompilationException {
    for (var flag : new int[] {ClassFile.ACC_PUBLIC, ClassFile.ACC_STATIC}) {
      if ((method.flags().flagsMask() & flag) == 0) {
        String name = flag == ClassFile.ACC_PUBLIC ? "PUBLIC" : "STATIC";
        throw missing(mainClass, "has a method main that is not " + name.toLowerCase(Locale.ROOT));
      }
    }
  }

  private static GuestCompilationException missing(String mainClass, String what) {
    return new GuestCompilationException(
        mainClass
            + " "
            + what
            + ": a guest starts with public static void main(org.zarf.guest.GuestContext guest)"
            + " (in Kotlin, a top-level function, or one with @JvmStatic in an object)");
  }
}
