package org.zarf.gallery.lambda;

import java.util.HexFormat;
import org.zarf.gallery.Gallery;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Proves what a private term reduces to: [TERM [FUEL]]. */
public final class Lambda {
  private Lambda() {}

  static void main(String[] args) throws Exception {
    String term = args.length > 0 ? args[0] : "(\\m n f. m (n f)) 6 7";
    int fuel = Gallery.number(args, 1, 1000);
    var question = new Reduction.Question(term, Gallery.salt(), fuel);
    var program = Program.load(Gallery.folder("lambda").resolve("lambda.elf"));
    var input = Input.of(Codec.of(Reduction.Question.class).encode(question));
    var proved = Prover.create().withSuccessOnly().withPrint(System.err).proveRun(program, input);
    byte[] journal = proved.receipt().verify(program.id()).bytes();
    var answer = Codec.of(Reduction.Answer.class).decode(journal);
    System.out.println("term    " + HexFormat.of().formatHex(answer.term()));
    System.out.println(answer.outcome() + ", fuel " + answer.fuel());
    Gallery.report(proved);
  }
}
