package org.zarf.guest;

/** The entry method of a guest. */
@FunctionalInterface
public interface GuestMain {

  /**
   * Runs the guest.
   *
   * @throws Exception whatever the guest does not catch
   */
  void main(GuestContext guest) throws Exception;
}
