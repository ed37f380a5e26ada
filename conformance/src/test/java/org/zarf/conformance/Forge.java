package org.zarf.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.zarf.air.Cell;
import org.zarf.air.TableTrace;
import org.zarf.air.TraceChecker;
import org.zarf.air.Word;
import org.zarf.algebra.KoalaBear;
import org.zarf.machine.FixedTable;
import org.zarf.machine.Image;
import org.zarf.machine.Machine;
import org.zarf.machine.PublicTerms;
import org.zarf.machine.TableHeights;
import org.zarf.prover.FixedColumns;
import org.zarf.prover.FixedGroup;
import org.zarf.prover.ProverOptions;
import org.zarf.prover.ProvingKey;
import org.zarf.prover.StarkProver;
import org.zarf.riscv.Executor;
import org.zarf.riscv.Exit;
import org.zarf.riscv.GuestProgram;
import org.zarf.riscv.Run;
import org.zarf.riscv.RunOptions;
import org.zarf.sdk.MachineGroup;
import org.zarf.stark.InsecureParameters;
import org.zarf.stark.Parameters;
import org.zarf.stark.Proof;
import org.zarf.stark.ProofRejectedException;
import org.zarf.stark.Statement;
import org.zarf.verifier.Journal;
import org.zarf.verifier.MachineKeys;
import org.zarf.verifier.ProgramCommitment;
import org.zarf.verifier.Receipt;
import org.zarf.witness.MachineTraces;
import org.zarf.witness.RunRecorder;

/**
 * A malicious prover: runs a program honestly, lets an attack change the filled tables or the claim
 * at will, proves what came out without looking at it, and hands the proof to the verifier. The
 * parameters are small and insecure, so that proofs are quick; a wrong table is caught with them
 * just as well, because constraints and sums are checked over the whole extension field.
 */
final class Forge {

  /** Small tables and few queries. */
  static final Parameters PARAMETERS = InsecureParameters.of(true, 13, 5);

  /** The same without hiding, for attacks on constraints and buses: half the time for a proof. */
  static final Parameters REVEALING = InsecureParameters.of(false, 30, 5);

  private final Parameters parameters;
  private final TableHeights heights;
  private final List<FixedTable> machine;
  private final FixedGroup machineGroup;
  private final GuestProgram program;
  private final Image image;
  private final List<FixedTable> programTables;
  private final FixedGroup programGroup;

  /** The tables of a run, to be changed, and what the proof will claim. */
  record Attempt(List<TableTrace> tables, byte[] journal, long exitCode, long entry) {

    /** The first instance of a table. */
    TableTrace table(Machine.Part<?> part) {
      return tables.stream().filter(t -> t.slot() == part.slot()).findFirst().orElseThrow();
    }

    /** The first instance of the table of a name. */
    TableTrace table(String name) {
      var slots = Machine.circuit().slots();
      return tables.stream()
          .filter(t -> slots.get(t.slot()).table().name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    /** One more instance of a table, of the least height and without content. */
    TableTrace another(Machine.Part<?> part) {
      int logHeight = PARAMETERS.minLogHeight();
      int[][] main = new int[part.table().main().size()][1 << logHeight];
      var empty = new TableTrace(part.slot(), logHeight, main, new int[0][]);
      tables.add(empty);
      return empty;
    }

    /** A view of one table, to change an instance that is not the first. */
    Attempt only(TableTrace table) {
      return new Attempt(List.of(table), journal, exitCode, entry);
    }

    /** Gives a table fixed columns of its own, to be changed: all attempts share the key's. */
    TableTrace withOwnFixed(Machine.Part<?> part) {
      TableTrace old = table(part);
      int[][] fixed = new int[old.fixed().length][];
      for (int i = 0; i < fixed.length; i++) {
        fixed[i] = old.fixed()[i].clone();
      }
      var own = new TableTrace(old.slot(), old.logHeight(), old.main(), fixed);
      without(part).tables().add(own);
      return own;
    }

    /** Without a table. */
    Attempt without(Machine.Part<?> part) {
      tables.removeIf(t -> t.slot() == part.slot());
      return this;
    }

    /** The same tables for another claim. */
    Attempt claiming(byte[] otherJournal, long otherExitCode) {
      return new Attempt(tables, otherJournal, otherExitCode, entry);
    }

    /** Overwrites a cell with an integer. */
    void set(Machine.Part<?> part, Cell cell, int row, long value) {
      table(part).main()[cell.column()][row] = KoalaBear.of(value);
    }

    /** Overwrites the limbs of a word. */
    void set(Machine.Part<?> part, Word word, int row, long value) {
      for (int i = 0; i < Word.LIMBS; i++) {
        set(part, word.at(i), row, (value >>> (16 * i)) & 0xffff);
      }
    }

    /** The integer in a cell. */
    int get(Machine.Part<?> part, Cell cell, int row) {
      return KoalaBear.toInt(table(part).main()[cell.column()][row]);
    }
  }

  Forge(GuestProgram program) {
    this(program, PARAMETERS);
  }

  Forge(GuestProgram program, Parameters parameters) {
    this.program = program;
    this.parameters = parameters;
    heights = MachineGroup.heights(parameters);
    machine = FixedTable.ofMachine(heights);
    machineGroup = MachineGroup.of(parameters, ProverOptions.defaults().kernels());
    image = image(program);
    programTables = FixedTable.ofProgram(program.instructions(), image, heights);
    programGroup = group(Machine.PROGRAM_GROUP, programTables);
  }

  private static Image image(GuestProgram program) {
    int[] words = new int[program.image().count()];
    long[] values = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = program.image().word(i);
      values[i] = program.image().value(i);
    }
    return new Image(words, values);
  }

  private FixedGroup group(String name, List<FixedTable> tables) {
    return FixedGroup.of(
        name,
        tables.stream().map(t -> new FixedColumns(t.slot(), t.logHeight(), t.columns())).toList(),
        parameters,
        ProverOptions.defaults().kernels());
  }

  /** The tables of an honest run. */
  Attempt honest(byte[] input) {
    var recorder = new RunRecorder(program.instructions(), image);
    Run run = Executor.record(program, RunOptions.defaults().withInput(input), recorder);
    if (!(run.exit() instanceof Exit.Halted(long code))) {
      throw new IllegalArgumentException("the guest did not halt: " + run.exit());
    }
    return new Attempt(tables(recorder), run.journal(), code, program.entry());
  }

  /** The tables of a run that never was. */
  Attempt of(FalseRun run) {
    GuestProgram told = run.program();
    var recorder = new RunRecorder(told.instructions(), image(told));
    run.tell(recorder);
    return new Attempt(tables(recorder), run.journal(), run.exitCode(), told.entry());
  }

  private List<TableTrace> tables(RunRecorder recorder) {
    var fixed = new ArrayList<>(machine);
    fixed.addAll(programTables);
    return new ArrayList<>(MachineTraces.of(recorder, fixed, heights).tables());
  }

  /**
   * What does not hold of an attempt, each thing once: a constraint as "table: sentence", a bus as
   * "bus name". Counts the answers to all lookups anew first, so that no count is what is wrong.
   */
  SortedSet<String> flaws(Attempt attempt) {
    LookupAnswers.recount(attempt.tables, heights);
    var messages = PublicTerms.of(attempt.entry, attempt.exitCode, attempt.journal);
    var flaws = new TreeSet<String>();
    TraceChecker.check(Machine.circuit(), attempt.tables, heights.blindingRows(), messages)
        .forEach(
            f -> {
              int end = f.why().indexOf(" is not balanced");
              flaws.add(end > 0 ? f.why().substring(0, end) : f.table() + ": " + f.why());
            });
    return flaws;
  }

  /** Proves an attempt as it is, and verifies the proof against what it claims. */
  void submit(Attempt attempt) throws ProofRejectedException {
    verify(attempt, prove(attempt));
  }

  /** Proves an attempt as it is. */
  Proof prove(Attempt attempt) {
    return prove(attempt, ProverOptions.defaults());
  }

  /** Proves an attempt as it is, in some way. */
  Proof prove(Attempt attempt, ProverOptions options) {
    var key = ProvingKey.of(Machine.circuit(), parameters, List.of(programGroup, machineGroup));
    var statement = Statement.of(PublicTerms.of(attempt.entry, attempt.exitCode, attempt.journal));
    return StarkProver.prove(key, attempt.tables, statement, options).proof();
  }

  /** Verifies a proof against the claim of an attempt. */
  void verify(Attempt attempt, Proof proof) throws ProofRejectedException {
    verify(receipt(attempt, proof));
  }

  /** What an attempt claims, with a proof of it. */
  Receipt receipt(Attempt attempt, Proof proof) {
    var commitment = programGroup.commitment();
    return new Receipt(
        parameters.name(),
        new ProgramCommitment(
            program.entry(),
            commitment.root(),
            commitment.logHeights().get(0),
            commitment.logHeights().get(1)),
        Journal.of(attempt.journal),
        (int) attempt.exitCode,
        proof);
  }

  /** Verifies a receipt about whatever program it names, under the parameters of this prover. */
  void verify(Receipt receipt) throws ProofRejectedException {
    Receipt.verify(
        new MachineKeys.MachineKey(parameters, machineGroup.commitment()),
        receipt.program(),
        new Receipt.Claim(receipt.journal().bytes(), receipt.exitCode()),
        receipt.proof());
  }

  /** Runs, attacks, proves and verifies. */
  void attack(byte[] input, Consumer<Attempt> change) throws ProofRejectedException {
    Attempt attempt = honest(input);
    change.accept(attempt);
    submit(attempt);
  }
}
