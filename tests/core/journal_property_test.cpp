// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is told in whatever order: the diary stays whole, and all of it can be taken back.
#include "core/store/verify.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using tests::Diary;

template <class Done>
std::optional<Undo> undoOf(const Result<Done>& result)
{
    const auto* saved = std::get_if<Done>(&result);
    return saved != nullptr ? std::optional{saved->undo} : std::nullopt;
}

std::optional<Moment> someTime(const Diary& diary)
{
    if (*rc::gen::inRange(0, 2) == 0) {
        return std::nullopt;
    }
    return diary.clock.now().wall - std::chrono::minutes{*rc::gen::inRange(0, 4000)};
}

Details someDetails()
{
    Details details;
    details.regions = *rc::gen::element(std::vector<Place>{{"hip", Side::Left}},
                                        std::vector<Place>{{"neck", std::nullopt}});
    if (*rc::gen::arbitrary<bool>()) {
        details.triggers = {{*rc::gen::element<std::string>("bending", "twisting")}};
    }
    return details;
}

/// An episode of the diary, deleted ones too; an empty id where there is none.
Uuid someEpisode(Diary& diary)
{
    std::vector<Uuid> ids{Uuid{}};
    for (const Episode& episode : RecordTable<Episode>{*diary.database}.select("")) {
        ids.push_back(episode.stamp.id);
    }
    return *rc::gen::elementOf(ids);
}

std::optional<Undo> correctSomeReading(Diary& diary)
{
    auto readings =
        RecordTable<Reading>{*diary.database}.select("WHERE deleted_utc_ms IS NULL ORDER BY id");
    if (readings.empty()) {
        return std::nullopt;
    }
    Reading reading = *rc::gen::elementOf(readings);
    reading.pain = *rc::gen::inRange(-1, 12);
    return undoOf(diary.journal().correct(reading));
}

std::optional<Undo> someCommand(Diary& diary)
{
    Journal& journal = diary.journal();
    switch (*rc::gen::inRange(0, 14)) {
    case 0:
    case 1: return undoOf(journal.logSpasm(tests::spasm(5, someTime(diary), someDetails())));
    case 2: {
        const Moment onset =
            diary.clock.now().wall - std::chrono::minutes{*rc::gen::inRange(-9, 999)};
        return undoOf(journal.logSpasm(tests::spasmSince(onset, 3)));
    }
    case 3:
        return undoOf(
            journal.addReading(tests::reading(*rc::gen::inRange(-1, 12), someTime(diary))));
    case 4:
    case 5: return undoOf(journal.endEpisode(someTime(diary)));
    case 6:
        return undoOf(journal.updateEpisode(someEpisode(diary), someDetails(), someTime(diary),
                                            std::nullopt));
    case 7: return undoOf(journal.painFreeDay(someTime(diary)));
    case 8: return undoOf(journal.tell(tests::symptom("fever"), someTime(diary)));
    case 9:
        return undoOf(journal.took(tests::intake(
            "Ibuprofen", *rc::gen::element<std::optional<std::string>>("topical", std::nullopt))));
    case 10: return undoOf(journal.remove(RecordKind::Episode, someEpisode(diary)));
    case 11: return undoOf(journal.restore(RecordKind::Episode, someEpisode(diary)));
    case 12: return undoOf(journal.set("break_minutes", *rc::gen::element<std::string>("2", "5")));
    default: return correctSomeReading(diary);
    }
}

void moveClock(Diary& diary)
{
    const std::chrono::minutes step{*rc::gen::inRange(-100, 3000)};
    diary.clock.setWall(diary.clock.now().wall + step);
}

bool isWholeDiary(Diary& diary)
{
    // The clock is set back now and then: what was told stays told, and lies ahead for a while.
    const Moment later = diary.clock.now().wall + std::chrono::days{365};
    const auto findings = verify(*diary.database, diary.vocabulary, diary.engine.redFlags(), later);
    return std::all_of(findings.begin(), findings.end(), [](const Finding& finding) {
        // With a clock that is set back, a spasm may be told at the time of another one.
        return weightOf(finding.check) == Weight::Note ||
               finding.check == Finding::Check::EpisodesOverlap;
    });
}

RC_GTEST_PROP(AnyDiary, StaysWholeAndCanBeTakenBackCommandByCommand, ())
{
    Diary diary;
    std::vector<Undo> undos;
    std::vector<tests::Rows> states;
    const int commands = *rc::gen::inRange(1, 15);

    for (int i = 0; i < commands; ++i) {
        moveClock(diary);
        auto before = tests::liveRows(*diary.database);
        if (auto undo = someCommand(diary)) {
            undos.push_back(*std::move(undo));
            states.push_back(std::move(before));
        } else {
            RC_ASSERT(tests::liveRows(*diary.database) == before);
        }
        RC_ASSERT(isWholeDiary(diary));
    }
    while (!undos.empty()) {
        const auto after = tests::liveRows(*diary.database);
        const auto back = undoOf(diary.journal().revert(undos.back()));
        RC_ASSERT(back.has_value());
        RC_ASSERT(tests::liveRows(*diary.database) == states.back());
        RC_ASSERT(isWholeDiary(diary));

        const auto again = undoOf(diary.journal().revert(*back));
        RC_ASSERT(again.has_value());
        RC_ASSERT(tests::liveRows(*diary.database) == after);
        RC_ASSERT(undoOf(diary.journal().revert(*again)).has_value());
        undos.pop_back();
        states.pop_back();
    }

    RC_ASSERT(tests::liveRows(*diary.database).empty());
}

} // namespace
} // namespace unclench
