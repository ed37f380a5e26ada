package app

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.zarf.guest.Codec
import org.zarf.guest.GuestRun
import org.zarf.stark.ProofRejectedException
import org.zarf.verifier.Journal
import org.zarf.verifier.Receipt

class AdultTest {

  private fun answer(birthYear: Int): Answer {
    val input = Codec.of(Person::class.java).encode(Person("Ada", birthYear))
    return Codec.of(Answer::class.java).decode(GuestRun.of(Adult::main, input).journal())
  }

  /** The guest is a method: on the JVM, testing it takes no time. */
  @Test
  fun `who was born in 2008 is an adult`() {
    assertEquals(Answer(true), answer(1990))
    assertEquals(Answer(true), answer(2008))
    assertEquals(Answer(false), answer(2009))
  }

  @Test
  fun `a receipt proves the answer`() {
    val program = Host.program()
    val receipt = Host.prove(program, Person("Ada", 2008))
    assertEquals(Answer(true), Host.verify(program, receipt))
    val changed =
      Receipt(
        receipt.parameters(),
        receipt.program(),
        Journal.of(byteArrayOf(0)),
        receipt.exitCode(),
        receipt.proof(),
      )
    assertThrows(ProofRejectedException::class.java) { Host.verify(program, changed) }
  }
}
