// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/history.h"

#include "core/knowledge/vocabulary.h"
#include "core/store/change_store.h"

#include <array>
#include <random>

namespace unclench::tests {

using namespace std::chrono;

void writeHistory(Database& database, int episodes, UtcTime until)
{
    constexpr int kReadings = 5;
    const milliseconds step = milliseconds{days{3652}} / std::max(episodes, 1);
    const Vocabulary vocabulary = Vocabulary::builtIn();
    std::mt19937 random{42};
    UuidSource uuids;
    ChangeStore changes{database};
    Transaction transaction{database};
    const auto save = [&]<class Record>(Record record, const Moment& at) {
        record.stamp = {.id = uuids.next(at.utc),
                        .created = at.utc,
                        .updated = at.utc,
                        .machine = database.machine(),
                        .deleted = {}};
        changes.insert(record);
        return record.stamp.id;
    };
    const auto pick = [&](Topic topic) {
        const auto terms = vocabulary.terms(topic);
        return terms[random() % terms.size()].id;
    };
    for (int i = 0; i < episodes; ++i) {
        const Moment onset{until - step * (episodes - i), hours{1}};
        const milliseconds length = step / 2;
        const Uuid episode = save(Episode{}, onset);
        save(Bout{{}, episode, onset, onset + length}, onset);
        for (int r = 0; r < kReadings; ++r) {
            const Moment at = onset + length * r / kReadings;
            save(Reading{{},
                         episode,
                         at,
                         static_cast<int>(random() % 11),
                         std::nullopt,
                         r == 2 ? "it eased lying down" : ""},
                 at);
        }
        Details details;
        details.regions = {{pick(Topic::Region), static_cast<Side>(random() % 4)}};
        details.triggers = {pick(Topic::Trigger)};
        details.quality = {pick(Topic::Quality)};
        Symptom symptom;
        symptom.episode = episode;
        symptom.at = onset;
        symptom.symptom = pick(Topic::Symptom);
        save(symptom, onset);
        save(FunctionLimit{{}, episode, onset, pick(Topic::Function), 2}, onset);
        save(Relief{{}, episode, onset, pick(Topic::Relief), Effect::Better}, onset);
        for (auto& [field, value] : toReports(details)) {
            save(Report{{}, episode, onset, field, value}, onset);
        }
    }
    transaction.commit();
}

void writeSitting(Database& database, int spans, UtcTime until)
{
    constexpr int kPerDay = 29;
    UuidSource uuids;
    ChangeStore changes{database};
    Transaction transaction{database};
    for (int i = 0; i < spans; ++i) {
        const int day = i / kPerDay;
        const int days = (spans + kPerDay - 1) / kPerDay;
        const Moment morning{floor<std::chrono::days>(until) -
                                 std::chrono::days{3650L * (days - day) / days} + 8h,
                             1h};
        const bool isSeated = i % 2 == 0;
        const Moment begin = morning + minutes{20 * (i % kPerDay)};
        SeatSpan span;
        span.stamp = {.id = uuids.next(begin.utc),
                      .created = begin.utc,
                      .updated = begin.utc,
                      .machine = database.machine(),
                      .deleted = {}};
        span.posture = isSeated ? Posture::Seated : Posture::Away;
        span.cause = isSeated ? SeatCause::Input : SeatCause::Idle;
        span.begin = begin;
        span.beginBoot = minutes{20L * i};
        span.end = begin + 20min;
        span.endBoot = span.beginBoot + 20min;
        span.bootId = "made up";
        changes.insert(span);
    }
    transaction.commit();
}

} // namespace unclench::tests
