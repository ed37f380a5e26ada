package app;

/**
 * The private input: nobody but the prover sees it.
 *
 * @param name of the person
 * @param birthYear as in 1990
 */
public record Person(String name, int birthYear) {}
