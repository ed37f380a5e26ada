#!/usr/bin/env python3
"""Writes a copy of a guest's ELF file whose private input is part of the image, for emulators that know nothing of the input window.

usage: with_input.py GUEST.elf INPUT OUT.elf
"""

import pathlib
import struct
import sys

INPUT_WINDOW = 1 << 30
PAGE = 4096
PT_LOAD = 1
READ_WRITE = 6


def with_input(elf, given):
    table_offset, = struct.unpack_from("<Q", elf, 32)
    entry_size, count = struct.unpack_from("<HH", elf, 54)
    table = elf[table_offset : table_offset + entry_size * count]
    out = bytearray(elf)
    out += bytes(-len(out) % PAGE)
    window = struct.pack("<Q", len(given)) + given
    offset = len(out)
    out += window
    out += bytes(-len(out) % 8)
    struct.pack_into("<Q", out, 32, len(out))
    struct.pack_into("<H", out, 56, count + 1)
    size = len(window)
    out += table + struct.pack("<IIQQQQQQ", PT_LOAD, READ_WRITE, offset, INPUT_WINDOW, INPUT_WINDOW, size, size, PAGE)
    return bytes(out)


if __name__ == "__main__":
    guest, given, out = map(pathlib.Path, sys.argv[1:])
    out.write_bytes(with_input(guest.read_bytes(), given.read_bytes()))
    out.chmod(0o755)
