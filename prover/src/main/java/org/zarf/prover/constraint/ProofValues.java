package org.zarf.prover.constraint;

import java.util.List;
import org.zarf.algebra.Ext;

/**
 * The values of a proof that an instance's constraints refer to.
 *
 * @param instanceIndex the instance's place in the proof
 * @param powers gamma, then beta, beta^2, ..
 * @param sum the instance's published sum
 */
public record ProofValues(int instanceIndex, List<Ext> powers, Ext sum) {}
