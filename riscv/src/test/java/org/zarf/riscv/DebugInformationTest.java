package org.zarf.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and lines are those of the source, and damage to them only makes them disappear. */
class DebugInformationTest {
  private static final String SOURCE =
      """
      static volatile int zero;
      __attribute__((noinline)) int twice(int x) {
        int y = *(int *) (long) zero;
        return 2 * x + y;
      }
      int main(void) {
        zero = 0;
        return twice(3);
      }
      __asm__(".globl _start; _start: li sp, 0x100000; call main; li a7, 93; ecall");
      """;

  @TempDir Path directory;

  private byte[] compile(String... flags) throws IOException {
    return Toolchain.in(directory).compile("lines.c", SOURCE, flags);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-gdwarf-2", "-gdwarf-3", "-gdwarf-4", "-gdwarf-5", "-gdwarf64"})
  void trapsAreTracedToTheirLine(String format) throws Exception {
    GuestProgram program = GuestProgram.load(compile("-march=rv64imac", "-g", format));
    Run run = Executor.run(program, RunOptions.defaults());
    assertThat(run.exit())
        .isInstanceOfSatisfying(
            Exit.Trapped.class,
            trap -> {
              assertThat(trap.cause()).isEqualTo(new Cause.GuardPage(0));
              assertThat(program.describe(trap.pc()))
                  .matches("0x1\\w+ in twice\\+0x\\w+ \\(lines.c:3\\)");
            });
    Symbol main =
        program.symbols().stream().filter(s -> s.name().equals("main")).findFirst().orElseThrow();
    assertThat(program.lineAt(main.address())).hasValue(new SourceLine("lines.c", 6));
    assertThat(program.symbols())
        .extracting(Symbol::name)
        .containsExactlyInAnyOrder("twice", "main", "_start");
    assertThat(program.symbolAt(0x100)).isEmpty();
    assertThat(run.profile().functions()).extracting(FunctionCycles::name).contains("_start");
  }

  @Test
  void cyclesAreToldByLine() throws Exception {
    String loop =
        """
        int main(void) {
        #line 7 "./part/../loop.h"
          for (volatile int i = 0; i < 100; i++) {}
        #line 3 "../other/./end.c"
          return 0;
        }
        __asm__(".globl _start; _start: li sp, 0x100000; call main; li a7, 93; ecall");
        """;
    byte[] elf = Toolchain.in(directory).compile("lines.c", loop, "-march=rv64im", "-g", "-O0");
    Run run = Executor.run(GuestProgram.load(elf), RunOptions.defaults());
    assertThat(run.exit()).isInstanceOf(Exit.Halted.class);
    List<LineCycles> lines = run.profile().lines();
    assertThat(lines.getFirst().line()).isEqualTo(new SourceLine("loop.h", 7));
    assertThat(lines.getFirst().cycles()).isBetween(500L, 1500L);
    assertThat(lines).contains(new LineCycles(new SourceLine("../other/end.c", 3), 1));
    assertThat(lines.stream().mapToLong(LineCycles::cycles).sum()).isEqualTo(run.cycles());
  }

  @Test
  void aStrippedProgramIsTheSameProgram() throws Exception {
    GuestProgram full = GuestProgram.load(compile("-march=rv64im", "-g"));
    GuestProgram bare = GuestProgram.load(compile("-march=rv64im", "-s"));
    assertThat(bare.instructions()).isEqualTo(full.instructions());
    assertThat(bare.entry()).isEqualTo(full.entry());
    assertThat(bare.image().count()).isEqualTo(full.image().count());
    assertThat(bare.symbols()).isEmpty();
    assertThat(bare.lineAt(bare.entry())).isEmpty();
    assertThat(bare.describe(bare.entry())).isEqualTo(Addresses.hex(bare.entry()));
  }

  @Test
  void damagedFilesOfACompilerAreRefusedOrRun() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (String format : List.of("-gdwarf-4", "-gdwarf-5")) {
      byte[] elf = compile("-march=rv64imac", "-g", format, "-O1");
      for (int i = 0; i < 10_000; i++) {
        Corruption.load(Corruption.of(elf, random));
      }
    }
  }
}
