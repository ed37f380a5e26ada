package org.zarf.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Loads TeaVM, and what calls it, apart from everything else: each class is rewritten so that what
 * TeaVM makes depends on nothing but what it is given, and what is wrong in it is repaired.
 */
final class TeaVmLoader extends ClassLoader {

  private static final String CALLERS = "org.zarf.compiler.teavm.";
  private static final String RUNTIME = "org.zarf.compiler.runtime.";
  private static final String TEAVM = "org.teavm.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader source;
  private final ClassFile context;

  private TeaVmLoader(ClassLoader source) {
    super("teavm", source);
    this.source = source;
    this.context =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(source)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached()));
  }

  /** A translator in a loader of its own. */
  static Translator translator() {
    var loader = new TeaVmLoader(TeaVmLoader.class.getClassLoader());
    try {
      return (Translator)
          loader.loadClass(CALLERS + "TeaVmTranslator").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("TeaVM is not on the class path of the compiler", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(TEAVM) && !name.startsWith(CALLERS) && !name.startsWith(RUNTIME)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] classFile = bytes(source, name.replace('.', '/') + ".class");
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] ordered = UnsaltedCollections.rewrite(context, classFile);
    byte[] repaired = TranslatorDefects.repair(context, name, ordered);
    return defineClass(name, repaired, 0, repaired.length);
  }

  static byte @Nullable [] bytes(ClassLoader loader, String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
