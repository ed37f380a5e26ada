package org.zarf.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Replaces collections whose order is not that of insertion, so that what iterates over them does
 * the same in each run: hash codes are identities for most of TeaVM's classes, and {@code Set.of}
 * is salted by each JVM.
 */
final class UnsaltedCollections {

  private static final Map<ClassDesc, ClassDesc> ORDERED =
      Map.of(
          ClassDesc.of("java.util.HashMap"), ClassDesc.of("java.util.LinkedHashMap"),
          ClassDesc.of("java.util.HashSet"), ClassDesc.of("java.util.LinkedHashSet"));

  /** The factories of unordered collections, by owner. */
  private static final Map<String, Set<String>> FACTORIES =
      Map.of(
          "java/util/Set", Set.of("of", "copyOf"),
          "java/util/Map", Set.of("of", "ofEntries", "copyOf"),
          "java/util/stream/Collectors",
              Set.of(
                  "toSet",
                  "toUnmodifiableSet",
                  "toMap",
                  "toUnmodifiableMap",
                  "groupingBy",
                  "partitioningBy"));

  private static final DirectMethodHandleDesc BOOTSTRAP =
      ConstantDescs.ofCallsiteBootstrap(
          ClassDesc.of(OrderedCollections.class.getName()), "bootstrap", ConstantDescs.CD_CallSite);

  private UnsaltedCollections() {}

  /** The class file with ordered collections. */
  static byte[] rewrite(ClassFile context, byte[] bytes) {
    ClassModel model = context.parse(bytes);
    boolean isConcerned =
        references(model).anyMatch(r -> isFactory(r) || isConstructor(r))
            && model.superclass().map(ClassEntry::asSymbol).filter(ORDERED::containsKey).isEmpty();
    return isConcerned
        ? context.transformClass(
            model, ClassTransform.transformingMethodBodies(UnsaltedCollections::replace))
        : bytes;
  }

  private static Stream<MemberRefEntry> references(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .filter(MemberRefEntry.class::isInstance)
        .map(MemberRefEntry.class::cast);
  }

  private static boolean isFactory(MemberRefEntry reference) {
    return FACTORIES
        .getOrDefault(reference.owner().asInternalName(), Set.of())
        .contains(reference.name().stringValue());
  }

  private static boolean isConstructor(MemberRefEntry reference) {
    return reference.name().equalsString(ConstantDescs.INIT_NAME)
        && ORDERED.containsKey(reference.owner().asSymbol());
  }

  private static void replace(CodeBuilder code, CodeElement element) {
    switch (element) {
      case NewObjectInstruction creation
          when ORDERED.containsKey(creation.className().asSymbol()) ->
          code.new_(ORDERED.get(creation.className().asSymbol()));
      case InvokeInstruction call
          when call.opcode() == Opcode.INVOKESPECIAL && isConstructor(call.method()) ->
          code.invokespecial(
              ORDERED.get(call.owner().asSymbol()), ConstantDescs.INIT_NAME, call.typeSymbol());
      case InvokeInstruction call
          when call.opcode() == Opcode.INVOKESTATIC && isFactory(call.method()) ->
          code.invokedynamic(
              DynamicCallSiteDesc.of(BOOTSTRAP, call.name().stringValue(), call.typeSymbol()));
      case InvokeDynamicInstruction lambda -> code.invokedynamic(ordered(lambda));
      default -> code.with(element);
    }
  }

  /** A lambda that may be a reference to a constructor. */
  private static DynamicCallSiteDesc ordered(InvokeDynamicInstruction lambda) {
    ConstantDesc[] arguments =
        lambda.bootstrapArgs().stream()
            .map(UnsaltedCollections::ordered)
            .toArray(ConstantDesc[]::new);
    return DynamicCallSiteDesc.of(
        lambda.bootstrapMethod(), lambda.name().stringValue(), lambda.typeSymbol(), arguments);
  }

  private static ConstantDesc ordered(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
            && handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR
            && ORDERED.containsKey(handle.owner())
        ? MethodHandleDesc.ofConstructor(
            ORDERED.get(handle.owner()),
            MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()).parameterArray())
        : argument;
  }
}
