package org.zarf.gallery.digits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An image that training has not seen.
 *
 * @param digit what was drawn
 * @param pixels 14 rows of 14 bytes, 0 for paper and 255 for full ink
 */
public record Sample(int digit, byte[] pixels) {

  /**
   * The samples that train.py wrote.
   *
   * @throws IOException if the file cannot be read, or is none of that kind
   */
  public static List<Sample> read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int size = 1 + Network.PIXELS;
    if (all.length % size != 0) {
      throw new IOException(file + " holds no whole number of samples of " + size + " bytes");
    }
    var samples = new ArrayList<Sample>();
    for (int at = 0; at < all.length; at += size) {
      samples.add(new Sample(all[at], Arrays.copyOfRange(all, at + 1, at + size)));
    }
    return samples;
  }
}
