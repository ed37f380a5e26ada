package org.zarf.compiler;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.zarf.compiler.repair.ClassRepair;

/** The class files of a guest as TeaVM is to see them: repaired, and with the entry. */
final class GuestClasses implements Resources {

  private static final String CLASS = ".class";
  private static final ClassRepair REPAIR = ClassRepair.all();

  /** What comes with the compiler is the same for every guest, and most of what TeaVM reads. */
  private static final Map<String, Optional<byte[]>> OWN = new ConcurrentHashMap<>();

  private final Resources user;
  private final Map<String, byte[]> generated = new HashMap<>();

  GuestClasses(Resources user) {
    this.user = user;
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
    return isOwn(name)
        ? OWN.computeIfAbsent(name, GuestClasses::own).orElse(null)
        : repaired(name, user.find(name));
  }

  private static Optional<byte[]> own(String name) {
    byte[] found = TeaVmLoader.bytes(GuestClasses.class.getClassLoader(), name);
    return Optional.ofNullable(repaired(name, found));
  }

  private static byte @Nullable [] repaired(String name, byte @Nullable [] found) {
    return found != null && name.endsWith(CLASS)
        ? REPAIR.repair(ClassLibrary.patch(name, found))
        : found;
  }

  /** What comes with the compiler, whatever lies on the class path of the guest. */
  private static boolean isOwn(String name) {
    return name.startsWith("org/teavm/")
        || name.startsWith("org/zarf/compiler/runtime/")
        || name.startsWith("META-INF/teavm");
  }
}
