// SPDX-License-Identifier: GPL-3.0-or-later
// A backup of ten years (20,000 spasms with 100,000 readings, and sitting on each working day), and
// going back to one.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/backups.h"
#include "tests/support/history.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

using namespace unclench;

namespace {

constexpr int kEpisodes = 20'000;
constexpr int kSpans = 30'000;
constexpr int kRounds = 5;

/// The slowest of the rounds.
void measure(const char* what, const char* limit, const std::function<void()>& work)
{
    double slowest = 0;
    for (int i = 0; i < kRounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        slowest = std::max(slowest, took.count());
    }
    std::printf("backup, ten years, %-34s slowest of %d: %7.1f ms%s\n", what, kRounds, slowest,
                limit);
}

} // namespace

int main()
{
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "unclench-backup-bench";
    fs::remove_all(folder);
    fs::create_directories(folder / "stick");
    const app::SystemClock clock;
    const Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    const auto database = Database::open(folder / "diary", {});
    const UtcTime until = clock.now().wall.utc - std::chrono::days{2};
    tests::writeHistory(*database, kEpisodes, until);
    tests::writeSitting(*database, kSpans, until);
    Engine engine{*database, clock, vocabulary, uuids};
    const fs::path backup = folder / "stick" / "mine.db";

    measure("written and checked:", " (at most 500)", [&] {
        if (!std::holds_alternative<Backup>(backUpTo(*database, backup, clock.now().wall))) {
            std::abort();
        }
    });
    std::printf("backup, ten years: %.1f MB\n",
                static_cast<double>(fs::file_size(backup)) / 1'000'000.0);
    measure("what it holds:", "", [&] {
        if (!contentsOf(backup)) {
            std::abort();
        }
    });
    if (!std::holds_alternative<SpasmSaved>(engine.journal().logSpasm(
            {.pain = 5, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}}))) {
        std::abort();
    }
    measure("going back by one reading:", "", [&] { static_cast<void>(engine.restore(backup)); });
    const auto empty = Database::open(folder / "empty", {});
    const fs::path nothing = folder / "stick" / "nothing.db";
    if (!std::holds_alternative<Backup>(backUpTo(*empty, nothing, clock.now().wall))) {
        std::abort();
    }
    measure("to nothing, and all of it back:", "", [&] {
        static_cast<void>(engine.restore(nothing));
        static_cast<void>(engine.restore(backup));
    });
    fs::remove_all(folder);
}
