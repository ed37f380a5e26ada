package org.zarf.compiler;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.zarf.toolchain.CCompiler;
import org.zarf.toolchain.CSources;
import org.zarf.toolchain.ToolchainException;

/** A program in C that TeaVM made, with the runtime that it needs. */
final class CProgram {

  private static final List<String> SOURCES = List.of("all.c", "zarf_java.c");

  /** The flags of every guest in Java. */
  static final List<String> FLAGS =
      List.of(
          "-D__PSP__",
          "-DTEAVM_CUSTOM_LOG=1",
          "-std=gnu17",
          "-w",
          // Java's arithmetic wraps, and its objects change their types between C's structures.
          "-fwrapv",
          "-fno-strict-aliasing",
          "-O2",
          // 16 MiB: about as deep as recursion goes on the JVM. What is not touched costs nothing.
          "-Wl,--defsym=__stack_size=0x1000000",
          "-iquote",
          ".",
          "-idirafter",
          ".");

  /** What was compiled in this process, by the digest of its sources: the same for each guest. */
  private static final Map<String, SoftReference<byte[]>> COMPILED = new ConcurrentHashMap<>();

  private final Translation translation;

  private CProgram(Translation translation) {
    this.translation = translation;
  }

  static CProgram of(Translation translation) {
    return new CProgram(translation);
  }

  /** The ELF file, with the names of methods. */
  byte[] compile() throws GuestCompilationException, IOException {
    Map<String, byte[]> sources = RuntimeSources.of(translation);
    String digest = digest(sources);
    SoftReference<byte[]> known = COMPILED.get(digest);
    byte[] elf = known == null ? null : known.get();
    if (elf == null) {
      elf = compile(sources);
      COMPILED.put(digest, new SoftReference<>(elf));
    }
    return JavaSymbols.named(elf, translation.functions());
  }

  /** SHA-256 of all names and texts, each after its length. */
  private static String digest(Map<String, byte[]> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> source : sources.entrySet()) {
        for (byte[] part :
            List.of(source.getKey().getBytes(StandardCharsets.UTF_8), source.getValue())) {
          digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
          digest.update(part);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static byte[] compile(Map<String, byte[]> sources)
      throws GuestCompilationException, IOException {
    Path folder = Files.createTempDirectory("zarf-java");
    try {
      for (Map.Entry<String, byte[]> source : sources.entrySet()) {
        Path file = folder.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, source.getValue());
      }
      return compile(folder);
    } finally {
      remove(folder);
    }
  }

  private static byte[] compile(Path folder) throws GuestCompilationException {
    List<Path> files = SOURCES.stream().map(folder::resolve).toList();
    try {
      return CCompiler.compile(CSources.of(files).withFlags(FLAGS), JavaKit.await()).elf();
    } catch (ToolchainException e) {
      throw new GuestCompilationException((e.getMessage() + "\n" + e.diagnostics()).strip(), e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
