package org.zarf.compiler.repair;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.runtime.SwitchBootstraps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a method of each pattern switch, which asks one label after the other, as {@link
 * SwitchBootstraps} specifies. TeaVM has its own expansion, but not for the switches over the
 * components of records that javac makes where several cases name the same record: with a component
 * of a primitive type it takes no label at all.
 */
final class PatternSwitches implements ClassRepair {

  private static final ClassDesc BOOTSTRAPS = SwitchBootstraps.class.describeConstable().get();
  private static final ClassDesc STRING = ClassDesc.of("java.lang.String");
  private static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
  private static final ClassDesc CHARACTER = ClassDesc.of("java.lang.Character");

  /** A label: the selector on top of the stack is replaced by whether it matches. */
  private interface Question {
    void ask(CodeBuilder code);
  }

  /** One switch: which method answers it. */
  private record Site(String name, MethodTypeDesc type, List<Question> questions) {}

  @Override
  public Optional<ClassTransform> of(ClassModel model) {
    return isAffected(model) ? Optional.of(Rewriting.of(model)) : Optional.empty();
  }

  private static boolean isAffected(ClassModel model) {
    for (int i = 0; i < model.constantPool().bootstrapMethodCount(); i++) {
      var method = model.constantPool().bootstrapMethodEntry(i).bootstrapMethod();
      if (isSwitch(method.asSymbol())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSwitch(Object method) {
    return method instanceof DirectMethodHandleDesc handle && handle.owner().equals(BOOTSTRAPS);
  }

  /** The switches of a class, as they are met. */
  private record Rewriting(ClassModel model, List<Site> sites) {

    static ClassTransform of(ClassModel model) {
      var rewriting = new Rewriting(model, new ArrayList<>());
      return ClassTransform.transformingMethodBodies(rewriting::rewrite)
          .andThen(ClassTransform.endHandler(rewriting::answer));
    }

    private void rewrite(CodeBuilder code, CodeElement element) {
      Optional<Site> site =
          element instanceof InvokeDynamicInstruction call && isSwitch(call.bootstrapMethod())
              ? site(call)
              : Optional.empty();
      if (site.isEmpty()) {
        code.with(element);
      } else {
        sites.add(site.get());
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        code.invokestatic(
            model.thisClass().asSymbol(), site.get().name, site.get().type, isInterface);
      }
    }

    private Optional<Site> site(InvokeDynamicInstruction call) {
      MethodTypeDesc type = call.typeSymbol();
      ClassDesc selector = type.parameterType(0);
      boolean isEnum = call.name().equalsString("enumSwitch");
      var questions = new ArrayList<Question>();
      for (ConstantDesc label : call.bootstrapArgs()) {
        Optional<Question> question = question(label, selector, isEnum);
        if (question.isEmpty()) {
          return Optional.empty();
        }
        questions.add(question.get());
      }
      return Optional.of(new Site("zarf$switch$" + sites.size(), type, questions));
    }

    private void answer(ClassBuilder builder) {
      int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
      for (Site site : sites) {
        builder.withMethodBody(
            site.name, site.type, flags, code -> PatternSwitches.answer(code, site));
      }
    }
  }

  /** The place of the first label from the restart index on that matches; -1 for null. */
  private static void answer(CodeBuilder code, Site site) {
    TypeKind kind = TypeKind.from(site.type.parameterType(0));
    int restart = code.parameterSlot(1);
    if (kind == TypeKind.REFERENCE) {
      Label present = code.newLabel();
      code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    }
    for (int i = 0; i < site.questions.size(); i++) {
      Label next = code.newLabel();
      code.iload(restart).loadConstant(i).if_icmpgt(next);
      code.loadLocal(kind, 0);
      site.questions.get(i).ask(code);
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(site.questions.size()).ireturn();
  }

  private static Optional<Question> question(
      ConstantDesc label, ClassDesc selector, boolean isEnum) {
    return switch (label) {
      case ClassDesc type -> Optional.of(code -> code.instanceOf(type));
      case String name when isEnum -> Optional.of(isConstant(selector, name));
      case String text -> Optional.of(code -> equalsConstant(code, text));
      case Integer value -> Optional.of(code -> isNumber(code, value));
      case DynamicConstantDesc<?> constant -> dynamic(constant, selector);
      default -> Optional.empty();
    };
  }

  /** A primitive type, which matches a selector of that type, or the description of a constant. */
  private static Optional<Question> dynamic(DynamicConstantDesc<?> constant, ClassDesc selector) {
    if (constant.bootstrapMethod().methodName().equals("primitiveClass")) {
      boolean isSelector = constant.constantName().equals(selector.descriptorString());
      TypeKind kind = TypeKind.from(selector);
      return isSelector
          ? Optional.of(code -> (kind.slotSize() == 2 ? code.pop2() : code.pop()).iconst_1())
          : Optional.empty();
    }
    List<ConstantDesc> of = constant.bootstrapArgsList();
    boolean isEnumConstant =
        of.size() == 3
            && of.get(0) instanceof DirectMethodHandleDesc method
            && method.owner().displayName().equals("Enum$EnumDesc")
            && of.get(1) instanceof DynamicConstantDesc<?>
            && of.get(2) instanceof String;
    if (!isEnumConstant) {
      return Optional.empty();
    }
    List<ConstantDesc> type = ((DynamicConstantDesc<?>) of.get(1)).bootstrapArgsList();
    return type.size() == 2 && type.get(1) instanceof String name
        ? Optional.of(isConstant(ClassDesc.of(name), (String) of.get(2)))
        : Optional.empty();
  }

  private static Question isConstant(ClassDesc type, String name) {
    return code -> {
      Label different = code.newLabel();
      Label end = code.newLabel();
      code.getstatic(type, name, type).if_acmpne(different).iconst_1().goto_(end);
      code.labelBinding(different).iconst_0().labelBinding(end);
    };
  }

  private static void equalsConstant(CodeBuilder code, String text) {
    code.loadConstant(text)
        .swap()
        .invokevirtual(STRING, "equals", MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)Z"));
  }

  /** Whether an object is an Integer or a Character of some value. */
  private static void isNumber(CodeBuilder code, int value) {
    Label character = code.newLabel();
    Label other = code.newLabel();
    Label compare = code.newLabel();
    Label end = code.newLabel();
    code.dup().instanceOf(INTEGER).ifeq(character);
    code.checkcast(INTEGER).invokevirtual(INTEGER, "intValue", MethodTypeDesc.of(CD_int));
    code.goto_(compare).labelBinding(character);
    code.dup().instanceOf(CHARACTER).ifeq(other);
    code.checkcast(CHARACTER)
        .invokevirtual(CHARACTER, "charValue", MethodTypeDesc.ofDescriptor("()C"));
    code.labelBinding(compare).loadConstant(value).isub();
    Label different = code.newLabel();
    code.ifne(different).iconst_1().goto_(end).labelBinding(different).iconst_0().goto_(end);
    code.labelBinding(other).pop().iconst_0().labelBinding(end);
  }
}
