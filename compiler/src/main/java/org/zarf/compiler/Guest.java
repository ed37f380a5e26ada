package org.zarf.compiler;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zarf.riscv.BadProgramException;
import org.zarf.sdk.Program;

/**
 * A guest in Java or Kotlin, compiled.
 *
 * <p>Its entry method is {@code public static void main(GuestContext)}.
 */
public final class Guest {

  private final byte[] elf;
  private final Program program;

  private Guest(byte[] elf, Program program) {
    this.elf = elf;
    this.program = program;
  }

  /**
   * Compiles a class and everything that it uses, from the class path of this JVM or of the class's
   * own loader.
   *
   * @throws GuestCompilationException if it is no guest, or uses what guests cannot
   */
  public static Guest of(Class<?> main) throws GuestCompilationException {
    return of(main.getName(), classPath(main));
  }

  /**
   * Compiles a class and everything that it uses.
   *
   * @param mainClass the binary name of the class with the entry method
   * @param classPath folders and jars
   * @throws GuestCompilationException if it is no guest, or uses what guests cannot
   */
  public static Guest of(String mainClass, List<Path> classPath) throws GuestCompilationException {
    try (var classes = new ClassPath(classPath)) {
      EntryMethod.check(mainClass, classes);
      JavaKit.begin();
      var resources = new GuestClasses(classes);
      resources.add(EntryClass.NAME, EntryClass.starting(mainClass));
      GuestCodecs.of(mainClass, classes).forEach(resources::add);
      byte[] elf = CProgram.of(translate(mainClass, resources)).compile();
      return new Guest(elf, Program.of(elf));
    } catch (IOException | UncheckedIOException e) {
      throw new GuestCompilationException("cannot read the classes of " + mainClass + ": " + e, e);
    } catch (BadProgramException e) {
      throw new GuestCompilationException("cannot load what " + mainClass + " compiles to", e);
    }
  }

  private static Translation translate(String mainClass, Resources resources)
      throws IOException, GuestCompilationException {
    Translation translation = translation(mainClass, resources);
    if (!translation.problems().isEmpty()) {
      throw new GuestCompilationException(
          mainClass
              + " uses what guests cannot:\n"
              + String.join("\n", translation.problems())
              + "\nGuests have no reflection, native methods, threads, files, network or clock;"
              + " what they use of the class library must be in TeaVM's.");
    }
    return translation;
  }

  private static Translation translation(String mainClass, Resources resources)
      throws IOException, GuestCompilationException {
    try {
      return Translators.TEAVM.translate(EntryClass.NAME, resources);
    } catch (RuntimeException e) {
      throw new GuestCompilationException(
          "TeaVM fails on " + mainClass + ", or something that it uses: " + e, e);
    }
  }

  /** The ELF file. */
  public byte[] elf() {
    return elf.clone();
  }

  /** The program, ready to be run and proved. */
  public Program program() {
    return program;
  }

  private static List<Path> classPath(Class<?> main) {
    var paths = new ArrayList<Path>();
    if (main.getClassLoader() instanceof URLClassLoader loader) {
      Stream.of(loader.getURLs()).map(Guest::path).forEach(paths::add);
    }
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(p -> !p.isEmpty())
        .map(Path::of)
        .forEach(paths::add);
    return paths;
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(url + " is no folder or jar", e);
    }
  }

  /** Loading TeaVM takes seconds, and is done once. */
  private static final class Translators {

    static final Translator TEAVM = TeaVmLoader.translator();
  }
}
