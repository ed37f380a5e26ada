package org.zarf.conformance.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path inside the checkout
 */
record MarkdownFile(Path path, String text) {

  private static final String FENCE = "```";

  /** The target of a link that is not an address on the web. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  /**
   * A fenced block.
   *
   * @param line where it starts, from 1 on
   * @param info what follows the fence: the kind, and what else the kind allows
   */
  record Block(int line, List<String> info, String text) {

    String kind() {
      return info.getFirst();
    }
  }

  /** All pages of a checkout. */
  static List<MarkdownFile> all(Path root) {
    try (var top = Files.list(root);
        var docs = Files.walk(root.resolve("docs"));
        var gallery = Files.walk(root.resolve("gallery"))) {
      return Stream.of(top, docs, gallery)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(file -> read(root, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MarkdownFile read(Path root, Path file) {
    try {
      return new MarkdownFile(root.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fenced blocks, in order. */
  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    List<String> lines = text.lines().toList();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(FENCE)) {
        continue;
      }
      if (start < 0) {
        start = i;
      } else {
        String info = lines.get(start).substring(FENCE.length()).strip();
        String content = String.join("\n", lines.subList(start + 1, i)) + "\n";
        blocks.add(new Block(start + 1, List.of(info.split("\\s+")), content));
        start = -1;
      }
    }
    if (start >= 0) {
      throw new IllegalArgumentException(path + ":" + (start + 1) + ": the block does not end");
    }
    return List.copyOf(blocks);
  }

  /** What the page links to inside the checkout. */
  List<String> links() {
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }
}
