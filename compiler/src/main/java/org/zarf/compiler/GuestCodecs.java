package org.zarf.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zarf.guest.UnsupportedTypeException;
import org.zarf.guest.codegen.ClassFiles;
import org.zarf.guest.codegen.Part;
import org.zarf.guest.codegen.Parts;
import org.zarf.guest.codegen.RecordCodec;
import org.zarf.guest.codegen.RegistryClass;

/**
 * The codecs of a guest, as classes: it has no reflection to make them when it runs. Which types
 * need one is seen from the calls in the guest's classes.
 */
final class GuestCodecs {

  /** What no call of ours is in, and would take long to read. */
  private static final List<String> LIBRARIES =
      List.of("java/", "javax/", "kotlin/", "org/zarf/guest/", "org/teavm/");

  private final Resources classes;
  private final CodecCalls calls = new CodecCalls();
  private final TreeMap<String, ClassDesc> records = new TreeMap<>();
  private final Parts parts;

  private GuestCodecs(Resources classes) {
    this.classes = classes;
    this.parts = Parts.none(classFiles());
  }

  /**
   * The class files by their binary names: the registry, and a codec of each record.
   *
   * @throws GuestCompilationException if a type that the guest names has no encoding
   */
  static Map<String, byte[]> of(String mainClass, Resources classes)
      throws GuestCompilationException {
    var codecs = new GuestCodecs(classes);
    codecs.read(mainClass.replace('.', '/'));
    return codecs.generate(mainClass);
  }

  /** Reads a class and all whose members it uses. */
  private void read(String mainClass) {
    var open = new ArrayDeque<>(List.of(mainClass));
    Set<String> met = new HashSet<>(open);
    while (!open.isEmpty()) {
      byte[] classFile = classes.find(open.remove() + ".class");
      if (classFile == null) {
        continue;
      }
      ClassModel model = ClassFile.of().parse(classFile);
      Set<String> owners = calls.read(model);
      if (model.superclass().filter(s -> s.name().equalsString("java/lang/Record")).isPresent()) {
        records.put(model.thisClass().asInternalName(), model.thisClass().asSymbol());
      }
      for (String name : owners) {
        if (LIBRARIES.stream().noneMatch(name::startsWith) && met.add(name)) {
          open.add(name);
        }
      }
    }
  }

  private Map<String, byte[]> generate(String mainClass) throws GuestCompilationException {
    var roots = new LinkedHashMap<ClassDesc, Integer>();
    for (ClassDesc type : calls.types()) {
      try {
        roots.put(type, parts.add(type));
      } catch (UnsupportedTypeException e) {
        throw new GuestCompilationException(mainClass + ": " + e.getMessage(), e);
      }
    }
    if (calls.isAnyRecordPublished()) {
      records.values().forEach(type -> addIfEncodable(type, roots));
    }
    if (calls.isAnyTypeNamed()) {
      calls.literals().forEach(type -> addIfEncodable(type, roots));
    }
    var generated = new LinkedHashMap<String, byte[]>();
    generated.put(binaryName(RegistryClass.NAME), RegistryClass.classFile(parts, roots));
    List<Part> all = parts.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Part.RecordOf record) {
        generated.put(binaryName(RecordCodec.name(record, i)), RecordCodec.classFile(parts, i));
      }
    }
    return generated;
  }

  private void addIfEncodable(ClassDesc type, Map<ClassDesc, Integer> roots) {
    try {
      Parts.none(classFiles()).add(type);
    } catch (UnsupportedTypeException e) {
      return; // nobody says that it is encoded, and if it is, the guest says why it cannot be
    }
    roots.computeIfAbsent(type, parts::add);
  }

  /** The guest's own, then those of this JVM: a class library's enum is in neither of ours. */
  private ClassFiles classFiles() {
    ClassFiles platform = ClassFiles.of(Optional.empty());
    return name -> {
      byte[] found = classes.find(name + ".class");
      return found == null ? platform.find(name) : Optional.of(found);
    };
  }

  private static String binaryName(ClassDesc type) {
    return type.packageName().isEmpty()
        ? type.displayName()
        : type.packageName() + "." + type.displayName();
  }
}
