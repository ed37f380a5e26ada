package org.zarf.gallery.digits;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.zarf.gallery.Gallery;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Proves what a network sees in the first images: [COUNT [PICTURE.svg]]. */
public final class Digits {
  private Digits() {}

  static void main(String[] args) throws Exception {
    var program = Program.load(Gallery.folder("digits").resolve("digits.elf"));
    var question =
        Question.ofSamples(
            Gallery.folder("digits"), args.length > 0 ? Integer.parseInt(args[0]) : 2);
    var proved = Prover.create().proveRun(program, question.input());
    var answer = Answer.of(proved.receipt().verify(program.id()));
    System.out.println("network " + HexFormat.of().formatHex(answer.network()));
    for (var seen : answer.images()) {
      System.out.println(seen.digit() + " in    " + HexFormat.of().formatHex(seen.commitment()));
    }
    System.out.printf(
        "proved %,d cycles in %.1f s, verified in %d ms%n",
        proved.run().cycles(), proved.proveNanos() / 1e9, proved.verifyNanos() / 1_000_000);
    if (args.length > 1) {
      Files.writeString(Path.of(args[1]), Picture.of(question, proved, program.id()));
    }
  }
}
