package org.zarf.gallery.schnorr;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import org.zarf.sdk.Input;

/**
 * What the guest is given.
 *
 * @param salt 32 bytes, random; with the key they open its commitment
 * @param key 32 bytes
 * @param signature 64 bytes
 * @param message what becomes public, at most 65,536 bytes
 */
public record Signed(byte[] salt, byte[] key, byte[] signature, byte[] message) {

  private static final int NUMBER_BYTES = 32;

  /** A message signed by a fresh key. */
  public static Signed byFreshKey(byte[] message) {
    var random = new SecureRandom();
    // The remainder favours no number by more than 2^-128.
    BigInteger secret = new BigInteger(384, random).mod(Point.N.subtract(BigInteger.ONE));
    secret = secret.add(BigInteger.ONE);
    byte[] signature = Bip340.sign(secret, message, random(random));
    return new Signed(random(random), Bip340.key(secret), signature, message);
  }

  private static byte[] random(SecureRandom random) {
    var bytes = new byte[NUMBER_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The SHA-256 of salt and key. */
  public byte[] commitment() {
    return Bip340.sha256(salt, key);
  }

  /** As the guest reads it. */
  public Input input() {
    int size = salt.length + key.length + signature.length + 4 + message.length;
    var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(salt).put(key).put(signature).putInt(message.length).put(message);
    return Input.of(out.array());
  }
}
