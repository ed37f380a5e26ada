package org.zarf.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.zarf.compiler.GuestCompilationException;

/**
 * The goal {@code zarf:compile}: compiles a guest to an ELF file after the project's classes are
 * compiled.
 */
public final class CompileMojo extends AbstractMojo {

  private String mainClass = "";
  private File output = new File("");
  private List<String> classPath = List.of();
  private File buildFolder = new File("");

  /** The goal, to be configured by Maven. */
  public CompileMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    var build =
        new GuestBuild(
            mainClass,
            classPath.stream().map(Path::of).toList(),
            output.toPath(),
            buildFolder.toPath().resolve("zarf").resolve(output.getName() + ".inputs"));
    try {
      long start = System.nanoTime();
      if (build.run()) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        getLog().info("Compiled " + mainClass + " to " + output + " in " + millis + " ms");
      } else {
        getLog().info(mainClass + " is unchanged: " + output + " is up to date");
      }
    } catch (GuestCompilationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read the classes, or write " + output, e);
    }
  }
}
