// SPDX-License-Identifier: GPL-3.0-or-later
// Verifying finds each thing that can be wrong with a diary, and nothing in a whole one.
#include "core/store/verify.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::Diary;
using tests::done;

std::vector<Finding> findingsIn(Diary& diary)
{
    return verify(*diary.database, diary.vocabulary, diary.engine.redFlags(),
                  diary.clock.now().wall);
}

/// An episode of two bouts with one record of each kind that can belong to it.
void fill(Diary& diary)
{
    SpasmDraft draft = tests::spasm(7, {}, tests::regions({{"hip", Side::Left}}));
    draft.details.triggers = {{"bending"}};
    draft.details.pattern = "sudden";
    static_cast<void>(done(diary.journal().logSpasm(draft)));
    diary.clock.pass(1h);
    FunctionLimit limit;
    limit.function = "walk";
    Relief relief;
    relief.method = "rest";
    Condition condition;
    condition.condition = "diabetes";
    static_cast<void>(done(diary.journal().tell(tests::symptom("fever"), std::nullopt)));
    static_cast<void>(done(diary.journal().tell(limit, std::nullopt)));
    static_cast<void>(done(diary.journal().tell(relief, std::nullopt)));
    static_cast<void>(done(diary.journal().tell(condition, std::nullopt)));
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    Visit visit;
    visit.at = diary.clock.now().wall + std::chrono::days{7};
    static_cast<void>(done(diary.journal().keepVisit(visit)));
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(1h);
    diary.log(4);
    diary.clock.pass(1h);
    diary.end();
}

TEST(Verifying, FindsNothingInAWholeDiary)
{
    Diary diary;
    EXPECT_THAT(findingsIn(diary), IsEmpty());

    fill(diary);
    EXPECT_THAT(findingsIn(diary), IsEmpty());
    const Uuid episode = diary.engine.diary().lines({}, 1).front().id;
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode)));
    EXPECT_THAT(findingsIn(diary), IsEmpty());
}

struct DamageCase {
    const char* name;
    const char* sql;
    Finding::Check check;
    const char* where;
    int count;

    friend void PrintTo(const DamageCase& c, std::ostream* out) { *out << c.name; }
};

class Damage : public testing::TestWithParam<DamageCase> {};

TEST_P(Damage, IsFound)
{
    Diary diary;
    fill(diary);
    diary.database->script(std::string{"PRAGMA foreign_keys = OFF;"} + GetParam().sql);

    const auto findings = findingsIn(diary);

    EXPECT_THAT(findings, ElementsAre(AllOf(Field(&Finding::check, GetParam().check),
                                            Field(&Finding::where, HasSubstr(GetParam().where)),
                                            Field(&Finding::count, GetParam().count))));
}

using Check = Finding::Check;

const DamageCase kDamages[] = {
    {"a value that SQLite refuses",
     "PRAGMA ignore_check_constraints = ON; UPDATE reading SET pain = 11;"
     "PRAGMA ignore_check_constraints = OFF",
     Check::FileBroken, "reading", 1},
    {"a reading of no episode",
     "UPDATE reading SET episode_id = '01958a3e-0000-7000-8000-000000000000'", Check::OrphanFound,
     "reading", 2},
    {"an intake of no medicine", "DELETE FROM medicine", Check::OrphanFound, "intake", 1},
    {"an end before its beginning",
     "PRAGMA ignore_check_constraints = ON;"
     "UPDATE bout SET end_utc_ms = begin_utc_ms - 1 WHERE begin_utc_ms ="
     " (SELECT max(begin_utc_ms) FROM bout)",
     Check::FileBroken, "bout", 1}, // SQLite's own check sees it first
    {"a bout that ends in the next one",
     "UPDATE bout SET end_utc_ms = (SELECT max(begin_utc_ms) + 1 FROM bout)"
     " WHERE begin_utc_ms = (SELECT min(begin_utc_ms) FROM bout)",
     Check::BoutsOverlap, "bout", 1},
    {"an open bout before another one",
     "UPDATE bout SET end_utc_ms = NULL, end_offset_min = NULL"
     " WHERE begin_utc_ms = (SELECT min(begin_utc_ms) FROM bout)",
     Check::BoutsOverlap, "bout", 1},
    {"two spasms that are over, and were at the same time",
     "INSERT INTO episode SELECT '01958a3e-0000-7000-8000-0000000000e1', created_utc_ms,"
     " updated_utc_ms, machine, NULL FROM episode;"
     "INSERT INTO bout (id, created_utc_ms, updated_utc_ms, machine, episode_id, begin_utc_ms,"
     " begin_offset_min, end_utc_ms, end_offset_min)"
     " SELECT '01958a3e-0000-7000-8000-0000000000e2', created_utc_ms, updated_utc_ms, machine,"
     " '01958a3e-0000-7000-8000-0000000000e1', begin_utc_ms + 60000, begin_offset_min,"
     " end_utc_ms + 60000, end_offset_min FROM bout ORDER BY begin_utc_ms LIMIT 1",
     Check::EpisodesOverlap, "episode", 1},
    {"an episode whose bouts are deleted", "UPDATE bout SET deleted_utc_ms = updated_utc_ms",
     Check::EpisodeHollow, "episode", 1},
    {"a symptom that lives in a deleted episode",
     "UPDATE episode SET deleted_utc_ms = updated_utc_ms;"
     "UPDATE bout SET deleted_utc_ms = updated_utc_ms;"
     "UPDATE reading SET deleted_utc_ms = updated_utc_ms;"
     "UPDATE report SET deleted_utc_ms = updated_utc_ms;"
     "UPDATE function_limit SET deleted_utc_ms = updated_utc_ms;"
     "UPDATE relief SET deleted_utc_ms = updated_utc_ms;"
     "UPDATE intake SET deleted_utc_ms = updated_utc_ms",
     Check::OwnerDeleted, "symptom", 1},
    {"an unknown symptom", "UPDATE symptom SET symptom = 'hiccup'", Check::UnknownWord, "symptom",
     1},
    {"an unknown function", "UPDATE function_limit SET function = 'fly'", Check::UnknownWord,
     "function_limit", 1},
    {"an unknown condition", "UPDATE condition SET condition = 'boredom'", Check::UnknownWord,
     "condition", 1},
    {"an unknown relief", "UPDATE relief SET method = 'magic'", Check::UnknownWord, "relief", 1},
    {"an unknown medicine class", "UPDATE medicine SET class = 'herb'", Check::UnknownWord,
     "medicine", 1},
    {"an unknown section", "UPDATE visit SET sections = 'where,weather,moon'", Check::UnknownWord,
     "visit", 1},
    {"an unknown region", "UPDATE report SET value = '[\"wing\"]' WHERE field = 'regions'",
     Check::UnknownWord, "report", 1},
    {"an unknown trigger", "UPDATE report SET value = '[\"moon\"]' WHERE field = 'triggers'",
     Check::UnknownWord, "report", 1},
    {"an unknown pattern", "UPDATE report SET value = '\"plaid\"' WHERE field = 'pattern'",
     Check::UnknownWord, "report", 1},
    {"a list with a number in it", "UPDATE report SET value = '[1]' WHERE field = 'triggers'",
     Check::ReportUnreadable, "report", 1},
    {"a region with a side that is none",
     "UPDATE report SET value = '[\"hip:top\"]' WHERE field = 'regions'", Check::ReportUnreadable,
     "report", 1},
};
INSTANTIATE_TEST_SUITE_P(All, Damage, testing::ValuesIn(kDamages), tests::caseName<DamageCase>);

TEST(Verifying, SaysTheGravestFirst)
{
    Diary diary;
    fill(diary);
    diary.database->script(
        "PRAGMA foreign_keys = OFF; UPDATE symptom SET symptom = 'hiccup';"
        "INSERT INTO setting VALUES ('01958a3e-0000-7000-8000-0000000000a1', 0, 0, 'abcdefabcdef',"
        " NULL, 'moonlight', 'full'); DELETE FROM medicine");

    std::vector<Weight> weights;
    for (const Finding& finding : findingsIn(diary)) {
        weights.push_back(weightOf(finding.check));
    }

    EXPECT_THAT(weights, ElementsAre(Weight::Broken, Weight::Wrong, Weight::Note));
}

TEST(Verifying, NamesTheRecords)
{
    Diary diary;
    fill(diary);
    const Course course = diary.engine.diary().courses({}).front();
    const Bout& first = course.bouts.front();
    const Bout& second = course.bouts.back();
    diary.database->script("UPDATE symptom SET symptom = 'hiccup';"
                           "UPDATE bout SET end_utc_ms = NULL, end_offset_min = NULL");

    const auto findings = findingsIn(diary);

    const auto named = [&](Check check) {
        std::vector<std::pair<std::string, UtcTime>> which;
        for (const Finding& finding : findings) {
            for (const FoundRecord& found :
                 finding.check == check ? finding.which : std::vector<FoundRecord>{}) {
                which.emplace_back(found.id, found.at.value().utc);
            }
        }
        return which;
    };
    using Named = std::vector<std::pair<std::string, UtcTime>>;
    const Named both{{first.stamp.id.text(), first.begin.utc},
                     {second.stamp.id.text(), second.begin.utc}};
    EXPECT_EQ(named(Check::SeveralOpen), both);
    EXPECT_EQ(named(Check::BoutsOverlap), both);
    EXPECT_EQ(named(Check::UnknownWord).size(), 1U);
}

TEST(Verifying, LeavesWhatWasDeletedAlone)
{
    Diary diary;
    fill(diary);
    const Uuid episode = diary.engine.diary().lines({}, 1).front().id;
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode)));

    diary.database->script("UPDATE symptom SET symptom = 'hiccup', at_utc_ms = 9000000000000");

    EXPECT_THAT(findingsIn(diary), IsEmpty());
}

TEST(Verifying, StopsWhereItIsToldTo)
{
    Diary diary;
    fill(diary);

    EXPECT_THROW(
        static_cast<void>(verify(*diary.database, diary.vocabulary, diary.engine.redFlags(),
                                 diary.clock.now().wall, [](double share) { return share < 0.5; })),
        Cancelled);
}

TEST(Verifying, ChangesNothing)
{
    Diary diary;
    fill(diary);
    const auto before = diary.database->number("SELECT total_changes()");

    static_cast<void>(findingsIn(diary));

    EXPECT_EQ(diary.database->number("SELECT total_changes()"), before);
}

} // namespace
} // namespace unclench
