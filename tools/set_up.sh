# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./check: what Debian 12 needs, installed where it is missing.

build_packages=(
    g++ cmake ninja-build ccache pkg-config tzdata fonts-dejavu-core
    qt6-base-dev qt6-svg-dev libxcb1-dev libxcb-sync-dev
    libwayland-dev libwayland-bin wayland-protocols plasma-wayland-protocols
    libsqlite3-dev libsqlitecpp-dev libspdlog-dev libfmt-dev nlohmann-json3-dev
    libhowardhinnant-date-dev libcli11-dev libical-dev libsodium-dev
)
# Unclench uses them where they are there, and does without.
run_packages=(espeak-ng)
check_packages=(
    espeak-ng
    clang-format git libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev gcovr python3
    xvfb xauth xdotool x11-utils x11-xserver-utils openbox dbus python3-dbusmock libglib2.0-bin python3-pyatspi gir1.2-atspi-2.0 at-spi2-core procps strace sqlite3 desktop-file-utils util-linux
    poppler-utils python3-icalendar
)
# For tests/sharing/with_syncthing.sh alone.
sharing_packages=(syncthing)
# For tools/fuzz.sh alone.
fuzz_packages=(clang-16 libclang-rt-16-dev llvm-16)

# install_missing PACKAGE...: quick where all are there.
install_missing() {
    local missing=() package
    for package in "$@"; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These Debian packages are missing, and installing them needs root or sudo:" >&2
            echo "    apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}" >&2
    {
        "${as_root[@]}" apt-get update -q
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends "${missing[@]}"
    } >&2
}
