package org.zarf.stark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zarf.air.PublicMessage;
import org.zarf.algebra.Ext;
import org.zarf.hash.Digest;

/**
 * The messages and challenges of one proof, in the only order in which they may come. Prover and
 * verifier call the same methods, so that neither can absorb something the other does not.
 */
public final class ProofTranscript {

  private final Transcript transcript;

  private ProofTranscript(Transcript transcript) {
    this.transcript = transcript;
  }

  /** Begins with everything that is known before the first commitment. */
  public static ProofTranscript begin(
      VerifyingKey key, Strength strength, List<Instance> instances, Statement statement) {
    var transcript = new Transcript(key.hash());
    transcript.absorb("protocol", VerifyingKey.PROTOCOL.getBytes(StandardCharsets.UTF_8));
    transcript.absorb("key", key.digest());
    transcript.absorbInts(
        "strength",
        List.of(
            strength.queries(),
            strength.lookupGrinding(),
            strength.batchingGrinding(),
            strength.queryGrinding()));
    var list = new ArrayList<Integer>();
    for (Instance instance : instances) {
      list.add(instance.slot());
      list.add(instance.logHeight());
    }
    transcript.absorbInts("instances", list);
    var messages = new ArrayList<Integer>();
    for (PublicMessage message : statement.messages()) {
      messages.add(message.bus().id());
      messages.add(message.times());
      messages.add(message.message().size());
      messages.addAll(message.message());
    }
    transcript.absorbInts("public messages", messages);
    transcript.absorb("public bytes", statement.bytes());
    return new ProofTranscript(transcript);
  }

  /** The labels so far. */
  public List<String> labels() {
    return transcript.labels();
  }

  /** The state that the next nonce is searched for. */
  public byte[] state() {
    return transcript.state();
  }

  /** The challenges of the buses. */
  public record BusChallenges(Ext gamma, Ext beta) {
    /** gamma, beta, beta^2, .., beta^(count - 1). */
    public List<Ext> powers(int count) {
      var powers = new ArrayList<Ext>(count);
      powers.add(gamma);
      Ext power = Ext.ONE;
      for (int i = 1; i < count; i++) {
        power = power.times(beta);
        powers.add(power);
      }
      return List.copyOf(powers);
    }
  }

  /** Binds the main columns; a nonce must follow. */
  public void main(Digest root) {
    transcript.absorb("main", root);
  }

  /** Whether a nonce shows that work was done before the next challenge. */
  public boolean isGround(long nonce, int bits) {
    return transcript.isGround(nonce, bits);
  }

  /** Draws the challenges of the buses. */
  public BusChallenges busChallenges(long nonce) {
    transcript.absorbNonce("lookup nonce", nonce);
    return new BusChallenges(transcript.challenge("gamma"), transcript.challenge("beta"));
  }

  /** Binds the bus columns and sums, and draws alpha. */
  public Ext constraintChallenge(Digest busRoot, List<Ext> sums) {
    transcript.absorb("bus", busRoot);
    transcript.absorb("sums", sums);
    return transcript.challenge("alpha");
  }

  /** Binds the quotients and the hiding polynomial, and draws zeta. */
  public Ext outOfDomainPoint(Digest quotientRoot) {
    transcript.absorb("quotient", quotientRoot);
    return transcript.challenge("zeta");
  }

  /** Binds all openings; a nonce must follow. */
  public void openings(List<InstanceOpenings> openings) {
    for (InstanceOpenings opening : openings) {
      transcript.absorb("fixed openings", opening.fixed());
      transcript.absorb("main openings", opening.main());
      transcript.absorb("bus openings", opening.bus());
      transcript.absorb("quotient openings", opening.quotient());
      transcript.absorb("main openings, next row", opening.mainNext());
      transcript.absorb("bus openings, next row", opening.busNext());
    }
  }

  /** Draws lambda. */
  public Ext batchingChallenge(long nonce) {
    transcript.absorbNonce("batching nonce", nonce);
    return transcript.challenge("lambda");
  }

  /** Binds a layer of FRI, and draws the challenge that folds it. */
  public Ext foldingChallenge(Digest layerRoot) {
    transcript.absorb("layer", layerRoot);
    return transcript.challenge("fold");
  }

  /** Binds the final polynomial; a nonce must follow. */
  public void finalPolynomial(List<Ext> coefficients) {
    transcript.absorb("final polynomial", coefficients);
  }

  /** Draws the rows to open, below 2^logDomain: sorted, each once. */
  public int[] queries(long nonce, int count, int logDomain) {
    transcript.absorbNonce("query nonce", nonce);
    return java.util.Arrays.stream(transcript.indices("queries", count, logDomain))
        .sorted()
        .distinct()
        .toArray();
  }
}
