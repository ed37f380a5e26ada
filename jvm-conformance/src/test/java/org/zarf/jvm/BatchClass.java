package org.zarf.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A guest made of cases: the static methods of some classes that take {@link Lines}.
 *
 * @param loader finds the class files of the cases
 */
record BatchClass(String name, List<Case> cases, byte[] classFile, ClassLoader loader) {

  private static final ClassDesc BATCH = ClassDesc.of("org.zarf.jvm.Batch");
  private static final ClassDesc CONTEXT = ClassDesc.of("org.zarf.guest.GuestContext");
  private static final ClassDesc LINES = ClassDesc.of("org.zarf.jvm.Lines");
  private static final ClassDesc BITS = ClassDesc.of("org.zarf.jvm.Bits");
  private static final ClassDesc DIFFERS = ClassDesc.of("org.zarf.jvm.Differs");
  private static final MethodTypeDesc FIXED = MethodTypeDesc.of(ConstantDescs.CD_void, LINES);
  private static final MethodTypeDesc RANDOM =
      MethodTypeDesc.of(ConstantDescs.CD_void, LINES, BITS);

  /** A function to be run on both machines; a random one is run on several seeds. */
  record Case(String owner, String name, boolean random, boolean differs) {
    @Override
    public String toString() {
      return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
    }
  }

  /**
   * Collects the cases of classes.
   *
   * @param loader finds their class files
   * @param name of the guest's class
   */
  static BatchClass of(ClassLoader loader, String name, List<String> classes) {
    var cases = new ArrayList<Case>();
    for (String owner : classes) {
      for (MethodModel method : ClassFile.of().parse(bytes(loader, owner)).methods()) {
        MethodTypeDesc type = method.methodTypeSymbol();
        if (type.equals(FIXED) || type.equals(RANDOM)) {
          String methodName = method.methodName().stringValue();
          if (!methodName.contains("$")) {
            cases.add(new Case(owner, methodName, type.equals(RANDOM), differs(method)));
          }
        }
      }
    }
    return new BatchClass(name, cases, generate(ClassDesc.of(name), cases), loader);
  }

  private static boolean differs(MethodModel method) {
    return method.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
        .flatMap(annotations -> annotations.annotations().stream())
        .anyMatch(annotation -> annotation.classSymbol().equals(DIFFERS));
  }

  private static byte[] bytes(ClassLoader loader, String binaryName) {
    String resource = binaryName.replace('.', '/') + ".class";
    try (var in = loader.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] generate(ClassDesc self, List<Case> cases) {
    var initializer = ConstantDescs.MTD_void;
    return ClassFile.of()
        .build(
            self,
            type ->
                type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                    .withSuperclass(BATCH)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        initializer,
                        ClassFile.ACC_PUBLIC,
                        code ->
                            code.aload(0)
                                .invokespecial(BATCH, ConstantDescs.INIT_NAME, initializer)
                                .return_())
                    .withMethodBody(
                        "main",
                        MethodTypeDesc.of(ConstantDescs.CD_void, CONTEXT),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code ->
                            code.aload(0)
                                .new_(self)
                                .dup()
                                .invokespecial(self, ConstantDescs.INIT_NAME, initializer)
                                .invokestatic(
                                    BATCH,
                                    "run",
                                    MethodTypeDesc.of(ConstantDescs.CD_void, CONTEXT, BATCH))
                                .return_())
                    .withMethodBody(
                        "run",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, LINES, BITS),
                        ClassFile.ACC_PROTECTED,
                        code -> choose(code, cases)));
  }

  private static void choose(CodeBuilder code, List<Case> cases) {
    Label end = code.newLabel();
    var targets = new ArrayList<SwitchCase>();
    for (int i = 0; i < cases.size(); i++) {
      targets.add(SwitchCase.of(i, code.newLabel()));
    }
    code.iload(1).tableswitch(end, targets);
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      code.labelBinding(targets.get(i).target()).aload(2);
      if (one.random()) {
        code.aload(3);
      }
      code.invokestatic(ClassDesc.of(one.owner()), one.name(), one.random() ? RANDOM : FIXED)
          .return_();
    }
    code.labelBinding(end).return_();
  }

  /** Writes the class into a folder of classes. */
  void write(Path folder) throws IOException {
    Path file = folder.resolve(name.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, classFile);
  }
}
