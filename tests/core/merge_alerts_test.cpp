// SPDX-License-Identifier: GPL-3.0-or-later
// Warnings when one diary takes another in: none is lost, none is ended, and old answers become
// questions.
#include "core/store/change_store.h"
#include "core/store/record_table.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::refusalOf;

constexpr const char* kSaddleRule = "rf_saddle_numbness";

void alertStep(const auto& result)
{
    static_cast<void>(done(result));
}

Answer givenAnswer(const std::string& question, AnswerValue value)
{
    Answer told;
    told.question = question;
    told.value = value;
    return told;
}

class MergingAlerts : public testing::Test {
protected:
    void pass(std::chrono::milliseconds time)
    {
        laptop.clock.pass(time);
        desk.clock.pass(time);
    }
    Merged take(Diary& diary, Database& other, MergeReason reason = MergeReason::Merge)
    {
        return diary.engine.merge(other, reason, {});
    }
    static void tell(Diary& diary, const std::string& question, AnswerValue value)
    {
        alertStep(diary.engine.alerts().answer(givenAnswer(question, value), std::nullopt));
    }
    static std::vector<Alert> emergencies(Diary& diary)
    {
        auto alerts = diary.engine.alerts().active();
        std::erase_if(alerts, [](const Alert& alert) { return alert.level != Level::Emergency; });
        return alerts;
    }
    /// A diary without alerts in which a question was answered once, `ago` before now.
    std::unique_ptr<Database>
    answeredOnce(const std::string& question, AnswerValue value, std::chrono::milliseconds ago)
    {
        auto database = Database::inMemory();
        Answer told = givenAnswer(question, value);
        told.at = desk.clock.now().wall - ago;
        told.stamp = {.id = uuids.next(told.at.utc),
                      .created = told.at.utc,
                      .updated = told.at.utc,
                      .machine = database->machine(),
                      .deleted = {}};
        Transaction transaction{*database};
        ChangeStore{*database}.insert(told);
        transaction.commit();
        return database;
    }
    std::vector<std::string> askedFor() { return desk.engine.alerts().asking().askedFor; }

    UuidSource uuids;
    Diary laptop;
    Diary desk;
};

TEST_F(MergingAlerts, AnOpenEmergencyComesOverAndEndsHeatAndCold)
{
    desk.log(5);
    alertStep(desk.engine.care().start({Modality::Heat, 15, {}, {}}));
    tell(laptop, kSaddleRule, AnswerValue::Yes);
    std::vector<Uuid> told;
    const auto listening = desk.engine.events().subscribe([&](const Event& event) {
        if (const auto* saved = std::get_if<RecordsSaved>(&event)) {
            for (const auto& [kind, id] : saved->records) {
                told.push_back(id);
            }
        }
    });

    const Merged merged = take(desk, *laptop.database);

    ASSERT_THAT(emergencies(desk), SizeIs(1));
    EXPECT_FALSE(desk.engine.care().running());
    EXPECT_THAT(told, Contains(emergencies(desk).front().stamp.id)) << "whoever shows it hears it";
    EXPECT_THAT(desk.engine.alerts().store().stepsOf(emergencies(desk).front().stamp.id),
                Not(IsEmpty()));

    alertStep(desk.journal().revert(merged.undo));
    EXPECT_THAT(emergencies(desk), SizeIs(1)) << "taking a merge back ends none";
}

TEST_F(MergingAlerts, ClosingAnEmergencyAsSeenComesOver)
{
    tell(laptop, kSaddleRule, AnswerValue::Yes);
    take(desk, *laptop.database);
    pass(1min);
    alertStep(laptop.engine.alerts().contacted());

    take(desk, *laptop.database);

    EXPECT_THAT(emergencies(desk), IsEmpty());
    EXPECT_THAT(desk.engine.alerts().active(), IsEmpty());
}

TEST_F(MergingAlerts, NoOtherVersionEndsAnEmergency)
{
    tell(laptop, kSaddleRule, AnswerValue::Yes);
    take(desk, *laptop.database);
    Alert lower = emergencies(laptop).front();
    lower.level = Level::Soon;
    lower.state = AlertState::Closed;
    lower.closing = Closing::Ended;
    lower.stamp.updated += 1h;
    Alert deleted = emergencies(laptop).front();
    deleted.stamp.updated += 2h;
    deleted.stamp.deleted = deleted.stamp.updated;
    for (const Alert& version : {lower, deleted}) {
        const auto other = Database::inMemory();
        Transaction transaction{*other};
        ChangeStore{*other}.insert(version);
        transaction.commit();

        take(desk, *other);

        EXPECT_THAT(emergencies(desk), SizeIs(1));
    }
}

TEST_F(MergingAlerts, AnOldAnswerBecomesAQuestionAndNoAlarm)
{
    const auto old = answeredOnce(kSaddleRule, AnswerValue::Yes, std::chrono::days{15});

    take(desk, *old);

    EXPECT_THAT(desk.engine.alerts().active(), IsEmpty());
    EXPECT_THAT(askedFor(), Contains(kSaddleRule));
    pass(3h);
    alertStep(desk.journal().tell(tests::symptom("fever"), std::nullopt));
    EXPECT_THAT(emergencies(desk), IsEmpty()) << "nor later";
    EXPECT_THAT(askedFor(), Contains(kSaddleRule));

    tell(desk, kSaddleRule, AnswerValue::No);
    EXPECT_THAT(askedFor(), Not(Contains(kSaddleRule))) << "asked once";
    take(desk, *old);
    EXPECT_THAT(askedFor(), Not(Contains(kSaddleRule))) << "also when it is taken in again";
    EXPECT_THAT(emergencies(desk), IsEmpty());
}

TEST_F(MergingAlerts, AnOldAnswerGivenOnceMoreRaises)
{
    take(desk, *answeredOnce(kSaddleRule, AnswerValue::Yes, std::chrono::days{400}));
    ASSERT_THAT(emergencies(desk), IsEmpty());

    tell(desk, kSaddleRule, AnswerValue::Yes);

    EXPECT_THAT(emergencies(desk), SizeIs(1));
}

TEST_F(MergingAlerts, AYoungAnswerRaises)
{
    take(desk, *answeredOnce(kSaddleRule, AnswerValue::Yes, std::chrono::days{13}),
         MergeReason::Import);

    EXPECT_THAT(emergencies(desk), SizeIs(1));
}

TEST_F(MergingAlerts, WhatTheOtherMachineSawToIsNotAskedAgain)
{
    tell(laptop, kSaddleRule, AnswerValue::Yes);
    alertStep(laptop.engine.alerts().contacted());
    pass(std::chrono::days{20});

    take(desk, *laptop.database);

    EXPECT_THAT(desk.engine.alerts().active(), IsEmpty());
    EXPECT_THAT(askedFor(), Not(Contains(kSaddleRule)));
}

TEST_F(MergingAlerts, AFeverOfLongAgoRaisesNoEmergency)
{
    const auto old = Database::inMemory();
    const Moment then = desk.clock.now().wall - std::chrono::days{100};
    const auto keep = [&](auto record) {
        record.at = then;
        record.stamp = {.id = uuids.next(then.utc),
                        .created = then.utc,
                        .updated = then.utc,
                        .machine = old->machine(),
                        .deleted = {}};
        Transaction transaction{*old};
        ChangeStore{*old}.insert(record);
        transaction.commit();
    };
    keep(tests::measurement(Quantity::Temperature, 39.0, Unit::Celsius));
    keep(Condition{{}, {}, "weak_immune", true});
    Bout bout;
    bout.begin = then;
    bout.end = then + 24h;
    Episode episode;
    for (Stamp* stamp : {&episode.stamp, &bout.stamp}) {
        *stamp = {.id = uuids.next(then.utc),
                  .created = then.utc,
                  .updated = then.utc,
                  .machine = old->machine(),
                  .deleted = {}};
    }
    bout.episode = episode.stamp.id;
    Transaction transaction{*old};
    ChangeStore{*old}.insert(episode);
    ChangeStore{*old}.insert(bout);
    transaction.commit();

    take(desk, *old);
    EXPECT_THAT(emergencies(desk), IsEmpty());

    desk.log(4);

    alertStep(desk.journal().tell(tests::measurement(Quantity::Temperature, 39.0, Unit::Celsius),
                                  std::nullopt));
    EXPECT_THAT(emergencies(desk), SizeIs(1)) << "that of today does";
}

TEST_F(MergingAlerts, WhatBothRaisedIsOneOnTheScreenAndClosedTogether)
{
    tell(laptop, kSaddleRule, AnswerValue::Yes);
    pass(1min);
    tell(desk, kSaddleRule, AnswerValue::Yes);

    take(desk, *laptop.database);

    EXPECT_THAT(desk.engine.alerts().active(), SizeIs(1));
    EXPECT_THAT(desk.engine.alerts().store().activeOf(kSaddleRule), SizeIs(2));
    alertStep(desk.engine.alerts().close(kSaddleRule, Closing::Mistake));
    EXPECT_THAT(desk.engine.alerts().store().activeOf(kSaddleRule), IsEmpty());
    take(laptop, *desk.database);
    EXPECT_THAT(emergencies(laptop), IsEmpty());
}

TEST_F(MergingAlerts, WhatBothRaisedEndsTogetherAndIsPutOffTogether)
{
    // One leg tingles: urgent, and it ends with a later "no".
    const std::string leg = "rf_leg_one_neuro";
    tell(laptop, leg, AnswerValue::Yes);
    pass(1min);
    tell(desk, leg, AnswerValue::Yes);
    take(desk, *laptop.database);
    ASSERT_THAT(desk.engine.alerts().store().activeOf(leg), SizeIs(2));

    alertStep(desk.engine.alerts().snooze(leg, 2h));
    for (const Alert& alert : desk.engine.alerts().store().activeOf(leg)) {
        EXPECT_EQ(alert.state, AlertState::Snoozed);
    }
    pass(1min);
    EXPECT_EQ(refusalOf(desk.engine.alerts().snooze(leg, 2h)), ProblemKind::SnoozeTwice);
    tell(desk, leg, AnswerValue::No);

    EXPECT_THAT(desk.engine.alerts().store().activeOf(leg), IsEmpty());
}

} // namespace
} // namespace unclench
