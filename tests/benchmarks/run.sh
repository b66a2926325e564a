#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints how fast Loredesk is as ratios in one run, against git and the mail indexers that are installed:
#   tests/benchmarks/run.sh ARCHIVE [--messages N] [--scale N] [--without-indexers]
# ARCHIVE is a public-inbox v2 inbox. With --messages an inbox of N messages is made out of it first (once) and measured
# instead; with --scale another one of N messages, for what a message costs there. --without-indexers leaves out mu, notmuch
# and public-inbox, which take many minutes. The best of three runs counts.
# Everything lies below build/benchmarks (LOREDESK_BENCH_DIR), and is kept for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ $# -ge 1 ] || { sed -n '3,9s/^# \{0,1\}//p' "$0"; exit 2; }
archive=$(realpath "$1"); shift
messages= scale= indexers=yes
while [ $# -gt 0 ]; do
    case $1 in
    --messages) messages=$2; shift 2 ;;
    --scale) scale=$2; shift 2 ;;
    --without-indexers) indexers=; shift ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
    esac
done
work=${LOREDESK_BENCH_DIR:-$PWD/build/benchmarks}
mkdir -p "$work"
program=$PWD/build/release/loredesk
export XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data LC_ALL=C.UTF-8
cmake --preset release -DLOREDESK_BENCHMARKS=ON >/dev/null
cmake --build --preset release --target loredesk bench_makearchive bench_fulltext bench_stalls >/dev/null

made() { # made N: the inbox of N messages out of the archive
    local path=$work/made-$1
    [ -d "$path" ] || build/release/bench_makearchive "$archive" "$1" "$path" >&2
    echo "$path"
}
source_archive=$archive
[ -z "$messages" ] || archive=$(made "$messages")

seconds() { # seconds COMMAND…: the best of three, wall
    local best=999999 begin end
    for _ in 1 2 3; do
        begin=$(date +%s.%N)
        "$@" >/dev/null 2>&1 || true
        end=$(date +%s.%N)
        best=$(awk -v b="$best" -v x="$(awk -v a="$begin" -v e="$end" 'BEGIN { print e - a }')" 'BEGIN { print x < b ? x : b }')
    done
    echo "$best"
}
row() { printf '%-52s %10s %10s   %s\n' "$1" "$2" "$3" "$4"; }
judge() { awk -v x="$1" -v bar="$2" -v way="$3" 'BEGIN { print (way == "least" ? x >= bar : x <= bar) ? "met" : "MISSED" }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
field() { python3 -c 'import json, sys; d = json.load(sys.stdin)
for key in sys.argv[1].split("/"): d = d[key]
print(d)' "$1"; }
timings() { "$program" index "$1" --timings "${@:2}" 2>/dev/null || true; }
forget() { rm -rf "$XDG_CACHE_HOME/loredesk"; }

echo "$(nproc) cores, $(awk '/model name/ { $1 = $2 = $3 = ""; print; exit }' /proc/cpuinfo | sed 's/^ *//'); load $(cut -d' ' -f1-3 /proc/loadavg)"
awk '{ if ($1 > 0.5) print "The machine is busy: absolute figures mean little, ratios not much more." }' /proc/loadavg
echo "$archive"
row what seconds ratio bar

print_blobs() {
    local epoch
    for epoch in "$archive"/git/*.git; do
        git -C "$epoch" cat-file --batch-all-objects --batch --unordered --buffer
    done
}
git_time=$(seconds print_blobs)
row "git cat-file, all objects" "$git_time" 1 ""

first() { forget; timings "$archive" --no-fulltext; }
tree=999999
for _ in 1 2 3; do
    tree=$(first | field "phases/series tree" | awk -v b="$tree" '{ print $1 < b ? $1 : b }')
done
r=$(ratio "$tree" "$git_time"); row "first open: start to complete tree, no cache" "$tree" "$r" "<= 0.8 x git: $(judge "$r" 0.8 most)"

everything() { forget; timings "$archive"; }
whole=999999
for _ in 1 2 3; do
    everything > "$work/timings.json"
    whole=$(field phases/total < "$work/timings.json" | awk -v b="$whole" '{ print $1 < b ? $1 : b }')
done
row "everything indexed, full text included" "$whole" "$(ratio "$whole" "$git_time")" ""
row "  cache on disk, MB" "$(field cache_bytes < "$work/timings.json" | awk '{ printf "%.0f", $1 / 1e6 }')" "" ""
row "  peak memory, MB" "$(field peak_memory < "$work/timings.json" | awk '{ printf "%.0f", $1 / 1e6 }')" "" ""

installed() { [ -n "$indexers" ] && command -v "$1" >/dev/null; }
maildir=$work/maildir-$(basename "$archive")
if installed mu || installed notmuch; then
    [ -d "$maildir" ] || build/release/bench_makearchive "$archive" "$maildir" --maildir >&2
fi
once() { # once COMMAND…: one run, wall; 1 is how ours says that single messages have problems
    local begin end state=0
    begin=$(date +%s.%N)
    "$@" >/dev/null 2>&1 || state=$?
    end=$(date +%s.%N)
    [ "$state" -le 1 ] || echo "failed ($state): $*" >&2
    awk -v a="$begin" -v e="$end" 'BEGIN { print e - a }'
}
if installed mu; then
    rm -rf "$work/mu"; mkdir -p "$work/mu"
    mu init --muhome="$work/mu" --maildir="$maildir" >/dev/null 2>&1
    t=$(once mu index --muhome="$work/mu")
    r=$(ratio "$t" "$whole"); row "mu index" "$t" "$r" ">= 12 x ours: $(judge "$r" 12 least)"
else row "mu index" "-" "-" "not measured"; fi
if installed notmuch; then
    rm -rf "$maildir/.notmuch"
    printf '[database]\npath=%s\n[user]\nname=Bench\nprimary_email=bench@example.org\n' "$maildir" > "$work/notmuch-config"
    t=$(once env NOTMUCH_CONFIG="$work/notmuch-config" notmuch new --quiet)
    rm -rf "$maildir/.notmuch"
    r=$(ratio "$t" "$whole"); row "notmuch new" "$t" "$r" ">= 25 x ours: $(judge "$r" 25 least)"
else row "notmuch new" "-" "-" "not measured"; fi
if installed public-inbox-index; then
    rm -rf "$work/public-inbox"; cp -a "$archive" "$work/public-inbox"; chmod -R u+w "$work/public-inbox"
    # It indexes what it made itself; in a home of its own, for it writes its configuration there.
    mkdir -p "$work/public-inbox-home"
    env HOME="$work/public-inbox-home" git config --global user.name Bench
    env HOME="$work/public-inbox-home" git config --global user.email bench@example.org
    env HOME="$work/public-inbox-home" public-inbox-init -V2 bench "$work/public-inbox" http://example.org/ bench@example.org >/dev/null 2>&1
    t=$(once env HOME="$work/public-inbox-home" public-inbox-index -L medium "$work/public-inbox")
    rm -rf "$work/public-inbox" "$work/public-inbox-home"
    row "public-inbox-index -L medium" "$t" "$(ratio "$t" "$whole")" ""
else row "public-inbox-index -L medium" "-" "-" "not measured"; fi

timings "$archive" >/dev/null
reopen=$(seconds "$program" index "$archive" --no-fulltext)
r=$(ratio "$reopen" "$git_time"); row "reopen, unchanged: start to end of the process" "$reopen" "$r" "<= 0.06 x git: $(judge "$r" 0.06 most)"

# The newest hundred messages come later: the branch of the last epoch is set back and forth, in a copy.
copy=$work/growing
rm -rf "$copy"; mkdir -p "$copy"; cp -a "$archive/git" "$copy/git"; chmod -R u+w "$copy"
last=$(ls -d "$copy"/git/*.git | sort -V | tail -1)
branch=$(git -C "$last" symbolic-ref HEAD); tip=$(git -C "$last" rev-parse HEAD)
refreshing=999999
for _ in 1 2 3; do
    git -C "$last" update-ref "$branch" "$(git -C "$last" rev-parse "$tip~100")"
    timings "$copy" >/dev/null; timings "$copy" >/dev/null
    git -C "$last" update-ref "$branch" "$tip"
    refreshing=$(awk -v b="$refreshing" -v x="$(once "$program" index "$copy" --no-fulltext)" 'BEGIN { print x < b ? x : b }')
done
more=$(awk -v a="$refreshing" -v b="$reopen" 'BEGIN { printf "%.3f", a - b }')
row "refresh after 100 new messages" "$refreshing" "+$more s" "<= reopen + 0.1 s: $(judge "$more" 0.1 most)"
rm -rf "$copy"

epoch=$(ls -d "$archive"/git/*.git | sort -V | tail -1)
from=$(git -C "$epoch" rev-parse HEAD~66); to=$(git -C "$epoch" rev-parse HEAD)
shell_loop() { local c; for c in $(git -C "$epoch" rev-list "$from..$to"); do git -C "$epoch" show "$c:m"; done; }
loop=$(seconds shell_loop)
digest=$(XDG_CACHE_HOME=$work/none seconds "$program" digest "$archive" "$from..$to")
r=$(ratio "$digest" "$loop"); row "digest of 66 messages, no cache" "$digest" "$r" "<= 0.2 x shell loop ($loop s): $(judge "$r" 0.2 most)"

build/release/bench_fulltext "$archive" > "$work/fulltext.txt" 2>&1 || true
row "full-text queries (p50, p95, max in ms):" "" "" "p95 <= 20 ms"
sed -n '/first time\|again\|common/p' "$work/fulltext.txt" | sed 's/^/    /'

count=$(field messages < "$work/timings.json")
row "messages in the archive" "$count" "" ""
resident=$(timings "$archive" | field resident_memory | awk '{ printf "%.0f", $1 / 1e6 }')
row "resident memory without a window, MB" "$resident" "" "<= 120 at 60,000: $(judge "$resident" 120 most)"
QT_QPA_PLATFORM=offscreen "$program" --new-window "$archive" >/dev/null 2>&1 &
window=$!
before=-1
for _ in $(seq 60); do # until it has settled
    sleep 1
    now=$(awk '/VmRSS/ { print $2 }' "/proc/$window/status")
    [ "$now" = "$before" ] && break
    before=$now
done
kill "$window" 2>/dev/null || true
resident=$(awk -v k="$now" 'BEGIN { printf "%.0f", k * 1024 / 1e6 }')
row "resident memory with a window, MB" "$resident" "" "<= 200 at 60,000: $(judge "$resident" 200 most)"

echo "stalls of the main thread (bar: 50 ms at 60,000 messages):"
build/release/bench_stalls "$archive" 2>/dev/null | sed 's/^/    /' || echo "    bench_stalls failed"

if [ -n "$scale" ]; then
    large=$(made "$scale")
    forget
    timings "$large" > "$work/scale.json"
    row "everything indexed, $scale messages" "$(field phases/total < "$work/scale.json")" "" ""
    a=$(awk -v t="$whole" -v n="$count" 'BEGIN { print t / n }')
    b=$(awk -v t="$(field phases/total < "$work/scale.json")" -v n="$(field messages < "$work/scale.json")" 'BEGIN { print t / n }')
    r=$(ratio "$b" "$a"); row "cost a message there, against $count" "" "$r" "<= 1.15: $(judge "$r" 1.15 most)"
fi
