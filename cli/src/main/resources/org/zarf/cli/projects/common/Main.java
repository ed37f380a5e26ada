package app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.zarf.guest.Codec;
import org.zarf.riscv.BadProgramException;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;
import org.zarf.sdk.Prover;
import org.zarf.sdk.RunFailedException;
import org.zarf.sdk.TooLargeException;
import org.zarf.stark.ProofRejectedException;
import org.zarf.verifier.Receipt;

/** The host: proves runs of the guest, and verifies them. */
public final class Main {

  private Main() {}

  /** The compiled guest. Prover and verifier must have the same: its id says so. */
  static Program program() throws IOException, BadProgramException {
    try (InputStream elf = Main.class.getResourceAsStream("/guest.elf")) {
      return Program.of(Objects.requireNonNull(elf, "no guest.elf: run mvn verify").readAllBytes());
    }
  }

  /** What the prover does: the receipt can be given to anyone. */
  static Receipt prove(Program program, Person person)
      throws RunFailedException, TooLargeException {
    return Prover.create().prove(program, Input.of(Codec.of(Person.class).encode(person)));
  }

  /** What a verifier does, who knows the program and gets the receipt. */
  static Answer verify(Program program, Receipt receipt) throws ProofRejectedException {
    return Codec.of(Answer.class).decode(receipt.verify(program.id()).bytes());
  }

  public static void main(String[] args) throws Exception {
    Program program = program();
    Receipt receipt = prove(program, new Person("Ada", 1990));
    System.out.println("program  " + program.id());
    System.out.println("proved   " + verify(program, receipt));
  }
}
