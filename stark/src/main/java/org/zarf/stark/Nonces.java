package org.zarf.stark;

/** The work that was done before three challenges; see {@link Strength}. */
public record Nonces(long lookup, long batching, long query) {}
