package org.zarf.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofCodec;
import org.zarf.stark.ProofReader;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.ProofWriter;

/**
 * The one encoding of a receipt: "ZARF", kind, version, parameter set, exit code, program, journal,
 * proof. Numbers are little-endian, lists follow their counts.
 */
public final class ReceiptCodec {

  /** How a receipt begins. */
  private static final byte[] MAGIC = "ZARF".getBytes(StandardCharsets.US_ASCII);

  /** A receipt that holds the proofs of its segments themselves. */
  private static final int COMPOSITE = 1;

  private static final int VERSION = 2;

  private ReceiptCodec() {}

  /** Whether a file that begins so claims to be a receipt. */
  public static boolean isReceipt(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(MAGIC, 0, MAGIC.length, head, 0, MAGIC.length);
  }

  /** Encodes a receipt. */
  public static byte[] encode(Receipt receipt) {
    var out = new ProofWriter();
    for (byte b : MAGIC) {
      out.u8(b);
    }
    out.u8(COMPOSITE);
    out.u8(VERSION);
    out.text(receipt.parameters());
    out.i32(receipt.exitCode());
    ProgramCommitment program = receipt.program();
    out.i64(program.entry());
    out.digest(program.root());
    out.u8(program.programLogHeight());
    out.u8(program.imageLogHeight());
    out.bytes(receipt.journal().bytes());
    ProofCodec.write(receipt.proof(), out);
    return out.toBytes();
  }

  /**
   * Decodes a receipt.
   *
   * @throws ProofRejectedException if the bytes are not the encoding of any
   */
  public static Receipt decode(byte[] bytes) throws ProofRejectedException {
    var in = new ProofReader(bytes);
    for (byte b : MAGIC) {
      if (in.u8() != b) {
        throw ProofReader.rejected("it does not begin like one");
      }
    }
    int kind = in.u8();
    int version = in.u8();
    if (version != VERSION) {
      throw ProofReader.rejected("format version " + version + " where " + VERSION + " is known");
    }
    if (kind != COMPOSITE) {
      throw ProofReader.rejected("unknown kind " + kind);
    }
    String parameters = in.text();
    int exitCode = in.i32();
    var program = new ProgramCommitment(in.i64(), in.digest(), in.u8(), in.u8());
    Journal journal = Journal.of(in.bytes());
    Proof proof = ProofCodec.read(in);
    in.end();
    return new Receipt(parameters, program, journal, exitCode, proof);
  }
}
