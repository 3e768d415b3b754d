#!/usr/bin/env bash
# tools/floors on a small tree that breaks each rule once, and on the same tree mended.
set -euo pipefail
floors=$(realpath "$(dirname "$0")/../../tools/floors")
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cd "$tree"
mkdir -p kb/text kb/model events outbox service courier indexer searchd/net searchd/attic tests/unit/{kb,events,outbox,service,courier,indexer,searchd}

expect() {  # NAME WANTED
  local found
  found=$("$floors" "$tree" || true)
  if [[ $found != "$2" ]]; then
    printf '%s:\nwanted: %s\nfound:  %s\n' "$1" "$2" "$found"
    exit 1
  fi
  rm -rf "$tree"/{kb,searchd}/*/* "$tree"/events/* "$tree"/indexer/* "$tree"/tests/unit/*/*
}

echo '#include "kb/text/ascii.h"' >kb/model/site.cc
expect "a floor below" ""
echo '#include "kb/model/site.h"' >kb/text/ascii.cc
expect "a floor above" "kb/text/ascii.cc:1: kb/text must not include from kb/model, which lies above it"
echo '#include "kb/text/ascii.h"' >events/reader.cc
expect "strangers" "events/reader.cc:1: events must not know kb/text"
echo 'int x;' >searchd/attic/box.cc
expect "an unknown floor" "searchd/attic/box.cc:1: no floor is named searchd/attic; add it to tools/floors"
for i in {1..21}; do echo 'int x;' >searchd/net/s$i.cc; done
expect "a crowd" "searchd/net: 21 sources, at most 20; which sub-room is missing?"
echo 'int x;' >searchd/net/loop.cc
touch tests/unit/searchd/loop_test.cc
expect "a test elsewhere" "tests/unit/searchd/loop_test.cc: belongs into tests/unit/searchd/net, beside its source's place"
echo "6 passed, 0 failed"
