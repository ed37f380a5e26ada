package org.zarf.gallery.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.zarf.gallery.Gallery;
import org.zarf.guest.Codec;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Proves what an audit of a ledger finds: [LEDGER.csv]. */
public final class Audit {
  private Audit() {}

  static void main(String[] args) throws Exception {
    Path folder = Gallery.folder("audit");
    Path ledger = args.length > 0 ? Path.of(args[0]) : folder.resolve("january.csv");
    byte[] rules = Files.readAllBytes(folder.resolve("rules.txt"));
    var question = new Auditor.Question(rules, Files.readAllBytes(ledger), Gallery.salt());
    var input = Input.of(Codec.of(Auditor.Question.class).encode(question));
    var program = Program.load(folder.resolve("audit.elf"));
    var run = Prover.create().withSuccessOnly().withPrint(System.err).proveRun(program, input);
    var answer = Codec.of(Auditor.Answer.class).decode(run.receipt().verify(program.id()).bytes());
    System.out.println("rules    " + HexFormat.of().formatHex(answer.rules()));
    System.out.println("ledger   " + HexFormat.of().formatHex(answer.ledger()));
    System.out.println("findings " + answer.findings());
    Gallery.report(run);
  }
}
