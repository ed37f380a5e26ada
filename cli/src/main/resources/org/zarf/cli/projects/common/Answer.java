package app;

/**
 * The public output: a proof binds it to the program that computed it.
 *
 * @param adult whether the person was born in 2008 or before
 */
public record Answer(boolean adult) {}
