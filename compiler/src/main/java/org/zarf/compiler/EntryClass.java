package org.zarf.compiler;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** The class that a guest starts in: calls its entry method, and reports what that throws. */
final class EntryClass {

  /** Its binary name. */
  static final String NAME = "org.zarf.compiler.runtime.Entry";

  private static final ClassDesc CONTEXT = ClassDesc.of("org.zarf.guest.GuestContext");
  private static final ClassDesc MACHINE = ClassDesc.of("org.zarf.compiler.runtime.MachineContext");

  private EntryClass() {}

  /** The class file that starts a guest. */
  static byte[] starting(String mainClass) {
    return ClassFile.of()
        .build(
            ClassDesc.of(NAME),
            c ->
                c.withMethodBody(
                    "main",
                    MethodTypeDesc.of(CD_void, CD_String.arrayType()),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> main(code, ClassDesc.of(mainClass))));
  }

  private static void main(CodeBuilder code, ClassDesc mainClass) {
    code.trying(
        body ->
            body.new_(MACHINE)
                .dup()
                .invokespecial(MACHINE, "<init>", MTD_void)
                .invokestatic(mainClass, "main", MethodTypeDesc.of(CD_void, CONTEXT)),
        catching ->
            catching.catching(
                CD_Throwable,
                handler ->
                    handler.invokestatic(
                        MACHINE, "uncaught", MethodTypeDesc.of(CD_void, CD_Throwable))));
    code.return_();
  }
}
