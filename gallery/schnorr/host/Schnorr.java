package org.zarf.gallery.schnorr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.zarf.gallery.Gallery;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;

/** Signs a message with a fresh key and proves that, without key and signature: [MESSAGE]. */
public final class Schnorr {
  private Schnorr() {}

  static void main(String[] args) throws Exception {
    var message = args.length > 0 ? args[0] : "The witness agrees.";
    var signed = Signed.byFreshKey(message.getBytes(UTF_8));
    var program = Program.load(Gallery.folder("schnorr").resolve("schnorr.elf"));
    var proved =
        Prover.create().withSuccessOnly().withPrint(System.err).proveRun(program, signed.input());
    var statement = Statement.of(proved.receipt().verify(program.id()));
    System.out.println("signed  " + new String(statement.message(), UTF_8));
    System.out.println("by      " + HexFormat.of().formatHex(statement.commitment()));
    System.out.printf(
        "proved %.1f million cycles in %.1f s, verified in %d ms%n",
        proved.run().cycles() / 1e6, proved.proveNanos() / 1e9, proved.verifyNanos() / 1_000_000);
  }
}
