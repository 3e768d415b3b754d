#!/usr/bin/env bash
# cmake/version.cmake in repositories with and without tags, and without git.
set -euo pipefail
script=$(realpath "$(dirname "$0")/../../cmake/version.cmake")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.com GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.com
status=0

expect() {  # WHAT PATTERN
  cmake -DSOURCE="$work/source" -DOUTPUT="$work/version.cc" -DPROJECT_VERSION=0.1.0 -P "$script"
  local version
  version=$(sed -n 's/.*return "\(.*\)".*/\1/p' "$work/version.cc")
  [[ $version =~ ^$2$ ]] || { echo "$1: the version is '$version', not $2"; status=1; }
}
commit() { git -C "$work/source" commit -q --allow-empty -m "$1"; }

mkdir "$work/source"
git init -q "$work"
expect "an archive inside another repository" '0\.1\.0'
git init -q "$work/source"
expect "a repository without a commit" '0\.1\.0'
commit one
expect "no release yet" '0\.1\.0\+g[0-9a-f]{7}'
git -C "$work/source" tag v0.2.0
expect "a release" '0\.2\.0'
commit two
git -C "$work/source" tag nightly
expect "a commit after it" '0\.2\.0\+1\.g[0-9a-f]{7}'
git -C "$work/source" tag v0.3.0-rc.1
expect "a release candidate" '0\.3\.0-rc\.1'

before=$(stat -c %y "$work/version.cc")
expect "the same again" '0\.3\.0-rc\.1'
[[ $(stat -c %y "$work/version.cc") == "$before" ]] || { echo "The file was written although nothing changed"; status=1; }
exit $status
