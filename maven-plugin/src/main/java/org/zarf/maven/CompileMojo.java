package org.zarf.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.zarf.compiler.GuestCompilationException;
import org.zarf.toolchain.ToolchainException;

/**
 * The goal {@code zarf:compile}: compiles a guest to an ELF file after the project's classes are
 * compiled.
 */
public final class CompileMojo extends AbstractMojo {

  private @Nullable String mainClass;
  private @Nullable List<File> sources;
  private @Nullable File crate;
  private File output = new File("");
  private List<String> classPath = List.of();
  private File buildFolder = new File("");

  /** The goal, to be configured by Maven. */
  public CompileMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    GuestSource source = source();
    Path inputs = buildFolder.toPath().resolve("zarf").resolve(output.getName() + ".inputs");
    try {
      long start = System.nanoTime();
      Optional<String> said = new GuestBuild(source, output.toPath(), inputs).run();
      if (said.isPresent()) {
        said.get().lines().forEach(getLog()::warn);
        long millis = (System.nanoTime() - start) / 1_000_000;
        getLog().info("Compiled " + source.name() + " to " + output + " in " + millis + " ms");
      } else {
        getLog().info(source.name() + " is unchanged: " + output + " is up to date");
      }
    } catch (GuestCompilationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (ToolchainException e) {
      throw new MojoFailureException(e.getMessage() + "\n" + e.diagnostics(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read " + source.name() + " or write " + output, e);
    }
  }

  private GuestSource source() throws MojoExecutionException {
    var found = new ArrayList<GuestSource>();
    if (mainClass != null) {
      found.add(new GuestSource.Java(mainClass, classPath.stream().map(Path::of).toList()));
    }
    if (sources != null && !sources.isEmpty()) {
      found.add(new GuestSource.C(sources.stream().map(File::toPath).toList()));
    }
    if (crate != null) {
      found.add(new GuestSource.Rust(crate.toPath()));
    }
    if (found.size() != 1) {
      throw new MojoExecutionException(
          "configure one of mainClass (Java and Kotlin), sources (C and C++) and crate (Rust)");
    }
    return found.getFirst();
  }
}
