package org.zarf.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zarf.hash.HashSuite;
import org.zarf.hash.MerkleOpening;
import org.zarf.machine.Machine;
import org.zarf.machine.PublicTerms;
import org.zarf.stark.InstanceLayout;
import org.zarf.stark.InstanceOpenings;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofCodec;
import org.zarf.stark.ProofLayout;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.ProofWriter;
import org.zarf.stark.SecurityLevel;
import org.zarf.stark.Statement;
import org.zarf.stark.VerifyingKey;
import org.zarf.verifier.MachineKeys;
import org.zarf.verifier.ProgramId;
import org.zarf.verifier.Receipt;

/**
 * What can be read off a receipt whose proof has been checked.
 *
 * @param receipt the receipt
 * @param id the program that it is about
 * @param parameters its parameter set
 * @param layout the shape of its proof
 * @param level how sound its proof is, round by round
 * @param bytes the size of its encoding
 */
record ReceiptFacts(
    Receipt receipt,
    ProgramId id,
    Parameters parameters,
    ProofLayout layout,
    SecurityLevel level,
    int bytes) {

  /**
   * Reads a receipt that {@link Receipt#verify} has accepted.
   *
   * @throws ProofRejectedException if its parameter set is unknown
   */
  static ReceiptFacts of(Receipt receipt, int bytes) throws ProofRejectedException {
    ProgramId id = receipt.programId();
    MachineKeys.MachineKey machine = MachineKeys.named(receipt.parameters()).orElseThrow();
    var key =
        VerifyingKey.of(
            Machine.circuit(),
            machine.parameters(),
            HashSuite.BLAKE3,
            List.of(receipt.program().fixed(), machine.machine()));
    long exitCode = Integer.toUnsignedLong(receipt.exitCode());
    var statement =
        Statement.of(
            PublicTerms.of(receipt.program().entry(), exitCode, receipt.journal().bytes()));
    Proof proof = receipt.proof();
    return new ReceiptFacts(
        receipt,
        id,
        machine.parameters(),
        ProofLayout.of(key, proof.instances()),
        SecurityLevel.of(key, proof.instances(), statement, proof.strength()),
        bytes);
  }

  /** All cells of the main and bus columns. */
  long cells() {
    return layout.instances().stream()
        .mapToLong(i -> (long) i.instance().height() * (i.mainWidth() + i.busWidth()))
        .sum();
  }

  /** The bytes of each part of the proof, which with "statement and counts" are all there are. */
  Map<String, Integer> parts() {
    Proof proof = receipt.proof();
    Proof empty = with(List.of(), List.of());
    int rest = encoded(empty);
    var parts = new LinkedHashMap<String, Integer>();
    parts.put("values outside the domain", encoded(with(proof.openings(), List.of())) - rest);
    List<ProofLayout.Tree> trees = layout.trees();
    for (int i = 0; i < trees.size(); i++) {
      MerkleOpening tree = proof.trees().get(i);
      parts.put("tree " + trees.get(i).name(), encoded(with(List.of(), List.of(tree))) - rest);
    }
    int counted = parts.values().stream().mapToInt(x -> x).sum();
    parts.put("statement, roots, counts", bytes - counted);
    return parts;
  }

  private Proof with(List<InstanceOpenings> openings, List<MerkleOpening> trees) {
    Proof proof = receipt.proof();
    return new Proof(
        proof.strength(),
        proof.instances(),
        proof.main(),
        proof.bus(),
        proof.sums(),
        proof.quotient(),
        openings,
        proof.layers(),
        proof.finalPolynomial(),
        proof.nonces(),
        trees);
  }

  private static int encoded(Proof proof) {
    var out = new ProofWriter();
    ProofCodec.write(proof, out);
    return out.toBytes().length;
  }

  /** The keys that describe the receipt, for programs. */
  void addTo(JsonObject object) {
    object.addProperty("program_id", id.toString());
    object.addProperty("exit_code", Integer.toUnsignedLong(receipt.exitCode()));
    object.addProperty("security_bits", level.total());
    object.addProperty("hiding", parameters.hiding());
    object.addProperty("receipt_bytes", bytes);
    var tables = new JsonArray();
    for (InstanceLayout instance : layout.instances()) {
      var table = new JsonObject();
      table.addProperty("name", instance.table().name());
      table.addProperty("height", instance.instance().height());
      table.addProperty("columns", instance.mainWidth());
      table.addProperty("interactions", instance.table().interactions().size());
      tables.add(table);
    }
    object.add("tables", tables);
  }
}
