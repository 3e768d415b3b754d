#!/usr/bin/env bash
# install_test.sh BUILD: installs into a folder of its own, checks what is there, and serves a page with it.
set -euo pipefail
build=$(realpath "$1")
source=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
daemon=
stop() {
  [[ -z $daemon ]] || kill "$daemon" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
fail() { echo "$*"; exit 1; }

DESTDIR=$work/root cmake --install "$build" --prefix /opt/firstline >"$work/log" || fail "$(cat "$work/log")"
prefix=$work/root/opt/firstline

wanted() {
  echo LICENSE README.md CHANGELOG.md ARCHITECTURE.md CONTRIBUTING.md SECURITY.md | tr ' ' '\n' | sed 's|^|share/doc/firstline/|'
  (cd "$source" && find docs -type f | sed 's|^|share/doc/firstline/|' && find templates -type f | sed 's|^|share/firstline/|')
  echo bin/firstline-courier
  echo bin/firstline-indexer
  echo bin/firstline-searchd
  echo lib/systemd/system/firstline-courier.service
  echo lib/systemd/system/firstline-searchd.service
}
differences=$(diff <(wanted | sort) <(cd "$prefix" && find . -type f -printf '%P\n' | sort)) ||
  fail "not what should be installed (<), or more than that (>): $differences"
grep -qx 'ExecStart=/opt/firstline/bin/firstline-searchd --config /etc/firstline.yaml' \
  "$prefix/lib/systemd/system/firstline-searchd.service" || fail "the unit starts something else"

mkdir -p "$work/content/en"
printf -- '---\ntitle: Opening hours\n---\nWe open at nine.\n' >"$work/content/en/hours.md"
"$prefix/bin/firstline-indexer" build "$work/content" --index "$work/index" >"$work/log" 2>&1 || fail "$(cat "$work/log")"
echo '<p>From the installed templates' >>"$prefix/share/firstline/templates/article.html.mustache"
: >"$work/out"  # there before it is read
"$prefix/bin/firstline-searchd" --index "$work/index" --listen 127.0.0.1:0 >"$work/out" 2>"$work/log" &
daemon=$!
read -r -t 30 _ address < <(tail -f --pid="$daemon" "$work/out") || fail "the daemon does not start: $(cat "$work/log")"
exec 3<>"/dev/tcp/127.0.0.1/${address##*:}"
printf 'GET /en/hours HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
page=$(timeout 30 cat <&3)
[[ $page == "HTTP/1.1 200 OK"* ]] || fail "no page: $page"
[[ $page == *"We open at nine."* ]] || fail "not the article: $page"
[[ $page == *"From the installed templates"* ]] || fail "not the installed templates: $page"
