package org.zarf.stark;

import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;
import org.zarf.hash.MerkleOpening;

/** The one encoding of a proof: parts in the order of the record, lists after their counts. */
public final class ProofCodec {

  private static final int EXT_BYTES = Ext.DEGREE * Integer.BYTES;

  private ProofCodec() {}

  /** Appends a proof. */
  public static void write(Proof proof, ProofWriter out) {
    Strength strength = proof.strength();
    out.i32(strength.queries());
    out.u8(strength.lookupGrinding());
    out.u8(strength.batchingGrinding());
    out.u8(strength.queryGrinding());
    out.list(
        proof.instances(),
        instance -> {
          out.u8(instance.slot());
          out.u8(instance.logHeight());
        });
    out.digest(proof.main());
    out.digest(proof.bus());
    out.list(proof.sums(), out::ext);
    out.digest(proof.quotient());
    out.list(
        proof.openings(),
        openings -> {
          out.list(openings.fixed(), out::ext);
          out.list(openings.main(), out::ext);
          out.list(openings.bus(), out::ext);
          out.list(openings.quotient(), out::ext);
          out.list(openings.mainNext(), out::ext);
          out.list(openings.busNext(), out::ext);
        });
    out.list(proof.layers(), out::digest);
    out.list(proof.finalPolynomial(), out::ext);
    out.i64(proof.nonces().lookup());
    out.i64(proof.nonces().batching());
    out.i64(proof.nonces().query());
    out.list(
        proof.trees(),
        tree -> {
          out.list(tree.rows(), out::rows);
          out.list(tree.salts(), out::digest);
          out.list(tree.nodes(), out::digest);
        });
  }

  /**
   * Reads a proof.
   *
   * @throws ProofRejectedException if the bytes are not the encoding of any
   */
  public static Proof read(ProofReader in) throws ProofRejectedException {
    return new Proof(
        new Strength(in.i32(), in.u8(), in.u8(), in.u8()),
        in.list(2, () -> new Instance(in.u8(), in.u8())),
        in.digest(),
        in.digest(),
        in.list(EXT_BYTES, in::ext),
        in.digest(),
        in.list(6 * Integer.BYTES, () -> openings(in)),
        in.list(Digest.BYTES, in::digest),
        in.list(EXT_BYTES, in::ext),
        new Nonces(in.i64(), in.i64(), in.i64()),
        in.list(3 * Integer.BYTES, () -> tree(in)));
  }

  private static InstanceOpenings openings(ProofReader in) throws ProofRejectedException {
    return new InstanceOpenings(
        in.list(EXT_BYTES, in::ext),
        in.list(EXT_BYTES, in::ext),
        in.list(EXT_BYTES, in::ext),
        in.list(EXT_BYTES, in::ext),
        in.list(EXT_BYTES, in::ext),
        in.list(EXT_BYTES, in::ext));
  }

  private static MerkleOpening tree(ProofReader in) throws ProofRejectedException {
    return new MerkleOpening(
        in.list(3 * Integer.BYTES, in::rows),
        in.list(Digest.BYTES, in::digest),
        in.list(Digest.BYTES, in::digest));
  }
}
