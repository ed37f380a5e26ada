package org.zarf.toolchain;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What cargo tells in JSON.
 *
 * @param root the folder of the workspace
 * @param dependencies those of the workspace's packages
 */
record CargoMetadata(Path root, List<Dependency> dependencies) {

  /**
   * A dependency as a manifest states it.
   *
   * @param name the crate
   * @param isFromRegistry whether it comes from a registry, not from a folder or from git
   */
  record Dependency(String name, boolean isFromRegistry) {}

  /** Reads the output of {@code cargo metadata --no-deps}. */
  static CargoMetadata parse(String json) {
    JsonObject metadata = JsonParser.parseString(json).getAsJsonObject();
    var dependencies = new ArrayList<Dependency>();
    for (JsonElement member : metadata.getAsJsonArray("packages")) {
      for (JsonElement element : member.getAsJsonObject().getAsJsonArray("dependencies")) {
        JsonObject dependency = element.getAsJsonObject();
        JsonElement source = dependency.get("source");
        boolean isFromRegistry =
            !source.isJsonNull() && source.getAsString().matches("(registry|sparse)\\+.*");
        dependencies.add(new Dependency(dependency.get("name").getAsString(), isFromRegistry));
      }
    }
    return new CargoMetadata(
        Path.of(metadata.get("workspace_root").getAsString()), List.copyOf(dependencies));
  }

  /** The programs that {@code cargo build --message-format=json} made. */
  static List<Path> programs(String messages) {
    return messages
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonParser.parseString(line).getAsJsonObject().get("executable"))
        .filter(program -> program != null && !program.isJsonNull())
        .map(program -> Path.of(program.getAsString()))
        .toList();
  }

  boolean uses(String crate) {
    return dependencies.stream().anyMatch(d -> d.name().equals(crate));
  }

  boolean usesFromRegistry(String crate) {
    return dependencies.contains(new Dependency(crate, true));
  }
}
