# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh: installs what is missing on a Debian 12, and says so.

say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }

# What building and running need. The README gives the reason for each library.
build_packages=(
    g++ cmake ninja-build pkg-config ccache git
    qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev libgl-dev libegl-dev libopengl-dev libxkbcommon-dev
    libgit2-dev libdeflate-dev libgmime-3.0-dev libsqlite3-dev libssl-dev zlib1g-dev qt6-l10n-tools
    qt6-qpa-plugins libqt6svg6 fonts-dejavu-core fonts-wqy-zenhei fontconfig
)
# What the tests need besides: the second compiler, its sanitizers and libFuzzer (both in libclang-rt), and the programs
# they compare with.
test_packages=(clang libclang-rt-14-dev clang-format gzip python3 b4 desktop-file-utils appstream man-db mandoc zsh fish)
# What packs Loredesk for Debian, and what tries the package in a clean one.
package_packages=(dpkg-dev fakeroot file gzip lintian)
test_package_packages=(debootstrap)

install_missing() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "Everything that is needed is installed."
        return
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { say "Not root and no sudo. As root: apt-get install ${missing[*]}"; exit 1; }
        root=(sudo)
    fi
    "${root[@]}" apt-get update -q >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# need_room GIGABYTES: says so where the disk is likely to be too small, as a linker only says it after minutes.
need_room() {
    local free
    free=$(df --output=avail -B 1G . | tail -1)
    [ "$free" -ge "$1" ] || say "Only $free GB are free here and about $1 GB are needed: it may not fit."
}

# build PRESET: configures and builds with the preset; quiet unless it fails.
build() {
    say "Configuring and building ($1, in build/$1)"
    cmake --preset "$1" >&2
    cmake --build --preset "$1" >&2
}
