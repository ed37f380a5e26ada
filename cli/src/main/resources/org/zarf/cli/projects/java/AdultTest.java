package app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.zarf.guest.Codec;
import org.zarf.guest.GuestRun;

/** Tests the guest as what it is, a method: on the JVM, where that takes no time. */
class AdultTest {

  private static Answer answer(int birthYear) {
    byte[] input = Codec.of(Person.class).encode(new Person("Ada", birthYear));
    return Codec.of(Answer.class).decode(GuestRun.of(Adult::main, input).journal());
  }

  @Test
  void whoWasBornIn2008IsAnAdult() {
    assertEquals(new Answer(true), answer(1990));
    assertEquals(new Answer(true), answer(2008));
    assertEquals(new Answer(false), answer(2009));
  }

  @Test
  void whatIsNoPersonIsRefused() {
    GuestRun run = GuestRun.of(Adult::main, new byte[3]);
    assertEquals(1, run.exitCode());
  }
}
