// SPDX-License-Identifier: GPL-3.0-or-later
// What History finds, in which order, and that what was erased is nowhere to be found.
#include "core/store/history_store.h"

#include "core/store/copies.h"
#include "core/store/schema.h"
#include "core/store/upkeep_tasks.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace unclench {
namespace embedded {
extern const std::string_view kMigration001;
} // namespace embedded

namespace {

using namespace std::chrono;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;
using tests::at;
using tests::done;

SearchWord word(std::string text)
{
    return {.text = std::move(text), .regions = {}, .triggers = {}, .symptoms = {}};
}

class History : public testing::Test {
protected:
    /// An episode of one hour, with a note where `note` is not empty.
    Uuid
    episode(std::string_view onset, int pain, const Details& details = {}, std::string note = {})
    {
        const Moment begin = at(onset);
        diary.clock.setWall(begin);
        SpasmDraft draft = tests::spasm(pain, begin, details);
        draft.note = std::move(note);
        const Uuid id = done(diary.journal().logSpasm(draft)).episode;
        diary.clock.setWall(begin + 1h);
        static_cast<void>(diary.end());
        return id;
    }
    std::vector<Uuid> find(const HistoryFilter& filter, const HistorySort& sort = {})
    {
        return history.find(filter, sort, local_days{2026y / 3 / 2});
    }
    std::vector<Uuid> search(std::vector<std::string> words, bool isDeleted = false)
    {
        HistoryFilter filter;
        for (std::string& text : words) {
            filter.words.push_back(word(std::move(text)));
        }
        filter.isDeleted = isDeleted;
        return find(filter);
    }

    tests::Diary diary;
    HistoryStore history{*diary.database};
};

TEST_F(History, HasTheLatestFirst)
{
    const Uuid first = episode("2026-01-02T08:00:00+01:00", 4);
    const Uuid second = episode("2026-02-02T08:00:00+01:00", 6);

    EXPECT_THAT(find({}), ElementsAre(second, first));
}

TEST_F(History, LinesSayWhatStandsNow)
{
    Details details = tests::regions({{"lower_back", Side::Left}});
    details.triggers = {"twisting"};
    const Uuid id = episode("2026-01-02T08:00:00+01:00", 4, details, "it began in the garden");
    diary.clock.setWall(at("2026-01-02T08:30:00+01:00"));
    static_cast<void>(done(diary.journal().addReading(tests::reading(9))));
    static_cast<void>(done(diary.journal().updateEpisode(
        id, tests::regions({{"lower_back", Side::Both}}), std::nullopt, std::nullopt)));

    const HistoryRow row = history.rows({id}).front();

    EXPECT_EQ(row.line.id, id);
    EXPECT_EQ(row.line.onset, at("2026-01-02T08:00:00+01:00"));
    EXPECT_EQ(row.line.end, at("2026-01-02T09:00:00+01:00"));
    EXPECT_EQ(row.line.worstPain, 9);
    EXPECT_EQ(row.line.lastPain, 9);
    EXPECT_THAT(row.line.regions, ElementsAre(Place{"lower_back", Side::Both}));
    EXPECT_THAT(row.triggers, ElementsAre("twisting"));
    EXPECT_EQ(row.note, "it began in the garden");
}

TEST_F(History, LinesKeepTheOrderAskedForAndLeaveAGapForWhatIsGone)
{
    const Uuid first = episode("2026-01-02T08:00:00+01:00", 4);
    const Uuid second = episode("2026-02-02T08:00:00+01:00", 6);

    const auto rows = history.rows({first, diary.uuids.next(UtcTime{}), second});

    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_EQ(rows[0].line.id, first);
    EXPECT_TRUE(rows[1].line.id.isEmpty());
    EXPECT_EQ(rows[2].line.id, second);
}

TEST_F(History, MarksWhatWasThereAtTheSameTimeAsAnother)
{
    const Uuid alone = episode("2026-01-02T08:00:00+01:00", 4);
    const Uuid one = episode("2026-02-02T08:00:00+01:00", 6);
    const Uuid other = episode("2026-02-10T08:00:00+01:00", 5);
    EXPECT_FALSE(history.rows({one}).front().isBesideAnother);
    EXPECT_FALSE(history.entry(one)->beside);

    // As a merge leaves it: the first lasts until the other has begun.
    diary.database->run(
        "UPDATE bout SET end_utc_ms = ? WHERE episode_id = ?",
        std::int64_t{at("2026-02-10T08:30:00+01:00").utc.time_since_epoch().count()}, one.text());
    const auto rows = history.rows({alone, one, other});

    EXPECT_FALSE(rows[0].isBesideAnother);
    EXPECT_TRUE(rows[1].isBesideAnother);
    EXPECT_TRUE(rows[2].isBesideAnother);
    EXPECT_EQ(history.entry(one)->beside, at("2026-02-10T08:00:00+01:00"));
    EXPECT_EQ(history.entry(other)->beside, at("2026-02-02T08:00:00+01:00"));
    EXPECT_FALSE(history.entry(alone)->beside);

    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, other)));
    EXPECT_FALSE(history.rows({one}).front().isBesideAnother);
    EXPECT_FALSE(history.entry(other)->beside);
}

TEST_F(History, MarksEachOfThreeThatAreOpen)
{
    std::vector<Uuid> all;
    for (const char* onset :
         {"2026-01-02T08:00:00+01:00", "2026-01-05T08:00:00+01:00", "2026-01-09T08:00:00+01:00"}) {
        all.push_back(episode(onset, 4));
    }
    diary.database->run("UPDATE bout SET end_utc_ms = NULL, end_offset_min = NULL");

    for (const HistoryRow& row : history.rows(all)) {
        EXPECT_TRUE(row.isBesideAnother);
    }
}

struct SearchCase {
    const char* name;
    std::string note;
    std::vector<std::string> words;
    bool isFound;
};

class Searching : public History, public testing::WithParamInterface<SearchCase> {};

TEST_P(Searching, FindsNotesAsAPersonRemembersThem)
{
    episode("2026-01-02T08:00:00+01:00", 4, {}, GetParam().note);

    EXPECT_EQ(search(GetParam().words).size(), GetParam().isFound ? 1U : 0U);
}

const SearchCase kSearchCases[] = {
    {"a whole word", "in the garden", {"garden"}, true},
    {"the beginning of a word", "in the garden", {"gard"}, true},
    {"not its middle", "in the garden", {"arden"}, false},
    {"another case", "In the GARDEN", {"gaRden"}, true},
    {"an umlaut without its dots", "Rücken tut weh", {"ruck"}, true},
    {"an umlaut searched for", "Ruck im Kreuz", {"RÜCK"}, true},
    {"an umlaut in two code points", "Ru\u0308cken", {"rück"}, true},
    {"two words in any order", "in the garden, weeding", {"weeding", "garden"}, true},
    {"two words of which one is missing", "in the garden", {"garden", "cellar"}, false},
    {"a dash between words", "garden or cellar", {"garden", "-", "cellar"}, true},
    {"a quote", "called it \"the knife\"", {"\"the", "knife\""}, true},
    {"only a quote", "no such sign", {"\""}, false},
    {"a star", "5 * 3", {"*"}, true},
    {"words that are operators", "either this or that", {"OR"}, true},
    {"NOT is a word", "garden", {"NOT", "garden"}, false},
    {"NEAR with brackets", "garden", {"NEAR(garden"}, false},
    {"a column name", "garden", {"text:garden"}, false},
    {"a caret", "garden", {"^garden"}, true},
    {"an emoji", "bad day \U0001F62D", {"\U0001F62D"}, true},
    {"another emoji", "bad day \U0001F62D", {"\U0001F600"}, false},
    {"an arrow", "7 \u2192 3", {"\u2192"}, true},
    {"a word with an apostrophe", "can't turn", {"can't"}, true},
    {"a NUL in the middle", "garden", {std::string("gar\0den", 7)}, false},
    {"ten thousand letters", "garden", {std::string(10'000, 'x')}, false},
    {"ten thousand quotes", "garden", {std::string(10'000, '"')}, false},
    {"a backslash and a semicolon", "garden", {"\\';DROP"}, false},
};
INSTANTIATE_TEST_SUITE_P(All,
                         Searching,
                         testing::ValuesIn(kSearchCases),
                         tests::caseName<SearchCase>);

TEST_F(History, FindsTheNoteOfTheEpisodeAndTheIdsOfAWord)
{
    Details noted;
    noted.note = "Gartenarbeit";
    const Uuid first = episode("2026-01-02T08:00:00+01:00", 4, noted);
    const Uuid second =
        episode("2026-02-02T08:00:00+01:00", 4, tests::regions({{"hip", Side::Left}}));

    EXPECT_THAT(search({"garten"}), ElementsAre(first));
    HistoryFilter byLabel;
    byLabel.words = {{.text = "hüfte", .regions = {"hip"}, .triggers = {}, .symptoms = {}}};
    EXPECT_THAT(find(byLabel), ElementsAre(second));
}

TEST_F(History, NarrowsByPeriodInTheLocalDaysOfThen)
{
    const Uuid evening = episode("2026-01-31T23:30:00-05:00", 4); // in UTC it is February
    const Uuid february = episode("2026-02-15T08:00:00+01:00", 4);
    HistoryFilter filter;
    filter.span = HistorySpan::FromTo;
    filter.from = local_days{2026y / 1 / 31};
    filter.to = local_days{2026y / 1 / 31};
    EXPECT_THAT(find(filter), ElementsAre(evening));
    filter.from = local_days{2026y / 2 / 1};
    filter.to.reset();
    EXPECT_THAT(find(filter), ElementsAre(february));

    filter = {};
    filter.span = HistorySpan::Days30; // 1 February to 2 March
    EXPECT_THAT(find(filter), ElementsAre(february));
    filter.span = HistorySpan::Year;
    EXPECT_THAT(find(filter), SizeIs(2));
}

TEST_F(History, NarrowsByPlacePainTriggerAndSymptom)
{
    Details details = tests::regions({{"lower_back", Side::Both}});
    details.triggers = {"twisting", "bending"};
    const Uuid both = episode("2026-01-02T08:00:00+01:00", 8, details);
    const Uuid left =
        episode("2026-01-12T08:00:00+01:00", 3, tests::regions({{"lower_back", Side::Left}}));
    diary.clock.setWall(at("2026-01-12T08:30:00+01:00"));
    Symptom tingling = tests::symptom("leg_tingling", Side::Left);
    tingling.isPresent = true;
    static_cast<void>(done(diary.journal().tell(tingling, std::nullopt)));

    HistoryFilter filter;
    filter.regions = {{"lower_back", std::nullopt}};
    EXPECT_THAT(find(filter), UnorderedElementsAre(both, left));
    filter.regions = {{"lower_back", Side::Right}};
    EXPECT_THAT(find(filter), ElementsAre(both));
    filter.regions = {{"hip", std::nullopt}};
    EXPECT_THAT(find(filter), IsEmpty());
    filter = {};
    filter.painAtLeast = 8;
    EXPECT_THAT(find(filter), ElementsAre(both));
    filter = {};
    filter.painAtMost = 7;
    EXPECT_THAT(find(filter), ElementsAre(left));
    filter = {};
    filter.triggers = {"bending"};
    EXPECT_THAT(find(filter), ElementsAre(both));
    filter = {};
    filter.symptoms = {"leg_tingling"};
    EXPECT_THAT(find(filter), ElementsAre(left));
}

TEST_F(History, SortsByEveryColumn)
{
    Details hip = tests::regions({{"hip", Side::Left}});
    hip.triggers = {"twisting"};
    Details neck = tests::regions({{"neck", std::nullopt}});
    neck.triggers = {"bending"};
    const Uuid first = episode("2026-01-02T08:00:00+01:00", 8, hip, "zebra");
    const Uuid second = episode("2026-01-12T08:00:00+01:00", 3, neck, "Apple");
    const Uuid bare = episode("2026-01-22T08:00:00+01:00", 5);
    const auto sorted = [&](HistoryColumn by, std::vector<std::string> order) {
        return find({}, {.by = by, .isDescending = false, .order = std::move(order)});
    };

    EXPECT_THAT(sorted(HistoryColumn::Began, {}), ElementsAre(first, second, bare));
    EXPECT_THAT(sorted(HistoryColumn::Lasted, {}), ElementsAre(bare, second, first));
    EXPECT_THAT(sorted(HistoryColumn::Worst, {}), ElementsAre(second, bare, first));
    EXPECT_THAT(sorted(HistoryColumn::LastPain, {}), ElementsAre(second, bare, first));
    EXPECT_THAT(sorted(HistoryColumn::Where, {"neck", "hip"}), ElementsAre(second, first, bare));
    EXPECT_THAT(sorted(HistoryColumn::Triggers, {"twisting", "bending"}),
                ElementsAre(first, second, bare));
    EXPECT_THAT(sorted(HistoryColumn::Notes, {}), ElementsAre(second, first, bare));
}

TEST_F(History, WhatIsDeletedIsFoundAmongTheDeletedAlone)
{
    const Uuid kept = episode("2026-01-02T08:00:00+01:00", 4, {}, "garden");
    const Uuid gone = episode("2026-02-02T08:00:00+01:00", 6, {}, "garden");
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, gone)));

    EXPECT_THAT(search({"garden"}), ElementsAre(kept));
    EXPECT_THAT(search({"garden"}, true), ElementsAre(gone));
    EXPECT_EQ(history.rows({gone}).front().line.worstPain, 6);
    EXPECT_TRUE(history.entry(gone)->isDeleted);
    EXPECT_THAT(history.entry(gone)->course.readings, SizeIs(1));
    EXPECT_EQ(history.count(true), 1);

    static_cast<void>(done(diary.journal().restore(RecordKind::Episode, gone)));
    EXPECT_THAT(search({"garden"}), ElementsAre(gone, kept));
}

TEST_F(History, ANoteThatWasCorrectedOrDeletedAloneIsNotFound)
{
    const Uuid id = episode("2026-01-02T08:00:00+01:00", 4, {}, "garden");
    Reading reading = diary.course(id).readings.front();
    reading.note = "cellar";
    static_cast<void>(done(diary.journal().correct(reading)));
    EXPECT_THAT(search({"garden"}), IsEmpty());
    EXPECT_THAT(search({"cellar"}), ElementsAre(id));

    static_cast<void>(done(diary.journal().remove(RecordKind::Reading, reading.stamp.id)));
    EXPECT_THAT(search({"cellar"}), IsEmpty());
    EXPECT_TRUE(history.rows({id}).front().note.empty());
}

TEST_F(History, DeletingManyIsOneStep)
{
    const Uuid first = episode("2026-01-02T08:00:00+01:00", 4);
    const Uuid second = episode("2026-02-02T08:00:00+01:00", 6);
    int events = 0;
    const auto subscription = diary.engine.events().subscribe([&](const Event&) { ++events; });

    const Saved saved = done(diary.journal().removeAll({first, second}));
    EXPECT_EQ(events, 1);
    EXPECT_THAT(find({}), IsEmpty());
    EXPECT_EQ(tests::refusalOf(diary.journal().removeAll({first})), ProblemKind::NotThere);

    static_cast<void>(done(diary.journal().revert(saved.undo)));
    EXPECT_THAT(find({}), ElementsAre(second, first));
}

TEST(Erasing, LeavesNoWordOfANoteInTheFile)
{
    const tests::TempFolder temp;
    const auto database = Database::open(temp.path(), {});
    tests::TestClock clock;
    const Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    Engine engine{*database, clock, vocabulary, uuids};
    SpasmDraft draft = tests::spasm(4);
    draft.note = "xylophone accident";
    draft.details.note = "quagmire";
    const Uuid id = done(engine.journal().logSpasm(draft)).episode;
    static_cast<void>(done(engine.journal().remove(RecordKind::Episode, id)));
    HistoryFilter filter;
    filter.words = {word("xylophone")};
    filter.isDeleted = true;
    ASSERT_THAT(engine.history().find(filter, {}, clock.now().wall.localDay()), ElementsAre(id));

    clock.pass(kRestorable + 1ms);
    eraseOld(*database, clock.now().wall);

    EXPECT_THAT(engine.history().find(filter, {}, clock.now().wall.localDay()), IsEmpty());
    EXPECT_EQ(database->number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
    const std::string bytes = tests::bytesOf(temp / kDatabaseName);
    for (const char* text : {"xylophone", "accident", "quagmire", "agmire", "ylophone"}) {
        EXPECT_EQ(bytes.find(text), std::string::npos) << text;
    }
}

std::vector<std::string> schemaOf(Database& database)
{
    std::vector<std::string> tables;
    database.each("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master"
                  " ORDER BY type, name",
                  [&](SQLite::Statement& row) { tables.push_back(row.getColumn(0).getString()); });
    return tables;
}

TEST(Migrating, BringsAFileOfVersion1UpToDateAndKeepsACopyOfIt)
{
    const tests::TempFolder temp;
    constexpr std::string_view kEpisode = "019c0000-0000-7000-8000-000000000001";
    {
        // What version 1 of the program left: its tables alone, one noted reading, one noted
        // report.
        const auto database = Database::open(temp.path(), {});
        std::string drops = "PRAGMA foreign_keys = OFF;";
        database->each("SELECT name FROM pragma_table_list WHERE schema = 'main'"
                       " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
                       [&](SQLite::Statement& row) {
                           drops += fmt::format("DROP TABLE {};", row.getColumn(0).getString());
                       });
        database->script(drops);
        database->script(std::string{embedded::kMigration001});
        database->script(fmt::format(
            "PRAGMA user_version = 1; PRAGMA foreign_keys = ON;"
            "INSERT INTO meta VALUES ('machine', 'aaaaaaaaaaaa');"
            "INSERT INTO episode VALUES ('{0}', 1, 1, 'aaaaaaaaaaaa', NULL);"
            "INSERT INTO bout VALUES ('{1}2', 1, 1, 'aaaaaaaaaaaa', NULL, '{0}', 1, 0, 2, 0);"
            "INSERT INTO reading VALUES ('{1}3', 1, 1, 'aaaaaaaaaaaa', NULL, '{0}', 1, 0, 7, NULL,"
            " 'in the garden');"
            "INSERT INTO report VALUES ('{1}4', 1, 1, 'aaaaaaaaaaaa', NULL, '{0}', 1, 0, 'note',"
            " '\"R\u00fccken\"');",
            kEpisode, kEpisode.substr(0, kEpisode.size() - 1)));
    }
    const auto database = Database::open(temp.path(), {});

    EXPECT_EQ(schemaState(*database), SchemaState::Current);
    EXPECT_EQ(schemaOf(*database), schemaOf(*Database::inMemory()));
    for (const char* text : {"garden", "ruck"}) {
        HistoryFilter filter;
        filter.words = {word(text)};
        EXPECT_THAT(HistoryStore{*database}.find(filter, {}, local_days{2026y / 3 / 2}),
                    ElementsAre(Uuid::parse(kEpisode).value_or(Uuid{})))
            << text;
    }
    const auto copies = copiesIn(temp.path());
    ASSERT_THAT(copies, SizeIs(1));
    const auto copy = Database::openCopy(copies.front());
    EXPECT_EQ(copy->number("PRAGMA user_version"), 1);
    EXPECT_EQ(copy->number("SELECT count(*) FROM reading"), 1);
}

} // namespace
} // namespace unclench
