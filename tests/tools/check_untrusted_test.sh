#!/usr/bin/env bash
# tests/tools/check_untrusted_test.sh INDEXER: packaging/check-untrusted builds in its sandbox, gives the indexer's exit
# code, and leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/../.."
export FIRSTLINE_INDEXER=$1
bwrap --ro-bind / / --unshare-all true 2>/dev/null || { echo "skipped: bubblewrap is not there, or may not start here"; exit 0; }
work=$(realpath "$(mktemp -d)")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/repository/docs/en"
printf -- '---\ntitle: Delivery\n---\nBy van.\n' >"$work/repository/docs/en/delivery.md"
git -C "$work/repository" init -q
git -C "$work/repository" add -A
git -C "$work/repository" -c user.name=Mira -c user.email=mira@example.org commit -qm one

fail() { echo "$1"; cat "$work/out"; exit 1; }
packaging/check-untrusted "$work/repository/docs" >"$work/out" 2>&1 || fail "a good folder was refused"
grep -q '^Published gen-000001: 1 article in en$' "$work/out" || fail "it was not built, or without its date"
printf 'title: [\n' >"$work/repository/docs/site.yaml"
code=0
packaging/check-untrusted "$work/repository/docs" >"$work/out" 2>&1 || code=$?
[[ $code == 1 ]] || fail "a bad folder ended with $code"
[[ $(ls "$work/repository/docs") == $'en\nsite.yaml' ]] || fail "something was left behind"
