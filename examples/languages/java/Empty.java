import org.zarf.guest.GuestContext;

/** Does nothing. */
public final class Empty {

  private Empty() {}

  public static void main(GuestContext guest) {}
}
