package org.zarf.gallery.matching;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.zarf.gallery.Gallery;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Proves a stable matching of private lists, by the guest in C or the one in Java: [java]. */
public final class Matching {
  private Matching() {}

  static void main(String[] args) throws Exception {
    String elf = args.length > 0 && args[0].equals("java") ? "StableMatching.elf" : "matching.elf";
    var program = Program.load(Gallery.folder("matching").resolve(elf));
    var question = Sample.of(24, 6, new SplittableRandom(1962));
    var input = Input.of(Codec.of(StableMatching.Question.class).encode(question));
    var proved = Prover.create().proveRun(program, input);
    byte[] journal = proved.receipt().verify(program.id()).bytes();
    var answer = Codec.of(StableMatching.Answer.class).decode(journal);
    System.out.println("matching   " + Arrays.toString(answer.hospitalOf()));
    byte[] mine = question.residents().get(7).commitment(Role.RESIDENT, 7);
    System.out.println("resident 7 " + HexFormat.of().formatHex(mine));
    System.out.println("list used  " + Arrays.equals(mine, answer.residents().get(7)));
    System.out.printf("proved     %,d cycles%n", proved.run().cycles());
  }
}
