package org.zarf.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Defects of TeaVM's translation of handlers that are an instruction: what it takes for two clauses
 * of one try statement, what it forgets of parameters, and when a variable has which value.
 */
final class TranslatorDefects {

  private static final String HERE = "org.zarf.compiler.teavm.";
  private static final ClassDesc PHIS = ClassDesc.of("org.teavm.model.util.PhiUpdater");
  private static final ClassDesc TRY = ClassDesc.of("org.teavm.ast.TryCatchStatement");
  private static final ClassDesc BOOLEANS = ConstantDescs.CD_boolean.arrayType();

  /** The method and instruction that are at fault, and what takes the place of the instruction. */
  private record Defect(String method, Predicate<CodeElement> at, CodeTransform repair) {

    boolean isIn(MethodModel model) {
      return model.methodName().equalsString(method);
    }

    void repair(CodeBuilder code, CodeElement element) {
      if (at.test(element)) {
        repair.accept(code, element);
      } else {
        code.with(element);
      }
    }
  }

  private static final Map<String, Defect> DEFECTS =
      Map.of(
          "org.teavm.backend.c.generate.CodeGenerationVisitor",
          new Defect(
              "visit", TranslatorDefects::asksWhetherTry, TranslatorDefects::askWhetherClause),
          "org.teavm.model.util.PhiUpdater",
          new Defect(
              "estimatePhis",
              TranslatorDefects::forgetsParameters,
              TranslatorDefects::rememberParameters),
          "org.teavm.parsing.Parser",
          updateIn("parseMethod"),
          "org.teavm.model.optimization.ScalarReplacement",
          updateIn("performOnce"),
          "org.teavm.model.optimization.LoopInversionImpl",
          updateIn("apply"),
          "org.teavm.model.transformation.NullCheckInsertion",
          updateIn("transformProgram"),
          "org.teavm.model.transformation.BoundCheckInsertion",
          updateIn("transformProgram"));

  private TranslatorDefects() {}

  private static Defect updateIn(String method) {
    return new Defect(method, TranslatorDefects::updatesPhis, TranslatorDefects::separateBlocks);
  }

  /** The class file to load in place of one of TeaVM's. */
  static byte[] repair(ClassFile context, String name, byte[] bytes) {
    Defect defect = DEFECTS.get(name);
    if (defect == null) {
      return bytes;
    }
    ClassModel model = context.parse(bytes);
    long found =
        model.methods().stream()
            .filter(defect::isIn)
            .flatMap(method -> method.code().stream())
            .flatMap(CodeModel::elementStream)
            .filter(defect.at())
            .count();
    if (found != 1) {
      throw new IllegalStateException("TeaVM's " + name + " is not the one known here");
    }
    return context.transformClass(
        model, ClassTransform.transformingMethodBodies(defect::isIn, defect::repair));
  }

  private static boolean asksWhetherTry(CodeElement element) {
    return element instanceof TypeCheckInstruction check
        && check.opcode() == Opcode.INSTANCEOF
        && check.type().asSymbol().equals(TRY);
  }

  private static void askWhetherClause(CodeBuilder code, CodeElement element) {
    code.invokestatic(
        ClassDesc.of(HERE + "CatchClauses"),
        "isClause",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, ClassDesc.of("org.teavm.ast.Statement")));
  }

  /** It begins with an array that says of no variable that it has a value. */
  private static boolean forgetsParameters(CodeElement element) {
    return element instanceof FieldInstruction field
        && field.opcode() == Opcode.PUTFIELD
        && field.name().equalsString("variableDefined");
  }

  /** At that time there is an array that is true for parameters, and only for them. */
  private static void rememberParameters(CodeBuilder code, CodeElement element) {
    code.pop()
        .aload(0)
        .getfield(PHIS, "usedDefinitions", BOOLEANS)
        .invokevirtual(BOOLEANS, "clone", MethodTypeDesc.of(ConstantDescs.CD_Object))
        .checkcast(BOOLEANS)
        .with(element);
  }

  private static boolean updatesPhis(CodeElement element) {
    return element instanceof InvokeInstruction call
        && call.owner().asSymbol().equals(PHIS)
        && call.name().equalsString("updatePhis");
  }

  private static void separateBlocks(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      code.invokestatic(
          ClassDesc.of(HERE + "HandlerPhis"),
          "update",
          call.typeSymbol().insertParameterTypes(0, PHIS));
    }
  }
}
