package org.zarf.gallery.digits;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.verifier.ReceiptCodec;

/** Proves what a network sees in the first samples: FOLDER of the entry, COUNT of images, OUT. */
public final class Digits {
  private Digits() {}

  static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var program = Program.load(folder.resolve("digits.elf"));
    var question = Question.ofSamples(folder, Integer.parseInt(args[1]));
    var proved = Prover.create().proveRun(program, question.input());
    var answer = Answer.of(proved.receipt().verify(program.id()));
    System.out.println("network " + HexFormat.of().formatHex(answer.network()));
    for (var seen : answer.images()) {
      System.out.println(seen.digit() + " in   " + HexFormat.of().formatHex(seen.commitment()));
    }
    long cycles = proved.run().cycles();
    System.out.printf("proved %,d cycles in %.1f s%n", cycles, proved.proveNanos() / 1e9);
    Files.write(Path.of(args[2] + ".receipt"), ReceiptCodec.encode(proved.receipt()));
    Files.writeString(Path.of(args[2] + ".svg"), Picture.of(question, proved, program.id()));
  }
}
