package org.zarf.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuestRunTest {

  @Test
  void aGuestReadsItsInputAndPublishes() {
    GuestRun run =
        GuestRun.of(
            guest -> {
              byte[] input = guest.input();
              input[0] = 9;
              guest.publish(guest.input());
              guest.publish(new byte[] {3});
            },
            new byte[] {1, 2});
    assertThat(run.journal()).containsExactly(1, 2, 3);
    assertThat(run.exitCode()).isZero();
    assertThat(run.failure()).isEmpty();
  }

  @Test
  void whatIsPrintedIsKeptInOrder() {
    var out = System.out;
    var err = System.err;
    GuestRun run =
        GuestRun.of(
            guest -> {
              System.out.print("a");
              guest.print("\u00e4\n");
              System.err.print("c");
            },
            new byte[0]);
    assertThat(run.output()).isEqualTo("a\u00e4\nc");
    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
  }

  @Test
  void anExceptionEndsTheRun() {
    GuestRun run =
        GuestRun.of(
            guest -> {
              guest.publish(new byte[] {1});
              throw new java.io.IOException("no");
            },
            new byte[0]);
    assertThat(run.journal()).containsExactly(1);
    assertThat(run.exitCode()).isEqualTo(GuestRun.UNCAUGHT);
    assertThat(run.failure().orElseThrow()).hasMessage("no");
  }

  @Test
  void nothingCountsOnceAGuestHasHalted() {
    GuestRun run =
        GuestRun.of(
            guest -> {
              guest.publish(new byte[] {1});
              try {
                guest.halt(7);
              } catch (Throwable _) {
                guest.publish(new byte[] {2});
                guest.halt(8);
              } finally {
                System.out.print("late");
              }
            },
            new byte[0]);
    assertThat(run.journal()).containsExactly(1);
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.output()).isEmpty();
    assertThat(run.failure()).isEmpty();
  }
}
