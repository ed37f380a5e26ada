package org.zarf.compiler;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The calls that encode and decode, and the types that they are about. */
final class CodecCalls {

  private static final ClassDesc RECORD = ClassDesc.of("java.lang.Record");

  private final Set<ClassDesc> types = new LinkedHashSet<>();
  private final Set<ClassDesc> literals = new LinkedHashSet<>();
  private boolean isAnyRecordPublished;
  private boolean isAnyTypeNamed;

  /** The types that calls name. */
  Set<ClassDesc> types() {
    return Collections.unmodifiableSet(types);
  }

  /** All class literals, wherever they go. */
  Set<ClassDesc> literals() {
    return Collections.unmodifiableSet(literals);
  }

  /** Whether a record is published whose class cannot be told. */
  boolean isAnyRecordPublished() {
    return isAnyRecordPublished;
  }

  /** Whether a codec is asked for by what is no class literal. */
  boolean isAnyTypeNamed() {
    return isAnyTypeNamed;
  }

  /**
   * Takes note of the calls in a class.
   *
   * @return the internal names of its super types and of the classes whose members it uses
   */
  Set<String> read(ClassModel model) {
    var owners = new LinkedHashSet<String>();
    model.superclass().map(ClassEntry::asInternalName).ifPresent(owners::add);
    model.interfaces().forEach(type -> owners.add(type.asInternalName()));
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof MemberRefEntry member) {
        owners.add(member.owner().asInternalName());
      }
      // Whoever calls through a method reference gives what cannot be seen here.
      if (entry instanceof MethodHandleEntry handle) {
        NameAndTypeEntry method = handle.reference().nameAndType();
        isAnyRecordPublished |= isPublish(method);
        isAnyTypeNamed |= isInput(method) || isCodec(handle.reference().owner(), method);
      }
    }
    for (MethodModel method : model.methods()) {
      method.code().ifPresent(this::read);
    }
    return owners;
  }

  private void read(CodeModel code) {
    Optional<Instruction> previous = Optional.empty();
    int at = 0;
    for (CodeElement element : code) {
      if (element instanceof LabelTarget) {
        previous = Optional.empty(); // what is on the stack may come from elsewhere
      } else if (element instanceof Instruction instruction) {
        literal(instruction).ifPresent(literals::add);
        if (instruction instanceof InvokeInstruction call) {
          int before = at - previous.map(Instruction::sizeInBytes).orElse(0);
          call(call, previous.flatMap(p -> given(p, code, before)), previous);
        }
        previous = Optional.of(instruction);
        at += instruction.sizeInBytes();
      }
    }
  }

  private void call(
      InvokeInstruction call, Optional<ClassDesc> argument, Optional<Instruction> previous) {
    NameAndTypeEntry method = call.method().nameAndType();
    if (isPublish(method)) {
      argument
          .filter(type -> !type.equals(RECORD))
          .ifPresentOrElse(types::add, () -> isAnyRecordPublished = true);
    } else if (isInput(method) || isCodec(call.owner(), method)) {
      previous
          .flatMap(CodecCalls::literal)
          .ifPresentOrElse(types::add, () -> isAnyTypeNamed = true);
    }
  }

  private static boolean isPublish(NameAndTypeEntry method) {
    return method.name().equalsString("publish")
        && method.type().equalsString("(Ljava/lang/Record;)V");
  }

  private static boolean isInput(NameAndTypeEntry method) {
    return method.name().equalsString("input")
        && method.type().equalsString("(Ljava/lang/Class;)Ljava/lang/Object;");
  }

  private static boolean isCodec(ClassEntry owner, NameAndTypeEntry method) {
    return owner.name().equalsString("org/zarf/guest/Codec") && method.name().equalsString("of");
  }

  private static Optional<ClassDesc> literal(Instruction instruction) {
    return instruction instanceof ConstantInstruction constant
            && constant.constantValue() instanceof ClassDesc type
        ? Optional.of(type)
        : Optional.empty();
  }

  /**
   * The type of what an instruction leaves on the stack, where that can be told.
   *
   * @param at its place in the code
   */
  private static Optional<ClassDesc> given(Instruction instruction, CodeModel code, int at) {
    return switch (instruction) {
      case InvokeInstruction call when call.name().equalsString("<init>") ->
          Optional.of(call.owner().asSymbol());
      case InvokeInstruction call -> Optional.of(call.typeSymbol().returnType());
      case FieldInstruction field -> Optional.of(field.typeSymbol());
      case TypeCheckInstruction cast -> Optional.of(cast.type().asSymbol());
      case LoadInstruction load -> variable(code, load.slot(), at);
      default -> Optional.empty();
    };
  }

  /** The type of a variable, if the compiler left a table of them. */
  private static Optional<ClassDesc> variable(CodeModel code, int slot, int at) {
    return code.findAttribute(Attributes.localVariableTable()).stream()
        .flatMap(table -> table.localVariables().stream())
        .filter(v -> v.slot() == slot && v.startPc() <= at && at < v.startPc() + v.length())
        .map(LocalVariableInfo::typeSymbol)
        .findFirst();
  }
}
