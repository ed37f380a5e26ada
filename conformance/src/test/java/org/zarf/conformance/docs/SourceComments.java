package org.zarf.conformance.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of classes as Markdown, read from their sources: class files keep none. */
final class SourceComments {

  private static final Pattern INLINE = Pattern.compile("\\{@(code|link|literal)\\s+([^}]*)\\}");

  private final Path root;

  /** Reads below the root of a checkout. */
  SourceComments(Path root) {
    this.root = root;
  }

  /**
   * A comment.
   *
   * @param description Markdown
   * @param parameters by name, in order; Markdown
   */
  record Comment(String description, Map<String, String> parameters) {}

  /** The comment of a class or record; empty if it has none. */
  Comment of(Class<?> type) {
    Pattern declaration =
        Pattern.compile("(class|record|interface) " + type.getSimpleName() + "\\b[^;{]*[({]");
    return before(source(type), declaration);
  }

  /** The comment of a constant. */
  Comment of(Class<?> type, String constant) {
    return before(source(type), Pattern.compile("\\b" + constant + " =\\s"));
  }

  private String source(Class<?> type) {
    Class<?> top = type;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    String file = "src/main/java/" + top.getName().replace('.', '/') + ".java";
    for (String module : List.of("machine", "air")) {
      Path path = root.resolve(module).resolve(file);
      if (Files.exists(path)) {
        try {
          return Files.readString(path);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalArgumentException("no source of " + type);
  }

  private static Comment before(String source, Pattern declaration) {
    Matcher found = declaration.matcher(source);
    if (!found.find()) {
      throw new IllegalArgumentException("not in the source: " + declaration);
    }
    int end = source.lastIndexOf("*/", found.start());
    int start = source.lastIndexOf("/**", found.start());
    // A comment belongs to what follows it without another declaration in between.
    boolean isOwn = end > start && source.substring(end, found.start()).matches("[^;{}]*");
    return isOwn ? parse(source.substring(start + 3, end)) : new Comment("", Map.of());
  }

  private static Comment parse(String comment) {
    String text = comment.lines().map(SourceComments::withoutStar).reduce("", SourceComments::join);
    String[] tags = text.split("(?m)^@");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < tags.length; i++) {
      String[] parts = tags[i].split("\\s+", 3);
      if (parts[0].equals("param")) {
        parameters.put(parts[1], markdown(parts[2]).replaceAll("\\s+", " "));
      }
    }
    return new Comment(markdown(tags[0]), parameters);
  }

  private static String join(String before, String line) {
    return before + "\n" + line;
  }

  private static String withoutStar(String line) {
    return line.strip().replaceFirst("^\\*\\s?", "");
  }

  private static String markdown(String javadoc) {
    String text = INLINE.matcher(javadoc).replaceAll(SourceComments::inline);
    return text.replace("<p>", "")
        .replaceAll("</?ul>\\n?", "")
        .replaceAll("\\s*<li>", "\n- ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .strip();
  }

  /** A link to a member shows the member; one to a class, the class. */
  private static String inline(MatchResult tag) {
    String text = tag.group(2).strip().replaceAll("\\s+", " ");
    String shown = tag.group(1).equals("link") ? text.substring(text.indexOf('#') + 1) : text;
    return Matcher.quoteReplacement("`" + shown + "`");
  }
}
