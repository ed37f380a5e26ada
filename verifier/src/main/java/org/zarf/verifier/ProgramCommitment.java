package org.zarf.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;
import org.zarf.machine.Machine;
import org.zarf.stark.FixedCommitment;
import org.zarf.stark.Parameters;
import org.zarf.stark.Transcript;
import org.zarf.stark.VerifyingKey;

/**
 * What a program id is the digest of: everything that a verifier needs to know of a program.
 *
 * @param entry the address of the first instruction
 * @param root the commitment to instructions and image
 * @param programLogHeight the logarithm of the height of the table of instructions
 * @param imageLogHeight the logarithm of the height of the table of the image
 */
public record ProgramCommitment(long entry, Digest root, int programLogHeight, int imageLogHeight) {

  private static final String FORMAT = "zarf-program-1";

  /** The commitment as part of a verifying key. */
  public FixedCommitment fixed() {
    return new FixedCommitment(
        Machine.PROGRAM_GROUP, root, List.of(programLogHeight, imageLogHeight));
  }

  /**
   * The id of the program under some parameters.
   *
   * @param machine the commitment to the machine's own tables under these parameters
   */
  public ProgramId id(Parameters parameters, FixedCommitment machine) {
    VerifyingKey key =
        VerifyingKey.of(Machine.circuit(), parameters, HashSuite.BLAKE3, List.of(fixed(), machine));
    var transcript = new Transcript(HashSuite.BLAKE3);
    transcript.absorb("format", FORMAT.getBytes(StandardCharsets.UTF_8));
    transcript.absorb("key", key.digest());
    transcript.absorbInts("entry", List.of((int) entry, (int) (entry >>> 32)));
    return new ProgramId(Digest.of(transcript.state()));
  }
}
