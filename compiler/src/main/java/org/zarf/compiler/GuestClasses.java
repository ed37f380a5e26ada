package org.zarf.compiler;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zarf.compiler.repair.ClassRepair;

/** The class files of a guest as TeaVM is to see them: repaired, and with the entry. */
final class GuestClasses implements Resources {

  private static final String CLASS = ".class";

  private final ClassLoader own = GuestClasses.class.getClassLoader();
  private final Resources user;
  private final ClassRepair repair;
  private final Map<String, byte[]> generated = new HashMap<>();

  GuestClasses(Resources user, ClassRepair repair) {
    this.user = user;
    this.repair = repair;
  }

  /** Adds a class. */
  void add(String binaryName, byte[] classFile) {
    generated.put(binaryName.replace('.', '/') + CLASS, classFile);
  }

  @Override
  public byte @Nullable [] find(String name) {
    byte[] made = generated.get(name);
    if (made != null) {
      return made;
    }
    if (!isOwn(name)) {
      return repaired(name, user.find(name));
    }
    byte[] found = TeaVmLoader.bytes(own, name);
    return found == null ? null : repaired(name, ClassLibrary.patch(name, found));
  }

  private byte @Nullable [] repaired(String name, byte @Nullable [] found) {
    return found != null && name.endsWith(CLASS) ? repair.repair(found) : found;
  }

  /** What comes with the compiler, whatever lies on the class path of the guest. */
  private static boolean isOwn(String name) {
    return name.startsWith("org/teavm/")
        || name.startsWith("org/zarf/compiler/runtime/")
        || name.startsWith("META-INF/teavm");
  }
}
