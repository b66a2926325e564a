#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Loredesk and opens its window on the sample archive, or passes on its arguments:
#   packaging/run.sh                        the window, on the sample
#   packaging/run.sh ~/lists/linux-hyperv   the window, on an archive of yours
#   packaging/run.sh digest ARCHIVE …       the command line
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

here=$PWD
install_missing "${build_packages[@]}"
build release
cd "${OLDPWD:-$here}"
if [ $# -gt 0 ]; then
    say "Running loredesk $*"
    exec "$here/build/release/loredesk" "$@"
fi
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    say "There is no display here, so no window can open. This is the digest of the sample archive instead:"
    exec "$here/build/release/loredesk" digest "$here/resources/sample/sample.mbox"
fi
say "Opening the window on the sample archive"
exec "$here/build/release/loredesk" "$here/resources/sample/sample.mbox"
