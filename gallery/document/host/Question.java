package org.zarf.gallery.document;

import java.util.List;

/**
 * What goes into the guest.
 *
 * @param salt random bytes, without which guesses of the document could be checked
 * @param document a text; stays private
 * @param patterns regular expressions, applied one after the other
 */
public record Question(byte[] salt, String document, List<String> patterns) {}
