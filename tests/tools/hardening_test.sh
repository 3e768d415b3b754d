#!/usr/bin/env bash
# hardening_test.sh BUILD: reads from the two programs, and from the compile commands, that they are hardened
# (cmake/hardening.cmake).
set -euo pipefail
build=$(realpath "$1")
status=0
missing() { echo "$*"; status=1; }

for program in "$build"/bin/firstline-{indexer,searchd}; do
  name=$(basename "$program")
  headers=$(readelf -hlW "$program")
  dynamic=$(readelf -dW "$program")
  symbols=$(readelf --dyn-syms -W "$program")
  grep -q 'Type: *DYN (Position-Independent' <<<"$headers" || missing "$name is no PIE"
  grep -q GNU_RELRO <<<"$headers" || missing "$name has no RELRO segment"
  grep -q 'GNU_STACK.* RW ' <<<"$headers" || missing "$name has an executable stack"
  grep -q 'FLAGS_1.*NOW' <<<"$dynamic" || missing "$name is not linked with BIND_NOW"
  grep -q ' __stack_chk_fail' <<<"$symbols" || missing "$name has no stack protector"
  grep -qE ' __(memcpy|memset|read|recv|realpath|snprintf|vsnprintf|fdelt)_chk' <<<"$symbols" || missing "$name has no FORTIFY"
  grep -q '_ZSt21__glibcxx_assert_fail' <<<"$symbols" || missing "$name has no assertions of the standard library"
done

# The linker drops the CET mark when one of Debian's own objects lacks it, so the commands are asked.
flags=$([[ $(uname -m) != x86_64 ]] || echo -fcf-protection)
for flag in $flags -fstack-clash-protection -fstack-protector-strong -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS; do
  without=$(grep '"command":' "$build/compile_commands.json" | grep -cv -e " $flag " || true)
  [[ $without == 0 ]] || missing "$without sources are compiled without $flag"
done
exit $status
