package app

import org.zarf.guest.GuestContext

/** The private input: nobody but the prover sees it. */
@JvmRecord data class Person(val name: String, val birthYear: Int)

/** The public output: a proof binds it to the program that computed it. */
@JvmRecord data class Answer(val adult: Boolean)

/** The guest: what is proved. */
object Adult {
  @JvmStatic
  fun main(guest: GuestContext) {
    val person = guest.input(Person::class.java)
    guest.publish(Answer(person.birthYear <= 2008))
  }
}
