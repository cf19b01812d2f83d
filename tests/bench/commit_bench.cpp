// SPDX-License-Identifier: GPL-3.0-or-later
// Logging on an open diary against a bare SQLite commit of the same row, in interleaved pairs.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "tests/support/history.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

using namespace unclench;

namespace {

using Stopwatch = std::chrono::steady_clock;

double milliseconds(Stopwatch::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(),
                     values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

void measure(const std::filesystem::path& folder, int episodes, int pairs)
{
    std::filesystem::remove_all(folder);
    const app::SystemClock clock;
    const Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    const auto database = Database::open(folder / "ours", {});
    tests::writeHistory(*database, episodes, clock.now().wall.utc - std::chrono::days{2});
    Engine engine{*database, clock, vocabulary, uuids};
    const auto log = [&](int pain) {
        return std::holds_alternative<SpasmSaved>(engine.journal().logSpasm(
            {.pain = pain, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}}));
    };
    if (!log(5)) {
        std::abort();
    }

    // The bare one: the same schema and pragmas, one prepared insert of the same columns.
    const auto schema = Database::open(folder / "bare", {});
    SQLite::Database bare{(folder / "bare" / kDatabaseName).string(), SQLite::OPEN_READWRITE, 1000};
    bare.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
    const std::string episode = uuids.next(clock.now().wall.utc).text();
    bare.exec("INSERT INTO episode VALUES ('" + episode + "', 0, 0, 'aaaaaaaaaaaa', NULL)");
    SQLite::Statement insert{bare,
                             "INSERT INTO reading VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, NULL, '')"};
    SQLite::Statement begin{bare, "BEGIN IMMEDIATE"};
    SQLite::Statement commit{bare, "COMMIT"};

    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < pairs; ++i) {
        const auto a = Stopwatch::now();
        const bool isSaved = log(i % 11);
        const auto b = Stopwatch::now();
        if (!isSaved) {
            std::abort();
        }
        const std::string id = uuids.next(clock.now().wall.utc).text();
        const auto c = Stopwatch::now();
        begin.executeStep();
        begin.reset();
        insert.bind(1, id);
        insert.bind(2, std::int64_t{1});
        insert.bind(3, std::int64_t{1});
        insert.bind(4, std::string{"aaaaaaaaaaaa"});
        insert.bind(5, episode);
        insert.bind(6, std::int64_t{i});
        insert.bind(7, 0);
        insert.bind(8, i % 11);
        insert.executeStep();
        insert.reset();
        commit.executeStep();
        commit.reset();
        const auto d = Stopwatch::now();
        ours.push_back(milliseconds(b - a));
        theirs.push_back(milliseconds(d - c));
    }
    std::printf("logging, %6d episodes before: median %.3f ms, bare SQLite %.3f ms, above it %.3f "
                "ms (at most 0.15)\n",
                episodes, median(ours), median(theirs), median(ours) - median(theirs));
    std::filesystem::remove_all(folder);
}

} // namespace

int main()
{
    constexpr int kPairs = 2000;
    const auto folder = std::filesystem::temp_directory_path() / "unclench-commit-bench";
    for (const int episodes : {0, 20'000}) {
        measure(folder, episodes, kPairs);
    }
}
