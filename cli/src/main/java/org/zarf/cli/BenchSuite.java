package org.zarf.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.zarf.sdk.Input;
import org.zarf.sdk.Program;

/**
 * The guests of {@code bench/guests}. Each takes one number, its size; {@code sizes.properties}
 * says which sizes take nearly 2^16, 2^17, .., 2^22 cycles.
 *
 * @param guests in alphabetical order
 */
record BenchSuite(List<Guest> guests) {

  static final int MIN_LOG_CYCLES = 16;
  static final int MAX_LOG_CYCLES = 22;

  private static final String FOLDER = "bench/guests/";

  /** A program with its sizes. */
  record Guest(String name, Program program, List<Integer> sizes) {

    /** The size for nearly 2^logCycles cycles. */
    int size(int logCycles) {
      return sizes.get(logCycles - MIN_LOG_CYCLES);
    }

    /** The input for a size. */
    static Input input(int size) {
      return Input.of(
          ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array());
    }
  }

  /** Loads all guests. */
  static BenchSuite load() throws CommandException {
    var sizes = new Properties();
    try (Reader in = Files.newBufferedReader(Installation.file(FOLDER + "sizes.properties"))) {
      sizes.load(in);
    } catch (IOException e) {
      throw CommandException.wrong("cannot read the suite: " + Failures.of(e));
    }
    var guests = new ArrayList<Guest>();
    for (String name : new TreeSet<>(sizes.stringPropertyNames())) {
      Program program = GuestFiles.program(Installation.file(FOLDER + name + ".elf").toString());
      List<Integer> numbers =
          List.of(sizes.getProperty(name).split(",")).stream().map(Integer::valueOf).toList();
      guests.add(new Guest(name, program, numbers));
    }
    return new BenchSuite(List.copyOf(guests));
  }
}
