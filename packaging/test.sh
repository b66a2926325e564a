#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Loredesk and runs all tests: as it is released (GCC), and under AddressSanitizer and
# UndefinedBehaviorSanitizer (Clang); then lets libFuzzer try the engine for 20 seconds a target. With arguments, only
# the presets they name: packaging/test.sh dev
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

install_missing "${build_packages[@]}" "${test_packages[@]}"
presets=("$@")
if [ ${#presets[@]} -eq 0 ]; then
    presets=(release asan fuzz)
    need_room 4
fi
for preset in "${presets[@]}"; do
    build "$preset"
    say "Testing ($preset)"
    ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error
done
say "All tests passed."
