package org.zarf.gallery.digits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.zarf.sdk.Input;

/**
 * What the guest is asked, all of it private: a network and images, each with its salt.
 *
 * @param model the network
 * @param images the images
 */
public record Question(Salted model, List<Salted> images) {

  private static final int SALT_BYTES = 32;
  private static final int MAX_IMAGES = 64;

  /**
   * Bytes and what hides them in their commitment.
   *
   * @param salt 32 bytes, random; whoever knows them and the bytes can check the commitment
   * @param bytes an encoded network, or the pixels of an image
   */
  public record Salted(byte[] salt, byte[] bytes) {

    /** With a fresh salt. */
    public static Salted of(byte[] bytes) {
      var salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      return new Salted(salt, bytes);
    }

    /** The SHA-256 of salt and bytes. */
    public byte[] commitment() {
      try {
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(salt);
        return sha256.digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  /**
   * About the first samples of the entry's folder, with fresh salts.
   *
   * @throws IllegalArgumentException if the guest does not take that many
   * @throws IOException if the folder lacks model.bin or samples.bin
   */
  public static Question ofSamples(Path folder, int count) throws IOException {
    List<Sample> samples = Sample.read(folder.resolve("samples.bin"));
    if (count < 1 || count > MAX_IMAGES) {
      throw new IllegalArgumentException("give 1 to " + MAX_IMAGES + " images, not " + count);
    }
    var images = new ArrayList<Salted>();
    for (Sample sample : samples.subList(0, count)) {
      images.add(Salted.of(sample.pixels()));
    }
    return new Question(
        Salted.of(Files.readAllBytes(folder.resolve("model.bin"))), List.copyOf(images));
  }

  /** As the guest reads it. */
  public Input input() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(model.salt);
    out.writeBytes(model.bytes);
    var count = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(count.putInt(images.size()).array());
    for (Salted image : images) {
      out.writeBytes(image.salt);
      out.writeBytes(image.bytes);
    }
    return Input.of(out.toByteArray());
  }
}
