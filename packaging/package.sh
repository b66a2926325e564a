#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Loredesk as it is released, and packs it: build/release/package/loredesk_*.deb, whose
# path is the one line on standard output. The maintainer of the package is who DEBFULLNAME and DEBEMAIL name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

install_missing "${build_packages[@]}" "${package_packages[@]}"
build release
say "Packing"
rm -rf build/release/package
(cd build/release && cpack -G DEB) >&2
package=$(echo "$PWD"/build/release/package/loredesk_*.deb)
if command -v lintian >/dev/null; then
    say "Lintian"
    lintian "$package" >&2 || say "Lintian has objections."
fi
say "Done."
echo "$package"
