package app;

import org.zarf.guest.GuestContext;

/** The guest: what is proved. */
public final class Adult {

  private Adult() {}

  public static void main(GuestContext guest) {
    Person person = guest.input(Person.class);
    guest.publish(new Answer(person.birthYear() <= 2008));
  }
}
