package org.zarf.guest.codegen;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicLong;

/** A class whose only method answers its lookup, to be defined in the package of a record. */
public final class LenderClass {

  /** The name of the static method, which has no parameters. */
  public static final String METHOD = "lookup";

  private static final AtomicLong COUNT = new AtomicLong();

  private LenderClass() {}

  /** The class file of a new one, beside a type. */
  public static byte[] in(Class<?> type) {
    var self = ClassDesc.of(type.getName() + "$Lender" + COUNT.incrementAndGet());
    var lookup = MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup);
    return ClassFile.of()
        .build(
            self,
            builder ->
                builder
                    .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                    .withMethodBody(
                        METHOD,
                        lookup,
                        ClassFile.ACC_STATIC,
                        code ->
                            code.invokestatic(ConstantDescs.CD_MethodHandles, METHOD, lookup)
                                .areturn()));
  }
}
