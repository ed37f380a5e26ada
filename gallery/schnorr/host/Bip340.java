package org.zarf.gallery.schnorr;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Schnorr signatures over secp256k1 as BIP 340 defines them. For demonstrations: how long it takes
 * to sign depends on the secret.
 */
public final class Bip340 {

  private static final int NUMBER_BYTES = 32;

  private Bip340() {}

  /**
   * The public key of a secret key: the x of the point.
   *
   * @throws IllegalArgumentException if the secret is not in 1 .. N - 1
   */
  public static byte[] key(BigInteger secret) {
    return bytes(point(secret).x());
  }

  /**
   * Signs a message.
   *
   * @param auxiliary 32 bytes, best random ones
   * @return 64 bytes
   * @throws IllegalArgumentException if the secret is not in 1 .. N - 1
   */
  public static byte[] sign(BigInteger secret, byte[] message, byte[] auxiliary) {
    Point key = point(secret);
    BigInteger d = key.isEven() ? secret : Point.N.subtract(secret);
    byte[] masked = bytes(d.xor(number(hash("BIP0340/aux", auxiliary))));
    BigInteger nonce = number(hash("BIP0340/nonce", masked, bytes(key.x()), message)).mod(Point.N);
    Point r = point(nonce);
    BigInteger k = r.isEven() ? nonce : Point.N.subtract(nonce);
    BigInteger e = challenge(r, key, message);
    byte[] signature = Arrays.copyOf(bytes(r.x()), 2 * NUMBER_BYTES);
    byte[] s = bytes(k.add(e.multiply(d)).mod(Point.N));
    System.arraycopy(s, 0, signature, NUMBER_BYTES, NUMBER_BYTES);
    return signature;
  }

  /** Whether 64 bytes are a signature of a message under a key of 32 bytes. */
  public static boolean verify(byte[] key, byte[] message, byte[] signature) {
    byte[] r = Arrays.copyOf(signature, NUMBER_BYTES);
    BigInteger s = number(Arrays.copyOfRange(signature, NUMBER_BYTES, 2 * NUMBER_BYTES));
    var point = Point.lift(number(key));
    if (point.isEmpty() || number(r).compareTo(Point.P) >= 0 || s.compareTo(Point.N) >= 0) {
      return false;
    }
    BigInteger e = challenge(number(r), point.get().x(), message);
    Point sum = Point.G.times(s).plus(point.get().times(e.negate()));
    return !sum.equals(Point.INFINITY) && sum.isEven() && sum.x().equals(number(r));
  }

  private static Point point(BigInteger secret) {
    if (secret.signum() <= 0 || secret.compareTo(Point.N) >= 0) {
      throw new IllegalArgumentException("a secret is a number from 1 on, below the order");
    }
    return Point.G.times(secret);
  }

  /** What takes the place of the verifier's challenge: a hash of all that was said before. */
  public static BigInteger challenge(Point r, Point key, byte[] message) {
    return challenge(r.x(), key.x(), message);
  }

  private static BigInteger challenge(BigInteger r, BigInteger key, byte[] message) {
    return number(hash("BIP0340/challenge", bytes(r), bytes(key), message)).mod(Point.N);
  }

  /** SHA-256 with a prefix that belongs to the tag. */
  private static byte[] hash(String tag, byte[]... parts) {
    byte[] prefix = sha256(tag.getBytes(StandardCharsets.UTF_8));
    byte[][] all = new byte[parts.length + 2][];
    Arrays.fill(all, 0, 2, prefix);
    System.arraycopy(parts, 0, all, 2, parts.length);
    return sha256(all);
  }

  /** SHA-256 of the parts, one behind the other. */
  static byte[] sha256(byte[]... parts) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha256.update(part);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The number in bytes, the highest first. */
  public static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  /** The 32 bytes of a number below 2^256, the highest first. */
  public static byte[] bytes(BigInteger number) {
    var bytes = new byte[NUMBER_BYTES];
    for (int i = 0; i < NUMBER_BYTES; i++) {
      bytes[i] = number.shiftRight(8 * (NUMBER_BYTES - 1 - i)).byteValue();
    }
    return bytes;
  }
}
