package org.zarf.compiler.runtime;

import java.nio.charset.StandardCharsets;
import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;
import org.zarf.guest.GuestContext;

/** The context of a guest in the virtual machine. */
@Include(value = "zarf_java.h", isSystem = false)
public final class MachineContext implements GuestContext {

  /** The context of the run. */
  public MachineContext() {}

  /** Ends the run for an exception that nothing caught, with its stack trace. */
  public static void uncaught(Throwable failure) {
    System.out.flush();
    System.err.print("Exception in thread \"main\" ");
    StackTrace.print(failure);
    System.err.flush();
    exit(StackTrace.EXIT_CODE);
  }

  @Override
  public byte[] input() {
    byte[] bytes = new byte[inputLength()];
    copyInput(Address.ofData(bytes));
    return bytes;
  }

  @Override
  public void publish(byte[] bytes) {
    publish(Address.ofData(bytes), bytes.length);
  }

  @Override
  public void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    print(Address.ofData(bytes), bytes.length);
  }

  @Override
  public void halt(int code) {
    exit(code);
  }

  /** Ends the run when all that was printed is out. */
  private static void exit(int code) {
    System.out.flush();
    end(code);
  }

  @Import(name = "zarf_java_input_length")
  @Unmanaged
  private static native int inputLength();

  @Import(name = "zarf_java_copy_input")
  @Unmanaged
  private static native void copyInput(Address to);

  @Import(name = "zarf_java_publish")
  @Unmanaged
  private static native void publish(Address bytes, int length);

  @Import(name = "zarf_java_print")
  @Unmanaged
  private static native void print(Address bytes, int length);

  @Import(name = "zarf_java_halt")
  @Unmanaged
  private static native void end(int code);
}
