package org.zarf.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.zarf.prover.ProverOptions;
import org.zarf.prover.Randomness;
import org.zarf.riscv.GuestProgram;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Proof;
import org.zarf.verifier.ReceiptCodec;

/** A program for {@link LaunchTest}: proves and verifies a run with fixed randomness. */
final class ProveOnce {

  private ProveOnce() {}

  /**
   * Prints the module of the prover, the kernels it has found, and for each number of threads the
   * digest of the receipt.
   *
   * @param arguments a program, its input, and the numbers of threads
   */
  public static void main(String[] arguments) throws Exception {
    GuestProgram program = GuestProgram.load(Files.readAllBytes(Path.of(arguments[0])));
    byte[] input = Files.readAllBytes(Path.of(arguments[1]));
    System.out.println(ProverOptions.class.getModule());
    System.out.println(ProverOptions.defaults().kernels().name());
    var forge = new Forge(program, InsecureParameters.of(true, 3, 0));
    Forge.Attempt run = forge.honest(input);
    for (String threads : List.of(arguments).subList(2, arguments.length)) {
      Proof proof =
          forge.prove(
              run,
              ProverOptions.defaults()
                  .withThreads(Integer.parseInt(threads))
                  .withRandomness(Randomness.unsafeOf(new byte[32])));
      forge.verify(run, proof);
      byte[] receipt = ReceiptCodec.encode(forge.receipt(run, proof));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(receipt);
      System.out.println(HexFormat.of().formatHex(digest));
    }
  }
}
