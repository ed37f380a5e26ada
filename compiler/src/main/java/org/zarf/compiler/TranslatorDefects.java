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
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Defects of TeaVM's translation of handlers that are an instruction: what it takes for two clauses
 * of one try statement, what it forgets of variables, and when a variable has which value.
 */
final class TranslatorDefects {

  private static final String HERE = "org.zarf.compiler.teavm.";
  private static final ClassDesc PHIS = ClassDesc.of("org.teavm.model.util.PhiUpdater");
  private static final ClassDesc TRY = ClassDesc.of("org.teavm.ast.TryCatchStatement");
  private static final ClassDesc NULL_CHECKS =
      ClassDesc.of("org.teavm.model.transformation.NullCheckInsertion$InsertionVisitor");
  private static final ClassDesc BOOLEANS = ConstantDescs.CD_boolean.arrayType();

  /** The method and instruction that are at fault, and what takes the place of the instruction. */
  private record Defect(String method, Predicate<CodeElement> at, CodeTransform repair) {

    boolean isIn(MethodModel model) {
      return model.methodName().equalsString(method) && !model.flags().has(AccessFlag.SYNTHETIC);
    }

    void repair(CodeBuilder code, CodeElement element) {
      if (at.test(element)) {
        repair.accept(code, element);
      } else {
        code.with(element);
      }
    }
  }

  private static final Map<String, List<Defect>> DEFECTS =
      Map.of(
          "org.teavm.backend.c.generate.CodeGenerationVisitor",
          List.of(
              new Defect(
                  "visit", TranslatorDefects::asksWhetherTry, TranslatorDefects::askWhetherClause),
              new Defect(
                  "visit",
                  TranslatorDefects::asksForBackup,
                  callOf("CatchClauses", "variablesToBackup"))),
          "org.teavm.model.util.PhiUpdater",
          List.of(
              new Defect(
                  "estimatePhis",
                  TranslatorDefects::forgetsParameters,
                  TranslatorDefects::rememberParameters)),
          "org.teavm.parsing.Parser",
          updateIn("parseMethod"),
          "org.teavm.model.optimization.ScalarReplacement",
          updateIn("performOnce"),
          "org.teavm.model.optimization.LoopInversionImpl",
          updateIn("apply"),
          "org.teavm.model.transformation.NullCheckInsertion$InsertionVisitor",
          List.of(
              new Defect("visit", TranslatorDefects::beginsBlock, TranslatorDefects::beginFacts),
              new Defect("endVisit", TranslatorDefects::endsBlock, TranslatorDefects::endFacts)),
          "org.teavm.model.transformation.NullCheckInsertion",
          updateIn("transformProgram"),
          "org.teavm.model.transformation.BoundCheckInsertion",
          updateIn("transformProgram"));

  private TranslatorDefects() {}

  private static List<Defect> updateIn(String method) {
    return List.of(
        new Defect(method, TranslatorDefects::updatesPhis, callOf("HandlerPhis", "update")));
  }

  /** The class file to load in place of one of TeaVM's. */
  static byte[] repair(ClassFile context, String name, byte[] bytes) {
    byte[] repaired = bytes;
    for (Defect defect : DEFECTS.getOrDefault(name, List.of())) {
      repaired = repair(context, name, defect, repaired);
    }
    return repaired;
  }

  private static byte[] repair(ClassFile context, String name, Defect defect, byte[] bytes) {
    ClassModel model = context.parse(bytes);
    long found =
        model.methods().stream()
            .filter(defect::isIn)
            .flatMap(method -> method.code().stream())
            .flatMap(CodeModel::elementStream)
            .filter(defect.at())
            .count();
    if (found == 0) {
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

  private static boolean asksForBackup(CodeElement element) {
    return element instanceof InvokeInstruction call
        && call.name().equalsString("variablesToBackup");
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

  /** The first thing that is done for a block. */
  private static boolean beginsBlock(CodeElement element) {
    return element instanceof FieldInstruction field
        && field.opcode() == Opcode.PUTFIELD
        && field.name().equalsString("blockNullness");
  }

  private static void beginFacts(CodeBuilder code, CodeElement element) {
    code.with(element);
    changeFacts(code, "begin");
  }

  private static boolean endsBlock(CodeElement element) {
    return element instanceof ReturnInstruction end && end.opcode() == Opcode.RETURN;
  }

  private static void endFacts(CodeBuilder code, CodeElement element) {
    changeFacts(code, "end");
    code.with(element);
  }

  private static void changeFacts(CodeBuilder code, String method) {
    ClassDesc block = ClassDesc.of("org.teavm.model.BasicBlock");
    code.aload(0)
        .aload(0)
        .getfield(NULL_CHECKS, "notNullVariables", BOOLEANS)
        .aload(1)
        .invokestatic(
            ClassDesc.of(HERE + "NullFacts"), method, MethodTypeDesc.of(BOOLEANS, BOOLEANS, block))
        .putfield(NULL_CHECKS, "notNullVariables", BOOLEANS);
  }

  private static boolean updatesPhis(CodeElement element) {
    return element instanceof InvokeInstruction call
        && call.owner().asSymbol().equals(PHIS)
        && call.name().equalsString("updatePhis");
  }

  /** A call of a static method, which takes the receiver first, in place of a call. */
  private static CodeTransform callOf(String type, String method) {
    return (code, element) -> {
      if (element instanceof InvokeInstruction call) {
        code.invokestatic(
            ClassDesc.of(HERE + type),
            method,
            call.typeSymbol().insertParameterTypes(0, call.owner().asSymbol()));
      }
    };
  }
}
