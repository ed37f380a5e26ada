package org.zarf.verifier;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** A key for each parameter set: the keys of all programs share what it knows of the machine. */
  private static final Map<Parameters, VerifyingKey> KEYS = new HashMap<>();

  /** The root may not be null. */
  public ProgramCommitment {
    Objects.requireNonNull(root, "root");
  }

  /** The commitment as part of a verifying key. */
  public FixedCommitment fixed() {
    return new FixedCommitment(
        Machine.PROGRAM_GROUP, root, List.of(programLogHeight, imageLogHeight));
  }

  /** The verifying key of the program under some parameters. */
  VerifyingKey key(Parameters parameters, FixedCommitment machine) {
    List<FixedCommitment> commitments = List.of(fixed(), machine);
    synchronized (KEYS) {
      return KEYS.computeIfAbsent(
              parameters, p -> VerifyingKey.of(Machine.circuit(), p, HashSuite.BLAKE3, commitments))
          .withFixed(commitments);
    }
  }

  /**
   * The id of the program under some parameters.
   *
   * @param machine the commitment to the machine's own tables under these parameters
   */
  public ProgramId id(Parameters parameters, FixedCommitment machine) {
    var transcript = new Transcript(HashSuite.BLAKE3);
    transcript.absorb("format", FORMAT.getBytes(StandardCharsets.UTF_8));
    transcript.absorb("key", key(parameters, machine).digest());
    transcript.absorbInts("entry", List.of((int) entry, (int) (entry >>> 32)));
    return new ProgramId(Digest.of(transcript.state()));
  }
}
