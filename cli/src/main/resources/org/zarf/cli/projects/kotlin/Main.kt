package app

import org.zarf.guest.Codec
import org.zarf.sdk.Input
import org.zarf.sdk.Program
import org.zarf.sdk.Prover
import org.zarf.verifier.Receipt

/** The host: proves runs of the guest, and verifies them. */
object Host {

  /** The compiled guest. Prover and verifier must have the same: its id says so. */
  fun program(): Program =
    Host::class.java.getResourceAsStream("/guest.elf").use {
      Program.of(checkNotNull(it) { "no guest.elf: run mvn verify" }.readAllBytes())
    }

  /** What the prover does: the receipt can be given to anyone. */
  fun prove(program: Program, person: Person): Receipt =
    Prover.create().prove(program, Input.of(Codec.of(Person::class.java).encode(person)))

  /** What a verifier does, who knows the program and gets the receipt. */
  fun verify(program: Program, receipt: Receipt): Answer =
    Codec.of(Answer::class.java).decode(receipt.verify(program.id()).bytes())
}

fun main() {
  val program = Host.program()
  val receipt = Host.prove(program, Person("Ada", 1990))
  println("program  ${program.id()}")
  println("proved   ${Host.verify(program, receipt)}")
}
