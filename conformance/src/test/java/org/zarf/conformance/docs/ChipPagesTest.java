package org.zarf.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zarf.air.Cell;
import org.zarf.conformance.docs.ChipPage.Described;
import org.zarf.machine.Machine;
import org.zarf.machine.isa.Opcode;

/** The pages of docs/chips are what the definitions say. */
class ChipPagesTest {

  private static final Path ROOT = Path.of(System.getProperty("zarf.root", ".."));
  private static final Path FOLDER = ROOT.resolve("docs/chips");

  private static final String REWRITE =
      "./zarf test -pl conformance -am -Dtest=ChipPagesTest "
          + "-Dsurefire.failIfNoSpecifiedTests=false -Dzarf.docs.write=true";

  private final SortedMap<String, String> pages = ChipPages.of(new SourceComments(ROOT));

  @Test
  void pagesAreTheDefinitions() throws IOException {
    if (Boolean.getBoolean("zarf.docs.write")) {
      write();
    }
    Set<String> committed;
    try (var files = Files.list(FOLDER)) {
      committed = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
    assertThat(committed).as("pages; rewrite them: %s", REWRITE).isEqualTo(pages.keySet());
    for (var page : pages.entrySet()) {
      assertThat(FOLDER.resolve(page.getKey()))
          .as("%s; rewrite it: %s", page.getKey(), REWRITE)
          .content()
          .isEqualTo(page.getValue());
    }
  }

  private void write() throws IOException {
    Files.createDirectories(FOLDER);
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (var page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  @Test
  void everyTableHasAPage() {
    Set<String> described = new TreeSet<>();
    for (Described chip : ChipPages.chips()) {
      chip.slots().forEach(slot -> described.add(slot.table().name()));
      assertThat(pages.get(chip.table().name() + ".md")).contains("\n## Columns\n");
    }
    Set<String> tables = new TreeSet<>();
    Machine.circuit().hiding().slots().forEach(slot -> tables.add(slot.table().name()));
    assertThat(described).isEqualTo(tables);
  }

  @Test
  void everyOpcodeThatRunsIsProvedSomewhere() {
    Set<Opcode> proved = EnumSet.noneOf(Opcode.class);
    ChipPages.chips().forEach(chip -> proved.addAll(ChipOpcodes.of(chip.table())));
    assertThat(proved).isEqualTo(EnumSet.complementOf(EnumSet.of(Opcode.EBREAK)));
  }

  @Test
  void namesOfPartsAreNoColumns() {
    for (Described chip : ChipPages.chips()) {
      assertThat(chip.table().main()).extracting(Cell::name).noneMatch(n -> n.matches("t[0-9]+"));
    }
  }
}
