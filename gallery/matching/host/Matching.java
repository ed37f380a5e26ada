package org.zarf.gallery.matching;

import java.util.Arrays;
import java.util.HexFormat;
import org.zarf.gallery.Gallery;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Proves a stable matching of private lists: [c|java [RESIDENTS [HOSPITALS]]]. */
public final class Matching {
  private Matching() {}

  static void main(String[] args) throws Exception {
    String elf = Sample.guest(args.length > 0 ? args[0] : "c");
    var program = Program.load(Gallery.folder("matching").resolve(elf));
    var question = Sample.of(Gallery.number(args, 1, 24), Gallery.number(args, 2, 6));
    var input = Input.of(Codec.of(StableMatching.Question.class).encode(question));
    var proved = Prover.create().withSuccessOnly().withPrint(System.err).proveRun(program, input);
    byte[] journal = proved.receipt().verify(program.id()).bytes();
    var answer = Codec.of(StableMatching.Answer.class).decode(journal);
    System.out.println("matching   " + Arrays.toString(answer.hospitalOf()));
    byte[] mine = question.residents().get(7).commitment(Role.RESIDENT, 7);
    System.out.println("resident 7 " + HexFormat.of().formatHex(mine));
    System.out.println("list used  " + Arrays.equals(mine, answer.residents().get(7)));
    Gallery.report(proved);
  }
}
