package org.zarf.compiler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What TeaVM made of a program.
 *
 * @param sources the C sources and headers by file name
 * @param functions the Java names of C functions
 * @param problems what it cannot translate, each with where that is called from; empty if all went
 *     well
 */
public record Translation(
    Map<String, byte[]> sources, Map<String, String> functions, List<String> problems) {

  /** Copies what it is given. */
  public Translation {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    problems = List.copyOf(problems);
  }
}
