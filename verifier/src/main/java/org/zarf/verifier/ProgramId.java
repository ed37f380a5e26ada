package org.zarf.verifier;

import java.util.Objects;
import org.zarf.hash.Digest;

/**
 * The name of a program: a digest of its instructions, image and entry, of the machine that runs it
 * and of the parameters that prove it. Another program, machine or parameter set has another one.
 */
public record ProgramId(Digest digest) {

  /** The digest may not be null. */
  public ProgramId {
    Objects.requireNonNull(digest, "digest");
  }

  /**
   * Reads the 64 hexadecimal digits that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static ProgramId parse(String text) {
    if (!text.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("a program id has 64 hexadecimal digits");
    }
    return new ProgramId(Digest.parse(text));
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}
