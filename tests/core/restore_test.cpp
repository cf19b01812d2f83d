// SPDX-License-Identifier: GPL-3.0-or-later
// Going back to a backup: all of it or nothing, undone by going back again, and no emergency or
// running session is ended by it.
#include "core/engine/engine.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/file_error.h"
#include "core/store/schema.h"
#include "core/store/wholeness.h"
#include "tests/support/any_history.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <future>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::TempFolder;
using tests::writeBytes;

/// Every row of every table but those of the search and of this machine, in the order that they
/// have.
std::vector<std::string> allRows(Database& database)
{
    std::vector<std::string> tables;
    database.each("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                  " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'note_%' AND name <> 'meta'"
                  " ORDER BY name",
                  [&](SQLite::Statement& row) { tables.push_back(row.getColumn(0).getString()); });
    std::vector<std::string> rows;
    for (const std::string& table : tables) {
        std::string columns;
        database.each(
            "SELECT name FROM pragma_table_info(?)",
            [&](SQLite::Statement& row) {
                columns += (columns.empty() ? "quote(" : " || ',' || quote(") +
                           row.getColumn(0).getString() + ")";
            },
            table);
        database.each(
            fmt::format("SELECT '{0} ' || {1} FROM {0} ORDER BY 1", table, columns),
            [&](SQLite::Statement& row) { rows.push_back(row.getColumn(0).getString()); });
    }
    return rows;
}

/// The same without what follows from it as time goes by.
std::vector<std::string> toldRows(Database& database)
{
    std::vector<std::string> rows = allRows(database);
    std::erase_if(rows, [](const std::string& row) {
        return row.starts_with("alert") ||
               (row.starts_with("change_log") && row.find("'alert") != std::string::npos);
    });
    return rows;
}

std::vector<std::string> notesFound(Database& database)
{
    std::vector<std::string> notes;
    database.each("SELECT record_id || ' ' || text FROM note_text ORDER BY 1",
                  [&](SQLite::Statement& row) { notes.push_back(row.getColumn(0).getString()); });
    return notes;
}

struct Restore : testing::Test {
    TempFolder temp;
    Diary diary; // its clock and words
    std::unique_ptr<Database> file = Database::open(temp / "diary", {});
    Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};

    SpasmSaved log(int pain, std::string note = {})
    {
        SpasmDraft draft = tests::spasm(pain);
        draft.note = std::move(note);
        return done(engine.journal().logSpasm(draft));
    }
    fs::path backUp()
    {
        return BackupBefore{*file, BackupReason::Import, diary.clock.now().wall}.keep();
    }
    void raiseEmergency()
    {
        Answer yes;
        yes.question = "rf_saddle_numbness";
        yes.value = AnswerValue::Yes;
        yes.change = Change::New;
        static_cast<void>(done(engine.alerts().answer(yes, std::nullopt)));
    }
    std::vector<std::string> openRules()
    {
        std::vector<std::string> rules;
        for (const Alert& alert : engine.alerts().active()) {
            rules.push_back(alert.rule);
        }
        return rules;
    }
};

TEST_F(Restore, MakesTheDiaryWhatTheBackupHolds)
{
    const auto spasm = log(7, "unmistakable words");
    const auto gone = done(engine.journal().addReading(tests::reading(4)));
    const fs::path backup = backUp();
    const auto rows = toldRows(*file);
    const auto notes = notesFound(*file);
    diary.clock.pass(1h);
    static_cast<void>(done(engine.journal().removeAll({spasm.episode})));
    diary.clock.pass(48h);
    log(3, "other words");
    static_cast<void>(done(engine.journal().set("pace", "alt_003")));

    const Restored restored = engine.restore(backup);

    EXPECT_EQ(toldRows(*file), rows);
    EXPECT_EQ(notesFound(*file), notes);
    EXPECT_EQ(restored.holds.episodes, 1);
    EXPECT_EQ(restored.holds.readings, 2);
    EXPECT_EQ(engine.diary().course(spasm.episode)->readings.size(), 2U);
    EXPECT_EQ(file->number("SELECT count(*) FROM note_search WHERE note_search MATCH 'other'"), 0);
    EXPECT_EQ(file->number("SELECT count(*) FROM note_search WHERE note_search MATCH 'words'"), 1);
    EXPECT_TRUE(isWhole(*file));
    EXPECT_EQ(file->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    EXPECT_NE(gone.id, spasm.id);
}

TEST_F(Restore, IsUndoneByGoingBackOnceMore)
{
    log(7, "first");
    const fs::path backup = backUp();
    diary.clock.pass(2h);
    static_cast<void>(done(engine.journal().addReading(tests::noted("second"))));
    static_cast<void>(done(engine.journal().endEpisode(std::nullopt)));
    diary.clock.pass(days{3});
    const auto later = log(2);
    static_cast<void>(done(engine.journal().remove(RecordKind::Episode, later.episode)));
    const auto rows = allRows(*file);
    const auto notes = notesFound(*file);

    const Restored restored = engine.restore(backup);
    ASSERT_NE(allRows(*file), rows);
    ASSERT_FALSE(restored.undo.copy.empty());
    static_cast<void>(engine.restore(restored.undo.copy));

    EXPECT_EQ(allRows(*file), rows);
    EXPECT_EQ(notesFound(*file), notes);
}

TEST_F(Restore, OfWhatThereIsChangesNothing)
{
    log(5, "a note");
    const auto rows = allRows(*file);

    static_cast<void>(engine.restore(backUp()));

    EXPECT_EQ(allRows(*file), rows);
}

/// Everything that a diary can hold, there and back again.
TEST_F(Restore, TakesEveryKindOfRecord)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const TempFolder other;
        const auto source = Database::open(other.path(), {});
        tests::HistoryMaker maker{seed, tests::HistoryMaker::Times::Likely};
        tests::AnyHistory history = maker.make(4);
        // What goes on is kept, and what went on is ended: that has its own tests.
        for (AnyRecord& record : history.records) {
            if (auto* alert = std::get_if<Alert>(&record)) {
                alert->level = Level::Soon;
                alert->state = AlertState::Closed;
                alert->closing = Closing::Dismissed;
                alert->until.reset();
            } else if (auto* session = std::get_if<CareSession>(&record);
                       session != nullptr && !session->end) {
                session->end = session->begin;
                session->endBoot.reset();
                session->endBootId.reset();
            } else if (auto* span = std::get_if<SeatSpan>(&record); span != nullptr && !span->end) {
                span->end = span->begin;
                span->endBoot = span->beginBoot;
            }
        }
        tests::writeRows(*source, history);
        const auto before = tests::liveRows(*file);

        const Restored restored = engine.restore(source->file());

        EXPECT_EQ(tests::liveRows(*file), tests::liveRows(*source)) << seed;
        EXPECT_EQ(tests::deletedRows(*file), tests::deletedRows(*source)) << seed;
        EXPECT_EQ(notesFound(*file), notesFound(*source)) << seed;
        EXPECT_EQ(file->number("SELECT count(*) FROM erased"),
                  source->number("SELECT count(*) FROM erased"));
        static_cast<void>(engine.restore(restored.undo.copy));
        EXPECT_EQ(tests::liveRows(*file), before) << seed;
        static_cast<void>(engine.restore(source->file()));
    }
}

TEST_F(Restore, LeavesNoTableOut)
{
    std::vector<std::string> tables;
    file->each("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
               " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'note_%' ORDER BY name",
               [&](SQLite::Statement& row) { tables.push_back(row.getColumn(0).getString()); });
    std::vector<std::string> known{"change_log", "erased", "meta"};
    known.insert(known.end(), kNames<RecordKind>.begin(), kNames<RecordKind>.end());
    std::sort(known.begin(), known.end());

    EXPECT_EQ(tables, known); // a new table must be replaced too, or be named here with its reason
}

TEST_F(Restore, KeepsWhatIsOfThisMachine)
{
    const TempFolder other;
    const auto source = Database::open(other.path(), {});
    const std::string machine = file->machine();
    ASSERT_NE(source->machine(), machine);

    static_cast<void>(engine.restore(source->file()));

    EXPECT_EQ(Database::open(temp / "diary", {})->machine(), machine);
}

TEST_F(Restore, NeverEndsAnOpenEmergency)
{
    log(5);
    const fs::path backup = backUp();
    diary.clock.pass(1h);
    raiseEmergency();
    const Alert before = engine.alerts().active().front();
    const auto steps = engine.alerts().store().stepsOf(before.stamp.id);

    const Restored restored = engine.restore(backup);

    EXPECT_EQ(restored.emergenciesKept, 1);
    EXPECT_THAT(openRules(), ElementsAre("rf_saddle_numbness"));
    const Alert after = engine.alerts().active().front();
    EXPECT_EQ(after.stamp.id, before.stamp.id);
    EXPECT_EQ(after.level, Level::Emergency);
    EXPECT_EQ(after.state, AlertState::Open);
    EXPECT_THAT(engine.alerts().store().stepsOf(before.stamp.id), IsSupersetOf(steps));
    EXPECT_EQ(file->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(Restore, NeverEndsAnEmergencyThatWasLessWhenTheBackupWasMade)
{
    log(5);
    raiseEmergency();
    file->run("UPDATE alert SET level = 'soon', state = 'closed', closing = 'dismissed'");
    const fs::path backup = backUp();
    file->run("UPDATE alert SET level = 'emergency', state = 'open', closing = NULL,"
              " updated_utc_ms = updated_utc_ms + 1");

    static_cast<void>(engine.restore(backup));

    EXPECT_THAT(openRules(), ElementsAre("rf_saddle_numbness"));
    EXPECT_EQ(engine.alerts().active().front().level, Level::Emergency);
}

TEST_F(Restore, LetsAnEmergencyStayClosedThatThePersonClosedLater)
{
    log(5);
    raiseEmergency();
    const fs::path open = backUp();
    diary.clock.pass(1h);
    static_cast<void>(done(engine.alerts().close("rf_saddle_numbness", Closing::Seen)));
    const auto rows = allRows(*file);

    const Restored restored = engine.restore(open);
    EXPECT_THAT(openRules(), ElementsAre("rf_saddle_numbness"));
    const Restored undone = engine.restore(restored.undo.copy);

    EXPECT_EQ(undone.emergenciesKept, 0);
    EXPECT_THAT(openRules(), IsEmpty());
    EXPECT_EQ(allRows(*file), rows);
}

TEST_F(Restore, LooksAtTheRulesFromTheBackupOn)
{
    const TempFolder other;
    const auto source = Database::open(other.path(), {});
    Engine there{*source, diary.clock, diary.vocabulary, diary.uuids};
    static_cast<void>(done(there.journal().logSpasm(tests::spasm(5))));
    Answer yes;
    yes.question = "rf_saddle_numbness";
    yes.value = AnswerValue::Yes;
    yes.change = Change::New;
    static_cast<void>(done(there.alerts().answer(yes, std::nullopt)));
    // As if nobody had looked yet.
    source->run("DELETE FROM alert_step");
    source->run("DELETE FROM alert");
    std::vector<Uuid> told;
    bool isChangedElsewhere = false;
    const auto listening = engine.events().subscribe([&](const Event& event) {
        if (const auto* saved = std::get_if<RecordsSaved>(&event)) {
            for (const auto& [kind, id] : saved->records) {
                if (kind == RecordKind::Alert) {
                    told.push_back(id);
                }
            }
        } else {
            isChangedElsewhere = true;
        }
    });

    static_cast<void>(engine.restore(source->file()));

    EXPECT_THAT(openRules(), ElementsAre("rf_saddle_numbness"));
    EXPECT_THAT(told, SizeIs(1));
    EXPECT_TRUE(isChangedElsewhere);
}

TEST_F(Restore, LetsASessionRunOn)
{
    log(5);
    const fs::path backup = backUp();
    diary.clock.pass(1h);
    const auto started = done(engine.care().start({Modality::Heat, 15, {}, 6}));
    diary.clock.pass(4min);
    static_cast<void>(done(engine.care().checkSkin(Skin::Pink)));

    const Restored restored = engine.restore(backup);

    EXPECT_TRUE(restored.isSessionKept);
    ASSERT_TRUE(engine.care().running());
    EXPECT_EQ(engine.care().running()->left, 11min);
    EXPECT_THAT(engine.care().store().checksOf(started.id), SizeIs(1));
}

TEST_F(Restore, GivesTheSkinItsRestAllTheSame)
{
    log(5);
    const fs::path backup = backUp();
    static_cast<void>(done(engine.care().start({Modality::Heat, 15, {}, 6})));
    diary.clock.pass(15min);
    static_cast<void>(done(engine.care().stop({})));
    diary.clock.pass(1min);
    const auto blocked = engine.care().decide().heat.because;
    ASSERT_THAT(blocked, testing::Not(IsEmpty()));

    static_cast<void>(engine.restore(backup));

    EXPECT_EQ(engine.care().decide().heat.because, blocked);
    diary.clock.pass(days{2});
    static_cast<void>(engine.restore(backup));
    EXPECT_THAT(engine.care().store().begunIn({}), IsEmpty()); // two days later it is forgotten
}

TEST_F(Restore, DoesNotRingForASessionOfThen)
{
    log(5);
    const auto started = done(engine.care().start({Modality::Heat, 15, {}, 6}));
    diary.clock.pass(5min);
    const fs::path backup = backUp();
    diary.clock.pass(5min);
    static_cast<void>(done(engine.care().stop({.pain = 2, .skin = {}, .felt = {}})));
    const auto ended = engine.care().store().find(started.id);
    diary.clock.pass(days{20});

    const Restored restored = engine.restore(backup);

    EXPECT_FALSE(restored.isSessionKept);
    EXPECT_FALSE(engine.care().running());
    EXPECT_EQ(engine.care().store().find(started.id), ended); // as it really ended
}

TEST_F(Restore, EndsASessionOfThenThatNobodyKnowsTheEndOf)
{
    const TempFolder other;
    const auto source = Database::open(other.path(), {});
    Engine there{*source, diary.clock, diary.vocabulary, diary.uuids};
    static_cast<void>(done(there.journal().logSpasm(tests::spasm(5))));
    const auto started = done(there.care().start({Modality::Heat, 15, {}, 6}));
    const Moment begun = diary.clock.now().wall;
    diary.clock.pass(days{20});

    static_cast<void>(engine.restore(source->file()));

    EXPECT_FALSE(engine.care().running());
    EXPECT_EQ(engine.care().store().find(started.id)->end, begun + 15min);
}

TEST_F(Restore, KeepsHowOneSitsNow)
{
    using enum Posture;
    SeatSpan then;
    then.posture = Seated;
    then.begin = diary.clock.now().wall;
    then.bootId = "test";
    then.stamp = {.id = diary.uuids.next(then.begin.utc),
                  .created = then.begin.utc,
                  .updated = then.begin.utc,
                  .machine = file->machine(),
                  .deleted = {}};
    RecordTable<SeatSpan>{*file}.insert(then);
    const fs::path backup = backUp();
    diary.clock.pass(days{2});
    SeatSpan ended = then;
    ended.end = then.begin + 1h;
    ended.endBoot = 1h;
    ended.stamp.updated += 1h;
    RecordTable<SeatSpan>{*file}.update(ended);
    SeatSpan now = then;
    now.posture = Standing;
    now.begin = diary.clock.now().wall;
    now.beginBoot = days{2};
    now.stamp.id = diary.uuids.next(now.begin.utc);
    RecordTable<SeatSpan>{*file}.insert(now);

    static_cast<void>(engine.restore(backup));

    EXPECT_EQ(engine.seat().store().open(), now);
    EXPECT_EQ(RecordTable<SeatSpan>{*file}.find(then.stamp.id), ended);
}

TEST_F(Restore, OfWhatIsNoBackupLeavesTheDiaryAsItIs)
{
    log(5);
    const auto rows = allRows(*file);
    const fs::path good = backUp();
    writeBytes(temp / "text.db", "hello");
    writeBytes(temp / "cut.db", tests::bytesOf(good).substr(0, 20'000));
    {
        // Byte 60 to 63 of the header: the version of the schema.
        std::string bytes = tests::bytesOf(good);
        bytes[63] = 99;
        writeBytes(temp / "newer.db", bytes);
    }
    const auto faultOf = [&](const fs::path& backup) -> std::optional<StorageFault> {
        try {
            static_cast<void>(engine.restore(backup));
        } catch (const FileError& error) {
            return error.fault();
        }
        return std::nullopt;
    };

    EXPECT_EQ(faultOf(temp / "text.db"), StorageFault::Damaged);
    EXPECT_EQ(faultOf(temp / "cut.db"), StorageFault::Damaged);
    EXPECT_EQ(faultOf(temp / "newer.db"), StorageFault::Newer);
    EXPECT_EQ(faultOf(temp / "missing.db"), StorageFault::CannotOpen);

    EXPECT_EQ(allRows(*file), rows);
    EXPECT_THAT(backupsIn(temp / "diary"), SizeIs(1)); // no backup before what was not done
}

TEST_F(Restore, StopsAtEachPointWithoutATrace)
{
    log(5);
    const fs::path backup = backUp();
    diary.clock.pass(1h);
    log(8);
    const auto rows = allRows(*file);
    int points = 0;
    static_cast<void>(engine.restore(backup, [&](double) {
        ++points;
        return true;
    }));
    static_cast<void>(engine.restore(backupsIn(temp / "diary").front().file));
    const auto backups = backupsIn(temp / "diary").size();
    ASSERT_GT(points, 10);

    for (int stopAt = 1; stopAt <= points; ++stopAt) {
        int passed = 0;
        EXPECT_THROW(
            static_cast<void>(engine.restore(backup, [&](double) { return ++passed < stopAt; })),
            Cancelled);
        ASSERT_EQ(allRows(*file), rows) << stopAt;
    }

    EXPECT_THAT(backupsIn(temp / "diary"), SizeIs(backups));
    EXPECT_EQ(file->number("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(file->number("PRAGMA busy_timeout"), 3000);
    EXPECT_EQ(file->number("SELECT count(*) FROM pragma_database_list"), 1);
}

TEST_F(Restore, OntoAFullDiskLeavesTheDiaryAsItIs)
{
    log(5);
    const auto empty = Database::open(temp / "big", {});
    Engine there{*empty, diary.clock, diary.vocabulary, diary.uuids};
    SpasmDraft draft = tests::spasm(5);
    draft.note = std::string(900'000, 'x');
    static_cast<void>(done(there.journal().logSpasm(draft)));
    const auto rows = allRows(*file);
    file->script("PRAGMA max_page_count = 1"); // SQLite makes it the present size

    EXPECT_THROW(static_cast<void>(engine.restore(empty->file())), StorageError);

    EXPECT_EQ(allRows(*file), rows);
    file->script("PRAGMA max_page_count = 1000000");
    static_cast<void>(engine.restore(empty->file()));
    EXPECT_EQ(tests::liveRows(*file), tests::liveRows(*empty));
}

TEST_F(Restore, OfTwoAtOnceTheSecondWaitsAndIsUndoneToo)
{
    log(1);
    const fs::path first = backUp();
    diary.clock.pass(48h);
    log(2);
    const fs::path second = backUp();
    diary.clock.pass(48h);
    log(3);
    const auto rows = [&](const fs::path& backup) {
        return tests::liveRows(*Database::openCopy(backup));
    };
    const auto work = [&](const fs::path& backup) {
        const auto own = Database::open(
            temp / "diary", {.access = Database::Access::ReadWrite, .busyTimeout = 1ms});
        UuidSource uuids;
        Engine other{*own, diary.clock, diary.vocabulary, uuids};
        return other.restore(backup).undo.copy;
    };

    auto one = std::async(std::launch::async, work, first);
    auto two = std::async(std::launch::async, work, second);
    const fs::path beforeOne = one.get();
    const fs::path beforeTwo = two.get();

    // Whichever came second found what the first had made of it.
    const auto now = tests::liveRows(*file);
    const bool wasOneFirst = now == rows(second);
    EXPECT_TRUE(wasOneFirst || now == rows(first));
    EXPECT_EQ(rows(wasOneFirst ? beforeTwo : beforeOne), rows(wasOneFirst ? first : second));
    EXPECT_EQ(contentsOf(wasOneFirst ? beforeOne : beforeTwo)->readings, 3);
}

TEST_F(Restore, BringsBackPicturesThatAreMissing)
{
    OwnExercise own;
    own.name = "Cat";
    own.picture = "cat.png";
    static_cast<void>(done(engine.journal().keepExercise(own)));
    const fs::path backup = temp / "mine.db";
    file->run("VACUUM INTO ?", backup.string());
    fs::create_directories(picturesOf(backup));
    writeBytes(picturesOf(backup) / "cat.png", "a cat");

    EXPECT_EQ(engine.restore(backup).pictures, 1);
    EXPECT_EQ(tests::bytesOf(temp / "diary" / "pictures" / "cat.png"), "a cat");
    EXPECT_EQ(engine.restore(backup).pictures, 0);
    fs::remove(temp / "diary" / "pictures" / "cat.png");
    fs::create_directories(temp / "unpacked");
    writeBytes(temp / "unpacked" / "cat.png", "another cat");
    EXPECT_EQ(engine.restore(backup, {}, temp / "unpacked").pictures, 1);
}

TEST_F(Restore, WorksInMemoryAsWell)
{
    log(5);
    const auto rows = tests::liveRows(*file);

    const Restored restored = diary.engine.restore(file->file());

    EXPECT_EQ(tests::liveRows(*diary.database), rows);
    EXPECT_TRUE(restored.undo.isEmpty());
}

} // namespace
} // namespace unclench
