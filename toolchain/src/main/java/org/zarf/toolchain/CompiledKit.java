package org.zarf.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The guest kit, compiled once for guests that share their flags. Such guests are the same to the
 * byte as those that are compiled with the kit at once. Immutable.
 */
public final class CompiledKit {

  private final List<String> flags;
  private final Map<String, byte[]> objects;

  private CompiledKit(List<String> flags, Map<String, byte[]> objects) {
    this.flags = flags;
    this.objects = objects;
  }

  /**
   * Compiles the kit.
   *
   * @param flags of {@code riscv64-unknown-elf-gcc}, those of the guests
   * @throws ToolchainException if the compiler or its C library is missing, or rejects the flags
   */
  public static CompiledKit with(List<String> flags) throws ToolchainException {
    try (var out = TemporaryFolder.create("zarf-objects");
        GuestKit kit = GuestKit.unpack()) {
      var command = new ArrayList<String>(CCompiler.options(kit, out.path(), flags));
      command.add("-c");
      kit.sources().forEach(s -> command.add(s.toString()));
      CCompiler.run(command, out.path());
      var objects = new LinkedHashMap<String, byte[]>();
      for (Path source : kit.sources()) {
        String name = source.getFileName().toString().replaceFirst("\\.[^.]*$", ".o");
        objects.put(name, Files.readAllBytes(out.path().resolve(name)));
      }
      return new CompiledKit(List.copyOf(flags), objects);
    } catch (IOException e) {
      throw new ToolchainException("cannot compile: " + e);
    }
  }

  /** The flags that it is compiled with. */
  List<String> flags() {
    return flags;
  }

  /** Writes its objects to a folder; returns them in the order in which they are linked. */
  List<Path> unpack(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (Map.Entry<String, byte[]> object : objects.entrySet()) {
      files.add(Files.write(folder.resolve(object.getKey()), object.getValue()));
    }
    return files;
  }
}
