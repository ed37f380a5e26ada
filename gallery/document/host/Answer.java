package org.zarf.gallery.document;

import java.util.List;

/**
 * What comes out of the guest.
 *
 * @param commitment SHA-256 of salt and document
 * @param patterns what was blacked out
 * @param redacted the document with a black bar in place of each match
 */
public record Answer(byte[] commitment, List<String> patterns, String redacted) {}
