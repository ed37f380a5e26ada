package org.zarf.conformance.docs;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zarf.compiler.Differential;
import org.zarf.compiler.Inputs;
import org.zarf.conformance.Toolchain;
import org.zarf.guest.Codec;
import org.zarf.guest.GuestContext;

/** The example of docs/guest-java.md for comparing a guest with itself on the JVM. */
class DifferentialExampleTest {

  private record Person(String name, int birthYear) {}

  private record Answer(boolean adult) {}

  private static final class Adult {
    private Adult() {}

    public static void main(GuestContext guest) {
      Person person = guest.input(Person.class);
      guest.publish(new Answer(person.birthYear() <= 2008));
    }
  }

  @Test
  void theGuestDoesAsOnTheJvm() throws Exception {
    Toolchain.require(Toolchain.COMPILER);
    Differential guest = Differential.of(Adult.class);
    var random = new SplittableRandom(1);
    for (int year = 2000; year < 2015; year++) {
      byte[] input = Codec.of(Person.class).encode(new Person("Ada", year));
      guest.requireEqual(input);
      Inputs.truncated(input).forEach(guest::requireEqual);
      Inputs.damaged(input, 30, random).forEach(guest::requireEqual);
    }
  }
}
