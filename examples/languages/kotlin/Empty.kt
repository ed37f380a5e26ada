import org.zarf.guest.GuestContext

/** Does nothing. */
object Empty {
  @JvmStatic fun main(guest: GuestContext) {}
}
