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
    var question = Question.ofSamples(Gallery.folder("digits"), Gallery.number(args, 0, 2));
    var proved = Prover.create().withSuccessOnly().proveRun(program, question.input());
    var answer = Answer.of(proved.receipt().verify(program.id()));
    System.out.println("network " + HexFormat.of().formatHex(answer.network()));
    for (var seen : answer.images()) {
      System.out.println(seen.digit() + " in    " + HexFormat.of().formatHex(seen.commitment()));
    }
    Gallery.report(proved);
    if (args.length > 1) {
      Files.writeString(Path.of(args[1]), Picture.of(question, proved, program.id()));
    }
  }
}
