#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Two programs with a real Syncthing between their folders, all on this computer: do they become the same?
#
#   tests/sharing/with_syncthing.sh [ROUNDS]    the program of build/check, or the one that UNCLENCH_PROGRAM names
#
# Outside ./check: it needs the package syncthing and some minutes. Syncthing speaks on loopback alone, with every way to
# the outside turned off. Prints how long it took from telling something on one until it stood on the other.
set -euo pipefail

rounds=${1:-10}
root=$(cd "$(dirname "$0")/../.." && pwd)
export UNCLENCH_PROGRAM=${UNCLENCH_PROGRAM:-$root/build/check/app/unclench}
[ -x "$UNCLENCH_PROGRAM" ] || {
    echo "There is no program $UNCLENCH_PROGRAM. Build it with ./check first." >&2
    exit 1
}
# shellcheck source=../../tools/set_up.sh
source "$root/tools/set_up.sh"
install_missing "${sharing_packages[@]}" xvfb xauth dbus python3
exec xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24 -noreset" \
    dbus-run-session -- python3 "$root/tests/sharing/with_syncthing.py" "$rounds"
