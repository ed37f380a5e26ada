package org.zarf.guest.codegen;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.zarf.guest.codegen.RecordCodec.CODEC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;

/**
 * The class file of a guest's registry, in which {@code Codec.of} looks codecs up: it makes them
 * without reflection, each when it is first needed.
 */
public final class RegistryClass {

  /** What the class is called: the JVM's own registry has this name too. */
  public static final ClassDesc NAME = ClassDesc.of("org.zarf.guest.CodecRegistry");

  private static final String PACKAGE = "org.zarf.guest.";
  private static final ClassDesc UNSUPPORTED =
      ClassDesc.of("org.zarf.guest.UnsupportedTypeException");
  private static final ClassDesc CODECS = CODEC.arrayType();
  private static final String FIELD = "CODECS";
  private static final MethodTypeDesc MAKE = MethodTypeDesc.of(CD_void);

  private final Parts parts;
  private final List<Part> all;
  private final Map<ClassDesc, Integer> roots;

  private RegistryClass(Parts parts, Map<ClassDesc, Integer> roots) {
    this.parts = parts;
    this.all = parts.all();
    this.roots = roots;
  }

  /**
   * The class file.
   *
   * @param parts of all types
   * @param roots the types that can be looked up, with the indices of their parts
   */
  public static byte[] classFile(Parts parts, Map<ClassDesc, Integer> roots) {
    var registry = new RegistryClass(parts, roots);
    return ClassFile.of().build(NAME, registry::members);
  }

  private void members(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
        .withField(FIELD, CODECS, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)
        .withMethodBody(
            ConstantDescs.CLASS_INIT_NAME,
            MAKE,
            ClassFile.ACC_STATIC,
            code ->
                code.loadConstant(all.size())
                    .anewarray(CODEC)
                    .putstatic(NAME, FIELD, CODECS)
                    .return_())
        .withMethodBody(
            "of", MethodTypeDesc.of(CODEC, CD_Class), ClassFile.ACC_STATIC, this::lookUp);
    for (int i = 0; i < all.size(); i++) {
      int index = i;
      type.withMethodBody(
          "make" + i,
          MAKE,
          ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE,
          code -> make(code, index));
    }
  }

  private void lookUp(CodeBuilder code) {
    roots.forEach(
        (type, index) -> {
          var next = code.newLabel();
          code.aload(0).loadConstant(type).if_acmpne(next);
          code.invokestatic(NAME, "make" + index, MAKE);
          codecs(code).loadConstant(index).aaload().areturn();
          code.labelBinding(next);
        });
    code.new_(UNSUPPORTED)
        .dup()
        .aload(0)
        .invokevirtual(CD_Class, "getName", MethodTypeDesc.of(CD_String))
        .loadConstant(": a guest encodes and decodes types that it names: Codec.of(Order.class)")
        .invokevirtual(CD_String, "concat", MethodTypeDesc.of(CD_String, CD_String))
        .invokespecial(UNSUPPORTED, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, CD_String))
        .athrow();
  }

  /** Its place is filled before those of the parts inside, which may contain it. */
  private void make(CodeBuilder code, int index) {
    var done = code.newLabel();
    codecs(code).loadConstant(index).aaload().ifnonnull(done);
    codecs(code).loadConstant(index);
    construct(code, index);
    code.aastore();
    for (int inside : all.get(index).inside()) {
      code.invokestatic(NAME, "make" + inside, MAKE);
    }
    code.labelBinding(done).return_();
  }

  private static CodeBuilder codecs(CodeBuilder code) {
    return code.getstatic(NAME, FIELD, CODECS);
  }

  /** Leaves a new codec on the stack. */
  private void construct(CodeBuilder code, int index) {
    Part part = all.get(index);
    switch (part) {
      case Part.Scalar(String name) -> create(code, "ScalarCodecs$Of" + name);
      case Part.PrimitiveArray(String name) -> create(code, "PrimitiveArrayCodecs$Of" + name);
      case Part.ObjectArray(ClassDesc type, int element) -> {
        begin(code, "CollectionCodecs$OfArray");
        codecs(code).loadConstant(element).loadConstant(parts.elementBytes(element));
        code.iconst_0().anewarray(type);
        end(code, "CollectionCodecs$OfArray", CODECS, CD_int, CD_int, CD_Object.arrayType());
      }
      case Part.ListOf(int element) -> collection(code, "CollectionCodecs$OfList", element);
      case Part.SetOf(int element) -> collection(code, "CollectionCodecs$OfSet", element);
      case Part.MapOf(int key, int value) -> {
        begin(code, "CollectionCodecs$OfMap");
        codecs(code).loadConstant(key).loadConstant(value);
        code.loadConstant(parts.elementBytes(key) + parts.fewestBytes(value));
        end(code, "CollectionCodecs$OfMap", CODECS, CD_int, CD_int, CD_int);
      }
      case Part.OptionalOf(int element) -> {
        begin(code, "CollectionCodecs$OfOptional");
        codecs(code).loadConstant(element);
        end(code, "CollectionCodecs$OfOptional", CODECS, CD_int);
      }
      case Part.EnumOf(ClassDesc type) -> {
        begin(code, "EnumCodec");
        code.loadConstant(part.label())
            .invokestatic(type, "values", MethodTypeDesc.of(type.arrayType()));
        end(code, "EnumCodec", CD_String, ClassDesc.of("java.lang.Enum").arrayType());
      }
      case Part.SealedOf sealed -> sealed(code, sealed);
      case Part.RecordOf record -> {
        ClassDesc codec = RecordCodec.name(record, index);
        codecs(code.new_(codec).dup())
            .invokespecial(codec, ConstantDescs.INIT_NAME, RecordCodec.CONSTRUCTOR);
      }
    }
  }

  private void collection(CodeBuilder code, String name, int element) {
    begin(code, name);
    codecs(code).loadConstant(element).loadConstant(parts.elementBytes(element));
    end(code, name, CODECS, CD_int, CD_int);
  }

  private static void sealed(CodeBuilder code, Part.SealedOf part) {
    begin(code, "SealedCodec");
    codecs(code.loadConstant(part.label()));
    int count = part.kinds().size();
    code.loadConstant(count).anewarray(CD_Class);
    for (int i = 0; i < count; i++) {
      code.dup().loadConstant(i).loadConstant(part.kinds().get(i)).aastore();
    }
    code.loadConstant(count).newarray(TypeKind.INT);
    for (int i = 0; i < count; i++) {
      code.dup().loadConstant(i).loadConstant(part.codecs().get(i)).iastore();
    }
    end(code, "SealedCodec", CD_String, CODECS, CD_Class.arrayType(), CD_int.arrayType());
  }

  private static void create(CodeBuilder code, String name) {
    begin(code, name);
    end(code, name);
  }

  private static void begin(CodeBuilder code, String name) {
    code.new_(ClassDesc.of(PACKAGE + name)).dup();
  }

  private static void end(CodeBuilder code, String name, ClassDesc... parameters) {
    code.invokespecial(
        ClassDesc.of(PACKAGE + name),
        ConstantDescs.INIT_NAME,
        MethodTypeDesc.of(CD_void, parameters));
  }
}
