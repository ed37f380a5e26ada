#!/bin/sh
# Compiles the examples and the suite of benchmarks. The ELF files beside their sources are committed; this builds them again, to the same bytes from any
# directory. With an argument, the files go to that directory instead (under the same relative names), for comparison.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)
kit=$root/guest/c
out=$root
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  out=$(cd "$1" && pwd -P)
fi

# Compiles $2.c of directory $1. Paths in the file (debug information, assertions) are relative to that directory and to the kit.
build() {
  mkdir -p "$out/$1"
  (
    cd "$root/$1"
    # shellcheck disable=SC2046 # one argument per line, none with a space
    riscv64-unknown-elf-gcc $(cat "$kit/flags") -Wall -Wextra -Werror -Wl,--fatal-warnings -I"$kit/include" \
      -ffile-prefix-map="$kit=guest/c" -ffile-prefix-map="$root/$1=." -Wa,--debug-prefix-map="$kit=guest/c" -Wa,--debug-prefix-map="$root/$1=." \
      -T"$kit/guest.ld" "$kit/crt0.S" "$kit"/src/*.c "$2.c" -lm -o "$out/$1/$2.elf"
  )
}

build examples/hello hello
build examples/matching matching
build gallery/digits digits
build gallery/matching matching
build gallery/schnorr logarithm
build gallery/schnorr schnorr
build gallery/schnorr/test arithmetic
for source in "$root"/bench/guests/*.c; do
  [ ! -e "$source" ] || build bench/guests "$(basename "$source" .c)"
done
