package org.zarf.gallery.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.zarf.gallery.Gallery;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Proves that a text is a private one, but for what public patterns match: [DOCUMENT]. */
public final class Document {
  private Document() {}

  static void main(String[] args) throws Exception {
    var folder = Gallery.folder("document");
    var program = Program.load(folder.resolve("document.elf"));
    var text = Files.readString(args.length > 0 ? Path.of(args[0]) : folder.resolve("letter.txt"));
    var patterns = Files.readAllLines(folder.resolve("patterns.txt"));
    var question = new Question(SecureRandom.getSeed(32), text, patterns);
    var input = Input.of(Codec.of(Question.class).encode(question));
    var proved = Prover.create().withSuccessOnly().withPrint(System.err).proveRun(program, input);
    var answer = Codec.of(Answer.class).decode(proved.receipt().verify(program.id()).bytes());
    System.out.printf("commitment %s%n%n", HexFormat.of().formatHex(answer.commitment()));
    System.out.println(answer.redacted());
    Gallery.report(proved);
  }
}
