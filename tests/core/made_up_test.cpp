// SPDX-License-Identifier: GPL-3.0-or-later
// What is made anew in a salvaged diary, so that all in it belongs to something.
#include "core/store/made_up.h"
#include "core/store/record_table.h"
#include "tests/support/diary.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;
using tests::at;
using tests::Diary;

const Moment kMadeUpDay = at("2026-03-02T08:00+01:00");

/// A diary whose references are not looked after, as it is while rows come in.
struct Unwhole : testing::Test {
    std::unique_ptr<Database> database = Database::inMemory();
    UuidSource uuids;

    void SetUp() override { database->script("PRAGMA foreign_keys = OFF"); }
    Stamp stamp(const Moment& when = kMadeUpDay)
    {
        return {uuids.next(when.utc), when.utc, when.utc, "abcdefabcdef", {}};
    }
    Reading reading(const Uuid& episode, const Moment& when)
    {
        Reading reading;
        reading.stamp = stamp(when);
        reading.episode = episode;
        reading.at = when;
        reading.pain = 4;
        RecordTable<Reading>{*database}.insert(reading);
        return reading;
    }
    MadeUp make() { return makeWhole(*database, "Name lost"); }
};

TEST_F(Unwhole, GivesALostSpasmABoutFromTheFirstToTheLastThingTold)
{
    const Uuid lost = uuids.next(kMadeUpDay.utc);
    reading(lost, kMadeUpDay + 2h);
    reading(lost, kMadeUpDay);

    const MadeUp madeUp = make();

    EXPECT_THAT(madeUp.made,
                UnorderedElementsAre(Pair(RecordKind::Episode, 1), Pair(RecordKind::Bout, 1)));
    const auto bouts = RecordTable<Bout>{*database}.select("");
    ASSERT_EQ(bouts.size(), 1U);
    EXPECT_EQ(bouts.front().episode, lost);
    EXPECT_EQ(bouts.front().begin, kMadeUpDay);
    EXPECT_EQ(bouts.front().end, kMadeUpDay + 2h);
    EXPECT_EQ(database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(Unwhole, LeavesALostSpasmDeletedWhereItsPartsAre)
{
    const Uuid lost = uuids.next(kMadeUpDay.utc);
    Reading part = reading(lost, kMadeUpDay);
    part.stamp.deleted = kMadeUpDay.utc + 1h;
    RecordTable<Reading>{*database}.update(part);

    const MadeUp madeUp = make();

    EXPECT_THAT(madeUp.made, ElementsAre(Pair(RecordKind::Episode, 1)));
    EXPECT_EQ(RecordTable<Episode>{*database}.find(lost)->stamp.deleted, part.stamp.deleted);
}

TEST_F(Unwhole, NamesLostMedicinesApart)
{
    for (int i = 0; i < 2; ++i) {
        Intake intake;
        intake.stamp = stamp();
        intake.medicine = uuids.next(kMadeUpDay.utc);
        intake.at = kMadeUpDay;
        RecordTable<Intake>{*database}.insert(intake);
    }

    const MadeUp madeUp = make();

    EXPECT_THAT(madeUp.made, Contains(Pair(RecordKind::Medicine, 2)));
    EXPECT_EQ(database->number("SELECT count(DISTINCT name) FROM medicine"), 2);
    EXPECT_EQ(database->number("SELECT count(*) FROM medicine WHERE name = 'Name lost'"), 1);
}

TEST_F(Unwhole, GivesLooksAtTheSkinASessionThatIsOver)
{
    const Uuid lost = uuids.next(kMadeUpDay.utc);
    for (const auto after : {1h, 0h}) {
        SkinCheck skin;
        skin.stamp = stamp();
        skin.session = lost;
        skin.at = kMadeUpDay + after;
        skin.skin = Skin::Blister;
        RecordTable<SkinCheck>{*database}.insert(skin);
    }

    const MadeUp madeUp = make();

    EXPECT_THAT(madeUp.made, ElementsAre(Pair(RecordKind::CareSession, 1)));
    EXPECT_THAT(madeUp.gone, IsEmpty());
    const auto session = RecordTable<CareSession>{*database}.find(lost);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->begin, kMadeUpDay);
    EXPECT_EQ(session->end, kMadeUpDay + 1h);
    EXPECT_EQ(database->number("SELECT count(*) FROM skin_check"), 2);
    EXPECT_EQ(database->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(Unwhole, KeepsAsAnOldVersionWhatCannotStandAlone)
{
    AlertStep step;
    step.stamp = stamp();
    step.alert = uuids.next(kMadeUpDay.utc);
    step.at = kMadeUpDay;
    RecordTable<AlertStep>{*database}.insert(step);

    const MadeUp madeUp = make();

    EXPECT_THAT(madeUp.gone, ElementsAre(Pair(RecordKind::AlertStep, 1)));
    EXPECT_EQ(database->number("SELECT count(*) FROM alert_step"), 0);
    EXPECT_EQ(database->number("SELECT count(*) FROM change_log WHERE kind = 'alert_step' AND"
                               " record_id = ? AND old = ?",
                               step.stamp.id.text(), toJson(step)),
              1);
}

TEST_F(Unwhole, DoesNotBringBackWhatWasErased)
{
    Episode episode;
    episode.stamp = stamp();
    RecordTable<Episode>{*database}.insert(episode);
    const Reading erased = reading(episode.stamp.id, kMadeUpDay);
    for (const auto& [kind, id] :
         {std::pair{"episode", episode.stamp.id}, std::pair{"reading", erased.stamp.id}}) {
        database->run("INSERT INTO erased (id, kind, created_utc_ms, deleted_utc_ms,"
                      " erased_utc_ms) VALUES (?, ?, 0, ?, 0)",
                      id.text(), kind,
                      std::int64_t{(kMadeUpDay.utc + 1h).time_since_epoch().count()});
    }

    const MadeUp madeUp = make();

    EXPECT_THAT(madeUp.made, IsEmpty());
    EXPECT_FALSE(RecordTable<Reading>{*database}.find(erased.stamp.id));
    EXPECT_TRUE(RecordTable<Episode>{*database}.find(episode.stamp.id)->stamp.isDeleted());
}

TEST_F(Unwhole, IsLeftAloneWhereItIsWhole)
{
    Diary diary;
    diary.log(5);
    diary.database->script("PRAGMA foreign_keys = OFF");
    const auto before = tests::liveRows(*diary.database);

    const MadeUp madeUp = makeWhole(*diary.database, "Name lost");

    EXPECT_THAT(madeUp.made, IsEmpty());
    EXPECT_THAT(madeUp.gone, IsEmpty());
    EXPECT_EQ(tests::liveRows(*diary.database), before);
}

} // namespace
} // namespace unclench
