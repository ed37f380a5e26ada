package org.zarf.jvm;

import org.zarf.guest.GuestContext;

/** The cases of a guest; the input says which of them it runs. */
public abstract class Batch {

  /** Runs a case. */
  protected abstract void run(int index, Lines out, Bits bits) throws Throwable;

  /** Runs the case that the input names, on the random values that it seeds. */
  public static void run(GuestContext guest, Batch cases) {
    byte[] input = guest.input();
    int index = (input[0] & 255) | (input[1] & 255) << 8;
    var out = new Lines();
    try {
      cases.run(index, out, new Bits(input[2]));
    } catch (Throwable failure) {
      out.thrown(failure, true);
    }
    guest.publish(out.bytes());
  }
}
