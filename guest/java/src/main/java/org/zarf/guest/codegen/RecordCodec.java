package org.zarf.guest.codegen;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The class file of a record's codec: component by component, in order. */
public final class RecordCodec {

  static final ClassDesc CODEC = ClassDesc.of("org.zarf.guest.Codec");
  private static final ClassDesc ENCODER = ClassDesc.of("org.zarf.guest.Encoder");
  private static final ClassDesc DECODER = ClassDesc.of("org.zarf.guest.Decoder");
  private static final ClassDesc ENCODING = ClassDesc.of("org.zarf.guest.EncodingException");
  private static final ClassDesc DECODING = ClassDesc.of("org.zarf.guest.DecodingException");
  private static final String PARTS = "parts";
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);

  /** What the constructor of a generated codec takes: the codecs of all parts. */
  static final MethodTypeDesc CONSTRUCTOR = MethodTypeDesc.of(CD_void, CODEC.arrayType());

  private final ClassDesc self;
  private final Part.RecordOf part;
  private final boolean isRecursive;

  private RecordCodec(ClassDesc self, Part.RecordOf part, boolean isRecursive) {
    this.self = self;
    this.part = part;
    this.isRecursive = isRecursive;
  }

  /** The class of the codec of a part: beside the record, whose members it may use. */
  public static ClassDesc name(Part.RecordOf part, int index) {
    ClassDesc type = part.type();
    return type.packageName().isEmpty()
        ? ClassDesc.of(type.displayName() + "$Codec" + index)
        : ClassDesc.of(type.packageName(), type.displayName() + "$Codec" + index);
  }

  /**
   * The class file of a record's codec. Its constructor takes an array with the codecs of all
   * parts, which may be filled later.
   *
   * @param index of the record
   */
  public static byte[] classFile(Parts parts, int index) {
    var part = (Part.RecordOf) parts.all().get(index);
    return new RecordCodec(name(part, index), part, parts.isRecursive(index)).bytes();
  }

  private byte[] bytes() {
    return ClassFile.of()
        .build(
            self,
            type ->
                type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                    .withSuperclass(CODEC)
                    .withField(
                        PARTS, CODEC.arrayType(), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        CONSTRUCTOR,
                        ClassFile.ACC_PUBLIC,
                        this::constructor)
                    .withMethodBody(
                        "write",
                        MethodTypeDesc.of(CD_void, ENCODER, CD_Object),
                        ClassFile.ACC_PUBLIC,
                        this::write)
                    .withMethodBody(
                        "read",
                        MethodTypeDesc.of(CD_Object, DECODER),
                        ClassFile.ACC_PUBLIC,
                        this::read));
  }

  private void constructor(CodeBuilder code) {
    code.aload(0)
        .loadConstant(part.label())
        .invokespecial(CODEC, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, CD_String))
        .aload(0)
        .aload(1)
        .putfield(self, PARTS, CODEC.arrayType())
        .return_();
  }

  private void write(CodeBuilder code) {
    int value = code.allocateLocal(TypeKind.REFERENCE);
    int at = code.allocateLocal(TypeKind.INT);
    code.aload(2).checkcast(part.type()).astore(value).iconst_0().istore(at);
    if (part.components().isEmpty()) {
      code.return_(); // a try block must not be empty
      return;
    }
    code.trying(
        body -> {
          nest(body, ENCODER, "enter");
          List<Part.Component> components = part.components();
          for (int i = 0; i < components.size(); i++) {
            if (i > 0) {
              body.iinc(at, 1);
            }
            write(body, value, components.get(i));
          }
          nest(body, ENCODER, "leave");
          body.return_();
        },
        handlers -> handlers.catching(ENCODING, handler -> rethrow(handler, ENCODING, at)));
  }

  private void write(CodeBuilder code, int value, Part.Component component) {
    var accessor = MethodTypeDesc.of(component.type());
    String direct = direct(component.type());
    if (direct != null) {
      code.aload(1)
          .aload(value)
          .invokevirtual(part.type(), component.name(), accessor)
          .invokevirtual(ENCODER, "write" + direct, MethodTypeDesc.of(CD_void, component.type()));
    } else {
      codec(code, component.part())
          .aload(1)
          .aload(value)
          .invokevirtual(part.type(), component.name(), accessor)
          .invokevirtual(CODEC, "put", MethodTypeDesc.of(CD_void, ENCODER, CD_Object));
    }
  }

  private void read(CodeBuilder code) {
    int at = code.allocateLocal(TypeKind.INT);
    List<Part.Component> components = part.components();
    int[] values = new int[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = code.allocateLocal(TypeKind.from(components.get(i).type()));
    }
    code.iconst_0().istore(at);
    if (!components.isEmpty()) {
      code.trying(
          body -> readAll(body, at, values),
          handlers -> handlers.catching(DECODING, handler -> rethrow(handler, DECODING, at)));
    }
    code.new_(part.type()).dup();
    for (int i = 0; i < values.length; i++) {
      code.loadLocal(TypeKind.from(components.get(i).type()), values[i]);
    }
    List<ClassDesc> types = components.stream().map(Part.Component::type).toList();
    code.invokespecial(part.type(), ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, types))
        .areturn();
  }

  private void readAll(CodeBuilder code, int at, int[] values) {
    nest(code, DECODER, "enter");
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        code.iinc(at, 1);
      }
      Part.Component component = part.components().get(i);
      read(code, component);
      code.storeLocal(TypeKind.from(component.type()), values[i]);
    }
    nest(code, DECODER, "leave");
  }

  private void read(CodeBuilder code, Part.Component component) {
    String direct = direct(component.type());
    if (direct != null) {
      code.aload(1).invokevirtual(DECODER, "read" + direct, MethodTypeDesc.of(component.type()));
    } else {
      codec(code, component.part())
          .aload(1)
          .invokevirtual(CODEC, "read", MethodTypeDesc.of(CD_Object, DECODER))
          .checkcast(component.type());
    }
  }

  private CodeBuilder codec(CodeBuilder code, int index) {
    return code.aload(0).getfield(self, PARTS, CODEC.arrayType()).loadConstant(index).aaload();
  }

  private void nest(CodeBuilder code, ClassDesc owner, String method) {
    if (isRecursive) {
      code.aload(1).invokevirtual(owner, method, NOTHING);
    }
  }

  /** The exception is on the stack. */
  private void rethrow(CodeBuilder code, ClassDesc exception, int at) {
    String names =
        part.components().stream().map(Part.Component::name).collect(Collectors.joining(","));
    code.loadConstant(names)
        .iload(at)
        .invokevirtual(exception, "at", MethodTypeDesc.of(exception, CD_String, CD_int))
        .athrow();
  }

  /** What the coders call a type that they take as it is; null for others. */
  private static @Nullable String direct(ClassDesc type) {
    return switch (type.descriptorString()) {
      case "Z" -> "Boolean";
      case "B" -> "Byte";
      case "S" -> "Short";
      case "C" -> "Char";
      case "I" -> "Int";
      case "J" -> "Long";
      case "F" -> "Float";
      case "D" -> "Double";
      case "Ljava/lang/String;" -> "String";
      default -> null;
    };
  }
}
