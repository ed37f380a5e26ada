package org.zarf.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zarf.machine.isa.AddressSpace;

/** The private input of a run: bytes that the guest reads and that no receipt reveals. */
public final class Input {

  private final byte[] bytes;

  private Input(byte[] bytes) {
    this.bytes = bytes;
  }

  /** No input. */
  public static Input none() {
    return new Input(new byte[0]);
  }

  /** Some bytes. */
  public static Input of(byte[] bytes) {
    return new Input(bytes.clone());
  }

  /**
   * The content of a file.
   *
   * @throws IOException if it cannot be read, or is larger than the guest's input window
   */
  public static Input read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > AddressSpace.MAX_INPUT_BYTES) {
      throw new IOException(
          file + " has " + size + " bytes; the input window holds " + AddressSpace.MAX_INPUT_BYTES);
    }
    return new Input(Files.readAllBytes(file));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
