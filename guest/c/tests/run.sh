#!/bin/sh
# Compiles the programs of this directory (without builtins, so that every call of the library is a call) and runs them in qemu-riscv64, an emulator of Linux
# programs that knows nothing of Zarf. Prints what fails.
# usage: run.sh [DIRECTORY FOR THE ELF FILES]
set -u

here=$(cd "$(dirname "$0")" && pwd -P)
kit=$(dirname "$here")
out=${1:-$(mktemp -d)}
mkdir -p "$out"
failures=0

# expect WHAT CODE GUEST
expect() {
  qemu-riscv64 -B 0x10000000 "$3" >"$out/output" 2>&1
  code=$?
  if [ $code -ne "$2" ]; then
    echo "$1: exit code $code instead of $2"
    cat "$out/output"
    failures=$((failures + 1))
  fi
}

for source in "$here"/*.c "$here"/*.cpp; do
  name=$(basename "${source%.*}")
  # shellcheck disable=SC2046 # one argument per line, none with a space
  if ! riscv64-unknown-elf-gcc $(cat "$kit/flags") -Wall -Wextra -Werror -Wno-infinite-recursion -Wno-alloc-size-larger-than -fno-builtin -I"$kit/include" \
    -c "$source" -o "$out/$name.o" ||
    ! riscv64-unknown-elf-gcc $(cat "$kit/flags") -Wall -Wextra -Werror -I"$kit/include" \
      -T"$kit/guest.ld" "$kit/crt0.S" "$kit"/src/*.c "$out/$name.o" -lm -o "$out/$name.elf"; then
    failures=$((failures + 1))
  elif [ "$name" != ends ]; then
    expect "$name" 0 "$out/$name.elf"
  fi
done

# A trap is a signal in Linux: SIGSEGV, or SIGTRAP for ebreak.
for end in r=7 e=255 x=9 a=134 s=134 k=143 f=1 i=1 d=134 m=134 o=139 n=139 u=133; do
  printf '%s' "${end%=*}" >"$out/end"
  python3 "$here/with_input.py" "$out/ends.elf" "$out/end" "$out/ends-with-input.elf"
  expect "ends ${end%=*}" "${end#*=}" "$out/ends-with-input.elf"
done

echo "$failures failures"
[ $failures -eq 0 ]
