#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for bytes that break a parser: tools/fuzz.sh [SECONDS [TARGET...]]
# Installs what is missing, builds, and runs each target (or those named) for SECONDS, 60 by default. What it finds lies in
# build/fuzz/findings; what it learned for the next time, in build/fuzz/corpus. Ends with 1 where it found anything.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/set_up.sh

seconds=${1:-60}
if ! [[ $seconds =~ ^[1-9][0-9]*$ ]]; then
    sed -n '3,5s/^# //p' "$0" >&2
    exit 2
fi
shift || true

install_missing "${build_packages[@]}" "${fuzz_packages[@]}"
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz
nice cmake --build --preset fuzz

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(ls tests/fuzz/corpus)
fi

# In memory where there is a place for that: targets write their input as files, thousands in a second.
place=/tmp
[ -w /dev/shm ] && place=/dev/shm
TMPDIR=$(mktemp -d "$place/unclench-fuzz-XXXXXX")
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
export UBSAN_OPTIONS=print_stacktrace=1
export ASAN_SYMBOLIZER_PATH=${ASAN_SYMBOLIZER_PATH:-$(command -v llvm-symbolizer-16 || true)}

# The files of the knowledge, each behind the letter by which the target knows it.
knowledge_seeds() {
    local file
    for file in vocabulary sources emergency_numbers guide care red_flags; do
        { printf '%s' "${file:0:1}"; cat "resources/knowledge/$file.json"; } > "$1/$file"
    done
}

printf '%-16s %12s %8s %16s %8s %9s\n' target executions "a second" "edges covered" kept findings
status=0
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target
    findings=build/fuzz/findings/$target
    log=build/fuzz/findings/$target.log
    mkdir -p "$corpus" "$findings"
    seeds=("tests/fuzz/corpus/$target")
    if [ "$target" = knowledge ]; then
        mkdir -p "$TMPDIR/knowledge"
        knowledge_seeds "$TMPDIR/knowledge"
        seeds+=("$TMPDIR/knowledge")
    elif [ "$target" = foreign_import ]; then
        seeds+=(tests/exchange/foreign)
    fi
    before=$(find "$findings" -type f | wc -l)
    nice "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=32768 -timeout=10 -rss_limit_mb=2048 \
        -use_value_profile=1 -print_final_stats=1 -artifact_prefix="$findings/" "$corpus" "${seeds[@]}" > "$log" 2>&1 || true
    found=$(( $(find "$findings" -type f | wc -l) - before ))

    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    all=$(sed -n 's/^INFO: Loaded .* modules *(\([0-9]*\) inline 8-bit counters).*/\1/p' "$log")
    printf '%-16s %12s %8s %16s %8s %9s\n' "$target" "${runs:-0}" "${speed:-0}" "${edges:-0} of ${all:-0}" \
        "$(find "$corpus" -type f | wc -l)" "$found"
    if [ "$found" -gt 0 ] || [ -z "$runs" ]; then
        status=1
        echo "    see $log"
    fi
done
exit $status
