// SPDX-License-Identifier: GPL-3.0-or-later
// After very many rows the words of their notes are found as after a few.
#include "core/store/bulk_write.h"

#include "core/store/change_store.h"
#include "core/store/record_merge.h"
#include "tests/support/diary.h"
#include "tests/support/rows.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>

namespace unclench {
namespace {

using tests::done;

struct WritingMuch : testing::Test {
    tests::Diary diary;
    Uuid episode = diary.log(4).episode;

    Reading noted(const std::string& note)
    {
        const UtcTime now = diary.clock.now().wall.utc;
        Reading reading;
        reading.stamp = {diary.uuids.next(now), now, now, diary.database->machine(), {}};
        reading.episode = episode;
        reading.at = diary.clock.now().wall;
        reading.note = note;
        return reading;
    }
    [[nodiscard]] std::int64_t found(const std::string& word)
    {
        return diary.database->number("SELECT count(*) FROM note_search WHERE note_search MATCH ?",
                                      word);
    }
    [[nodiscard]] std::map<std::string, std::string> triggers()
    {
        std::map<std::string, std::string> all;
        diary.database->each("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
                             [&](SQLite::Statement& row) {
                                 all.emplace(row.getColumn(0).getString(),
                                             row.getColumn(1).getString());
                             });
        return all;
    }
};

TEST_F(WritingMuch, LeavesTheIndexOfNotesAsWritingLittleDoes)
{
    const auto before = triggers();
    const auto cacheBefore = diary.database->number("PRAGMA cache_size");
    const Reading old = noted("oldword");
    const Reading gone = noted("goneword");
    const Reading come = noted("newword");
    {
        Transaction transaction{*diary.database};
        ChangeStore{*diary.database}.insert(old);
        ChangeStore{*diary.database}.insert(gone);
        transaction.commit();
    }
    ASSERT_EQ(found("oldword"), 1);
    {
        Transaction transaction{*diary.database};
        BulkWrite bulk{*diary.database};
        ChangeStore changes{*diary.database};
        changes.insert(come);
        Reading changed = old;
        changed.note = "changedword";
        changes.replace(old, changed);
        Reading twice = come;
        twice.note = "lastword";
        changes.replace(come, twice);
        diary.database->run("DELETE FROM reading WHERE id = ?", gone.stamp.id.text());
        Report report;
        report.stamp = noted({}).stamp;
        report.episode = episode;
        report.at = diary.clock.now().wall;
        report.field = DetailField::Note;
        report.value = "\"toldword\"";
        changes.insert(report);
        bulk.finish();
        transaction.commit();
    }

    EXPECT_EQ(found("changedword"), 1);
    EXPECT_EQ(found("lastword"), 1);
    EXPECT_EQ(found("toldword"), 1);
    for (const char* word : {"oldword", "goneword", "newword"}) {
        EXPECT_EQ(found(word), 0) << word;
    }
    EXPECT_EQ(triggers(), before);
    EXPECT_EQ(diary.database->number("PRAGMA cache_size"), cacheBefore);
    EXPECT_NO_THROW(diary.database->run(
        "INSERT INTO note_search (note_search, rank) VALUES ('integrity-check', 1)"));

    ChangeStore{*diary.database}.insert(noted("afterword"));
    EXPECT_EQ(found("afterword"), 1);
}

TEST_F(WritingMuch, IsFoundInAMergeOfMany)
{
    constexpr int kMany = 5'100;
    const auto before = triggers();
    {
        Transaction transaction{*diary.database};
        const MergeListener nobody;
        RecordMerge merge{*diary.database, diary.clock.now().wall.utc, nobody};
        for (int i = 0; i < kMany; ++i) {
            merge.take(AnyRecord{noted(fmt::format("manyword number{}", i))});
        }
        EXPECT_EQ(merge.finish().added, kMany);
        transaction.commit();
    }

    EXPECT_EQ(found("manyword"), kMany);
    EXPECT_EQ(found("number0"), 1);
    EXPECT_EQ(found("number5099"), 1);
    EXPECT_EQ(triggers(), before);
}

TEST_F(WritingMuch, LeavesNothingBehindWhereItIsRolledBack)
{
    const auto before = triggers();
    {
        Transaction transaction{*diary.database};
        const BulkWrite bulk{*diary.database};
        ChangeStore{*diary.database}.insert(noted("lostword"));
    }

    EXPECT_EQ(triggers(), before);
    EXPECT_EQ(found("lostword"), 0);
    ChangeStore{*diary.database}.insert(noted("afterword"));
    EXPECT_EQ(found("afterword"), 1);
}

} // namespace
} // namespace unclench
