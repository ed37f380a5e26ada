package org.zarf.stark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zarf.algebra.Ext;
import org.zarf.algebra.KoalaBear;
import org.zarf.hash.Digest;
import org.zarf.hash.HashSuite;

/**
 * The Fiat-Shamir transcript: a hash chain that prover and verifier feed with the same labelled
 * messages, and that answers with challenges.
 *
 * <p>The state is 32 bytes. Absorbing replaces it by H(state, kind 0, label, message); a challenge
 * replaces it by H(state, kind 1, label) and expands the new state (kind 2) into as many 32-bit
 * words as are needed, of which those that are not field elements are skipped: never reduced.
 */
public final class Transcript {

  private static final int ABSORB = 0;
  private static final int CHALLENGE = 1;
  private static final int EXPAND = 2;
  private static final int STATE_BYTES = 32;

  private final HashSuite hash;
  private final List<String> labels = new ArrayList<>();
  private byte[] state = new byte[STATE_BYTES];

  /** A transcript that has absorbed nothing. */
  public Transcript(HashSuite hash) {
    this.hash = hash;
  }

  /** The labels of all messages and challenges so far, in order. */
  public List<String> labels() {
    return List.copyOf(labels);
  }

  /** Absorbs bytes. */
  public void absorb(String label, byte[] message) {
    labels.add(label);
    state = hash.transcript(framed(ABSORB, label, message), STATE_BYTES);
  }

  /** Absorbs text. */
  public void absorb(String label, String text) {
    absorb(label, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Absorbs a digest. */
  public void absorb(String label, Digest digest) {
    absorb(label, digest.toBytes());
  }

  /** Absorbs integers, 4 bytes each, little-endian. */
  public void absorbInts(String label, List<Integer> values) {
    var bytes = new ByteArrayOutputStream(4 * values.size());
    values.forEach(value -> write(bytes, value));
    absorb(label, bytes.toByteArray());
  }

  /** Absorbs elements of the extension. */
  public void absorb(String label, List<Ext> values) {
    var bytes = new ByteArrayOutputStream(4 * Ext.DEGREE * values.size());
    for (Ext value : values) {
      for (int i = 0; i < Ext.DEGREE; i++) {
        write(bytes, value.coefficient(i));
      }
    }
    absorb(label, bytes.toByteArray());
  }

  /** Draws an element of the extension. */
  public Ext challenge(String label) {
    int[] coefficients = new int[Ext.DEGREE];
    int count = 0;
    var words = new Words(label);
    while (count < coefficients.length) {
      int candidate = words.next() & 0x7fffffff;
      if (KoalaBear.isElement(candidate)) {
        coefficients[count++] = candidate;
      }
    }
    return Ext.at(coefficients, 0);
  }

  /** Draws integers below 2^bits. */
  public int[] indices(String label, int count, int bits) {
    var words = new Words(label);
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = words.next() >>> (32 - bits);
    }
    return indices;
  }

  /** The state that a grinding nonce is searched for. */
  public byte[] state() {
    return state.clone();
  }

  /** Whether a nonce shows that {@code bits} bits of work were spent on the current state. */
  public boolean isGround(long nonce, int bits) {
    return bits == 0 ? nonce == 0 : hash.isGround(state, nonce, bits);
  }

  /** Absorbs a grinding nonce. */
  public void absorbNonce(String label, long nonce) {
    absorbInts(label, List.of((int) nonce, (int) (nonce >>> 32)));
  }

  private byte[] framed(int kind, String label, byte[] message) {
    byte[] name = label.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream(STATE_BYTES + 2 + name.length + message.length);
    bytes.writeBytes(state);
    bytes.write(kind);
    bytes.write(name.length);
    bytes.writeBytes(name);
    bytes.writeBytes(message);
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream bytes, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      bytes.write(value >>> shift);
    }
  }

  /** The words of one challenge. */
  private final class Words {
    private static final int BLOCK_WORDS = 16;

    private final String label;
    private byte[] block = new byte[0];
    private int offset;
    private int blocks;

    Words(String label) {
      labels.add(label);
      this.label = label;
      state = hash.transcript(framed(CHALLENGE, label, new byte[0]), STATE_BYTES);
    }

    int next() {
      if (offset == block.length) {
        byte[] number = {(byte) blocks, (byte) (blocks >>> 8), (byte) (blocks >>> 16)};
        block = hash.transcript(framed(EXPAND, label, number), 4 * BLOCK_WORDS);
        blocks++;
        offset = 0;
      }
      int word = 0;
      for (int i = 0; i < 4; i++) {
        word |= (block[offset + i] & 0xff) << (8 * i);
      }
      offset += 4;
      return word;
    }
  }
}
