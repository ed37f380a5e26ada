package org.zarf.compiler.repair;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.util.List;
import java.util.Optional;

/** Rewrites a class file so that TeaVM's translation of it behaves as the JVM does. */
@FunctionalInterface
public interface ClassRepair {

  /** What is to be done to a class, if anything is. */
  Optional<ClassTransform> of(ClassModel model);

  /**
   * The class file to translate in place of another; without stack maps, which TeaVM does not read.
   *
   * @param classFile of the user, of a library, or of TeaVM's class library; not modified
   */
  default byte[] repair(byte[] classFile) {
    ClassFile context = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);
    ClassModel model = context.parse(classFile);
    return of(model).map(change -> context.transformClass(model, change)).orElse(classFile);
  }

  /** Every repair there is, in one pass: class files without stack maps cannot be read again. */
  static ClassRepair all() {
    List<ClassRepair> repairs =
        List.of(
            new Records(),
            new Arithmetic(),
            new Divisions(),
            new PatternSwitches(),
            new Handlers(),
            new LibraryMethods(),
            new LibraryDefects(),
            new Throwables(),
            new HashMaps(),
            new KotlinPlatform());
    return model ->
        repairs.stream().flatMap(r -> r.of(model).stream()).reduce(ClassTransform::andThen);
  }
}
