// SPDX-License-Identifier: GPL-3.0-or-later
// What looking at the rules costs on top of a command, over ten years of history, and whether it
// grows. With TMPDIR=/dev/shm no disk is waited for, whose time comes and goes.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "core/store/change_store.h"
#include "tests/support/history.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <vector>

using namespace unclench;

namespace {

using Stopwatch = std::chrono::steady_clock;

double median(std::vector<double> values)
{
    std::nth_element(values.begin(),
                     values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

double timeOf(auto&& work)
{
    const auto begin = Stopwatch::now();
    work();
    return std::chrono::duration<double, std::milli>(Stopwatch::now() - begin).count();
}

double residentMebibytes()
{
    std::ifstream statm{"/proc/self/statm"};
    double total = 0;
    double resident = 0;
    statm >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

void insist(bool isFine)
{
    if (!isFine) {
        std::abort();
    }
}

/// Every question answered "no" once a week for ten years before `until`.
void writeAnswers(Database& database, const RedFlags& rules, UuidSource& uuids, UtcTime until)
{
    constexpr int kWeeks = 521;
    ChangeStore changes{database};
    Transaction transaction{database};
    for (int week = kWeeks; week > 0; --week) {
        const Moment at{until - std::chrono::days{7 * week}, std::chrono::hours{1}};
        for (const RedFlagRule& rule : rules.rules()) {
            if (!rule.question) {
                continue;
            }
            Answer answer;
            answer.stamp = {.id = uuids.next(at.utc),
                            .created = at.utc,
                            .updated = at.utc,
                            .machine = database.machine(),
                            .deleted = {}};
            answer.at = at;
            answer.question = rule.id;
            answer.value = AnswerValue::No;
            changes.insert(answer);
        }
    }
    transaction.commit();
}

void measure(const std::filesystem::path& folder, int episodes, int pairs)
{
    std::filesystem::remove_all(folder);
    const app::SystemClock clock;
    const Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    const auto database = Database::open(folder, {});
    tests::writeHistory(*database, episodes, clock.now().wall.utc - std::chrono::days{2});
    Engine engine{*database, clock, vocabulary, uuids};
    if (episodes > 0) {
        writeAnswers(*database, engine.redFlags(), uuids, clock.now().wall.utc);
    }
    // The same commands, and nothing looks at the rules.
    Events silent;
    Journal bare{*database, clock, vocabulary, silent, uuids, {}};
    const SpasmDraft spasm{
        .pain = 5, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}};
    insist(std::holds_alternative<SpasmSaved>(engine.journal().logSpasm(spasm)));
    const auto read = [](Journal& journal, int pain) {
        insist(std::holds_alternative<Saved>(
            journal.addReading({pain % 11, std::nullopt, std::nullopt, {}})));
    };

    // What is told for a past time is held against every moment since at which a rule can change:
    // before the hundreds of readings below, which no person writes down within a minute.
    std::vector<double> pastWith;
    std::vector<double> pastWithout;
    const auto weigh = [&](Journal& journal) {
        Measurement weight;
        weight.quantity = Quantity::Weight;
        weight.value = 70;
        weight.told = Unit::Kilogram;
        const Moment now = clock.now().wall;
        const Moment at{now.utc - std::chrono::days{7}, now.offset};
        insist(std::holds_alternative<Saved>(journal.tell(weight, at)));
    };
    for (int i = 0; i < pairs / 8; ++i) {
        pastWithout.push_back(timeOf([&] { weigh(bare); }));
        pastWith.push_back(timeOf([&] { weigh(engine.journal()); }));
    }
    std::vector<double> with;
    std::vector<double> without;
    for (int i = 0; i < pairs; ++i) {
        without.push_back(timeOf([&] { read(bare, i); }));
        with.push_back(timeOf([&] { read(engine.journal(), i); }));
    }
    std::vector<double> deadline;
    std::vector<double> asking;
    for (int i = 0; i < pairs / 4; ++i) {
        deadline.push_back(timeOf([&] { static_cast<void>(engine.alerts().nextDeadline()); }));
        asking.push_back(timeOf([&] { static_cast<void>(engine.alerts().asking()); }));
    }
    const double before = residentMebibytes();
    for (int i = 0; i < 1000; ++i) {
        read(engine.journal(), i);
    }
    const double grown = residentMebibytes() - before;
    const auto above = [](const std::vector<double>& more, const std::vector<double>& less) {
        return median(more) - median(less);
    };
    std::printf("red flags, %6d episodes before: a reading %.3f ms, %.3f above one without the "
                "rules (at most 5); a weight of a week ago %.3f ms, %.3f above; next deadline "
                "%.3f ms, what to ask %.3f ms; 1000 readings grow memory by %.2f MiB (at most 1)\n",
                episodes, median(with), above(with, without), median(pastWith),
                above(pastWith, pastWithout), median(deadline), median(asking), grown);
    std::filesystem::remove_all(folder);
}

} // namespace

int main()
{
    constexpr int kPairs = 200;
    const auto folder = std::filesystem::temp_directory_path() / "unclench-red-flags-bench";
    for (const int episodes : {0, 500, 20'000}) {
        measure(folder, episodes, kPairs);
    }
}
