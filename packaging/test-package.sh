#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the package into a clean Debian 12 and runs it there: its version, a digest of the sample, its window. With an
# argument that package, else the one that package.sh makes. Takes minutes and needs root, debootstrap and the package
# mirror that this machine itself uses; where one of them is missing it says so and ends with 77, as tests that were
# skipped do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

skip() { say "Skipped: $*"; exit 77; }
[ "$(id -u)" -eq 0 ] || skip "only root can make a clean Debian; try: sudo packaging/test-package.sh"
install_missing "${test_package_packages[@]}"

package=${1:-}
[ -n "$package" ] || package=$(packaging/package.sh)
package=$(realpath "$package")

# The mirror and the certificates of this machine's own apt.
suite=bookworm
mirror=$(apt-get indextargets --format '$(SITE)|$(RELEASE)|$(COMPONENT)|$(CREATED_BY)' |
    awk -F'|' -v suite="$suite" '$2 == suite && $3 == "main" && $4 == "Packages" { print $1; exit }')
[ -n "$mirror" ] || skip "this machine's apt has no source for $suite"

root=$(mktemp -d /var/tmp/loredesk-debian.XXXXXX)
leave() {
    umount -q "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap leave EXIT
say "Making a clean Debian 12"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -5 "$root.log" >&2
    rm -f "$root.log"
    skip "debootstrap cannot make a Debian from this machine's package mirror"
}
rm -f "$root.log"
cp -aT /etc/apt/apt.conf.d "$root/etc/apt/apt.conf.d"
[ ! -f /etc/apt/apt.conf ] || cp /etc/apt/apt.conf "$root/etc/apt/"
rm -f "$root"/etc/apt/sources.list
cp -aT /etc/apt/sources.list.d "$root/etc/apt/sources.list.d" 2>/dev/null || true
[ ! -f /etc/apt/sources.list ] || cp /etc/apt/sources.list "$root/etc/apt/"
cp -aT /usr/local/share/ca-certificates "$root/usr/local/share/ca-certificates" 2>/dev/null || true
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc" 2>/dev/null || true
cp "$package" "$root/tmp/loredesk.deb"
cp resources/sample/sample.mbox "$root/tmp/"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/home LANG=C.UTF-8 "$@"; }
say "Installing the package"
inside sh -c 'update-ca-certificates >/dev/null 2>&1; apt-get update -q && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends /tmp/loredesk.deb' >"$root/tmp/install.log" 2>&1 || {
    tail -20 "$root/tmp/install.log" >&2
    say "The package cannot be installed."
    exit 1
}

say "Running it there"
inside loredesk --version
inside loredesk digest /tmp/sample.mbox >"$root/tmp/digest.txt"
[ -s "$root/tmp/digest.txt" ] || { say "The digest is empty."; exit 1; }
head -n 3 "$root/tmp/digest.txt"
# The window must open on the sample, take what a second start hands to it, and end at the usual signal, all without a word
# of complaint (but for what the offscreen platform says of itself).
cat >"$root/tmp/window.sh" <<'END'
export XDG_RUNTIME_DIR=/tmp/runtime QT_QPA_PLATFORM=offscreen
mkdir -p "$HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
loredesk /tmp/sample.mbox &
window=$!
for try in $(seq 100); do
    [ -n "$(find "$XDG_RUNTIME_DIR" -type s)" ] && break
    kill -0 "$window" || exit 1
    sleep 0.2
done
timeout 20 loredesk /tmp/sample.mbox || { echo "The second start ended with $?."; kill "$window"; exit 1; }
kill -0 "$window" && kill -TERM "$window"
wait "$window"
[ $? -eq 143 ] || echo "The window did not end by the signal."
END
inside sh /tmp/window.sh >"$root/tmp/window.log" 2>&1 || { cat "$root/tmp/window.log" >&2; say "The window failed."; exit 1; }
# (The shell itself says "Terminated" of what it waited for.)
if grep -v -e 'This plugin does not support' -e '^Terminated$' "$root/tmp/window.log" >&2; then say "The window complained."; exit 1; fi
for file in share/applications/org.loredesk.Loredesk.desktop share/metainfo/org.loredesk.Loredesk.metainfo.xml \
    share/icons/hicolor/scalable/apps/org.loredesk.Loredesk.svg; do
    [ -s "$root/usr/$file" ] || { say "/usr/$file is missing."; exit 1; }
done
inside apt-get remove -y -q loredesk >/dev/null 2>&1
[ ! -e "$root/usr/bin/loredesk" ] || { say "Removing the package leaves the program."; exit 1; }
say "The package installs, runs and goes."
