package org.zarf.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Folders and jars with class files. */
final class ClassPath implements Resources, AutoCloseable {

  private final List<Resources> entries = new ArrayList<>();
  private final List<ZipFile> jars = new ArrayList<>();

  /** Opens the entries that exist. */
  ClassPath(List<Path> paths) throws IOException {
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        entries.add(name -> inFolder(path, name));
      } else if (Files.isRegularFile(path)) {
        var jar = new ZipFile(path.toFile());
        jars.add(jar);
        entries.add(name -> inJar(jar, name));
      }
    }
  }

  @Override
  public byte @Nullable [] find(String name) {
    for (Resources entry : entries) {
      byte[] bytes = entry.find(name);
      if (bytes != null) {
        return bytes;
      }
    }
    return null;
  }

  private static byte @Nullable [] inFolder(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte @Nullable [] inJar(ZipFile jar, String name) {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (ZipFile jar : jars) {
      jar.close();
    }
  }
}
