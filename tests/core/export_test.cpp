// SPDX-License-Identifier: GPL-3.0-or-later
// Exports as files: their form, where they may go, what is there afterwards, and back in.
#include "core/engine/importing.h"
#include "core/engine/pictures.h"
#include "core/exchange/json_export.h"
#include "core/store/file_error.h"
#include "core/store/record_table.h"
#include "tests/support/any_history.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/exchange.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::at;
using tests::bytesOf;
using tests::Diary;
using tests::done;
using tests::exported;
using tests::Taken;
using tests::TempFolder;
using tests::writeBytes;

ExportWish jsonTo(const fs::path& target)
{
    return {.form = ExportForm::Json, .target = target};
}
ExportWish csvTo(const fs::path& target)
{
    return {.form = ExportForm::Csv, .target = target};
}

nlohmann::json parsed(const fs::path& file)
{
    return nlohmann::json::parse(bytesOf(file));
}

/// One reading with everything in it, under known ids.
struct OneReading {
    std::unique_ptr<Database> database = Database::inMemory();

    OneReading()
    {
        const Moment written = at("2026-03-02T07:05:00.007+00:00");
        Episode episode;
        episode.stamp = {*Uuid::parse("0195aaaa-0000-7000-8000-000000000001"), written.utc,
                         written.utc, "0123456789ab", std::nullopt};
        Reading reading;
        reading.stamp = episode.stamp;
        reading.stamp.id = *Uuid::parse("0195aaaa-0000-7000-8000-000000000002");
        reading.episode = episode.stamp.id;
        reading.at = at("2026-03-02T08:00:00+01:00");
        reading.pain = 0;
        reading.note = "=1, \"two\"\nthree";
        RecordTable<Episode>{*database}.insert(episode);
        RecordTable<Reading>{*database}.insert(reading);
    }
};

TEST(Export, AsJsonHasAHeaderAndAFlatArrayForEachKind)
{
    const TempFolder temp;
    OneReading diary;

    exported(*diary.database, jsonTo(temp / "a.json"));

    const auto document = parsed(temp / "a.json");
    EXPECT_EQ(document["format"], "unclench-diary");
    EXPECT_EQ(document["version"], 2);
    EXPECT_EQ(document["schema"], schemaVersion());
    EXPECT_EQ(document["exported"], "2026-03-02T08:00:00+01:00");
    EXPECT_EQ(document["machine"], diary.database->machine());
    EXPECT_EQ(document["notes"], true);
    EXPECT_EQ(document["episode"].size(), 1U);
    for (const Sheet& sheet : sheets()) {
        EXPECT_TRUE(document[std::string{sheet.name}].is_array()) << sheet.name;
    }
    EXPECT_EQ(document["picture"], nlohmann::json::array());
}

TEST(Export, AsJsonHasOneRowALine)
{
    const TempFolder temp;
    OneReading diary;

    exported(*diary.database, jsonTo(temp / "a.json"));

    EXPECT_THAT(
        bytesOf(temp / "a.json"),
        HasSubstr("\n\"reading\": [\n"
                  R"({"id":"0195aaaa-0000-7000-8000-000000000002",)"
                  R"("created":"2026-03-02T07:05:00.007Z","updated":"2026-03-02T07:05:00.007Z",)"
                  R"("machine":"0123456789ab","deleted":null,)"
                  R"("episode_id":"0195aaaa-0000-7000-8000-000000000001",)"
                  R"("at":"2026-03-02T08:00:00+01:00","pain":0,"at_rest":null,)"
                  R"("note":"=1, \"two\"\nthree"})"
                  "\n],\n"));
}

TEST(Export, AsCsvHasAFileForEachKind)
{
    const TempFolder temp;
    OneReading diary;

    exported(*diary.database, csvTo(temp / "a"));

    EXPECT_EQ(bytesOf(temp / "a" / "reading.csv"),
              "id,created,updated,machine,deleted,episode_id,at,pain,at_rest,note\r\n"
              "0195aaaa-0000-7000-8000-000000000002,2026-03-02T07:05:00.007Z,"
              "2026-03-02T07:05:00.007Z,0123456789ab,,0195aaaa-0000-7000-8000-000000000001,"
              "2026-03-02T08:00:00+01:00,0,,\"'=1, \"\"two\"\"\nthree\"\r\n");
    for (const Sheet& sheet : sheets()) {
        EXPECT_TRUE(fs::exists(temp / "a" / (std::string{sheet.name} + ".csv"))) << sheet.name;
    }
    EXPECT_THAT(bytesOf(temp / "a" / "about.csv"),
                HasSubstr("key,value\r\nformat,unclench-diary\r\nversion,2\r\n"));
}

TEST(Export, HasAMarkInEachCsvFileWhereItIsWished)
{
    const TempFolder temp;
    OneReading diary;
    ExportWish wish = csvTo(temp / "a");
    wish.hasMark = true;

    exported(*diary.database, wish);

    for (const auto& entry : fs::directory_iterator{temp / "a"}) {
        EXPECT_EQ(bytesOf(entry.path()).substr(0, 3), "\xEF\xBB\xBF") << entry.path();
    }
}

TEST(Export, HoldsNothingInItsArraysThatDependsOnItsMoment)
{
    const TempFolder temp;
    OneReading diary;
    exportDiary(*diary.database, at("2026-03-02T08:00:00+01:00"), jsonTo(temp / "a.json"), {});
    exportDiary(*diary.database, at("2027-03-02T08:00:00-05:00"), jsonTo(temp / "b.json"), {});

    auto one = parsed(temp / "a.json");
    auto other = parsed(temp / "b.json");
    one.erase("exported");
    other.erase("exported");

    EXPECT_EQ(one, other);
}

TEST(Export, ReplacesAnOlderExportAndNothingElse)
{
    const TempFolder temp;
    OneReading diary;
    exported(*diary.database, jsonTo(temp / "a.json"));
    exported(*diary.database, csvTo(temp / "a"));
    writeBytes(temp / "letter.txt", "{\"format\":\"letter\"}");
    fs::create_directory(temp / "photos");
    writeBytes(temp / "photos" / "one.jpg", "1");
    fs::create_directory(temp / "empty");

    EXPECT_EQ(lookAtTarget(temp / "a.json", ExportForm::Json), ExportTarget::OwnExport);
    EXPECT_EQ(lookAtTarget(temp / "a", ExportForm::Csv), ExportTarget::OwnExport);
    EXPECT_EQ(lookAtTarget(temp / "empty", ExportForm::Csv), ExportTarget::OwnExport);
    EXPECT_EQ(lookAtTarget(temp / "new", ExportForm::Csv), ExportTarget::Free);
    EXPECT_EQ(lookAtTarget(temp / "new/", ExportForm::Csv), ExportTarget::Free);
    EXPECT_EQ(lookAtTarget(temp / "new", ExportForm::Json), ExportTarget::Free);
    EXPECT_EQ(lookAtTarget(temp / "no/new", ExportForm::Json), ExportTarget::NoFolder);
    EXPECT_EQ(lookAtTarget(temp / "letter.txt", ExportForm::Json), ExportTarget::OtherFile);
    EXPECT_EQ(lookAtTarget(temp / "a.json", ExportForm::Csv), ExportTarget::OtherFile);
    EXPECT_EQ(lookAtTarget(temp / "photos", ExportForm::Csv), ExportTarget::OtherFolder);
    EXPECT_EQ(lookAtTarget(temp / "a", ExportForm::Json), ExportTarget::OtherFolder);

    writeBytes(temp / "a" / "mine.ods", "a table that a person made of it");
    EXPECT_EQ(lookAtTarget(temp / "a", ExportForm::Csv), ExportTarget::OtherFolder);
}

TEST(Export, OverAnOlderOneLeavesTheNewOneAlone)
{
    const TempFolder temp;
    OneReading diary;
    exported(*diary.database, csvTo(temp / "a"));
    exported(*diary.database, jsonTo(temp / "a.json"));
    RecordTable<Reading> readings{*diary.database};
    Reading reading = readings.select("").front();
    reading.pain = 9;
    readings.update(reading);

    exported(*diary.database, csvTo(temp / "a"));
    exported(*diary.database, jsonTo(temp / "a.json"));

    EXPECT_EQ(tests::allRows(Taken{temp / "a"}.staged.database()), tests::allRows(*diary.database));
    EXPECT_EQ(parsed(temp / "a.json")["reading"][0]["pain"], 9);
    EXPECT_EQ(std::distance(fs::directory_iterator{temp.path()}, fs::directory_iterator{}), 2);
}

TEST(Export, ThatIsStoppedLeavesNothing)
{
    const TempFolder temp;
    auto database = Database::inMemory();
    tests::writeRows(*database, tests::HistoryMaker{1}.make(80));

    for (const ExportWish& wish : {jsonTo(temp / "a.json"), csvTo(temp / "a")}) {
        for (const double until : {0.0, 0.5, 0.99}) {
            EXPECT_THROW(exported(*database, wish, [&](double share) { return share <= until; }),
                         Cancelled);
            EXPECT_TRUE(fs::is_empty(temp.path()));
        }
    }
}

TEST(Export, TellsHowFarItIs)
{
    const TempFolder temp;
    auto database = Database::inMemory();
    tests::writeRows(*database, tests::HistoryMaker{1}.make(80));
    std::vector<double> shares;

    exported(*database, jsonTo(temp / "a.json"), [&](double share) {
        shares.push_back(share);
        return true;
    });

    ASSERT_GT(shares.size(), 2U);
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_EQ(shares.back(), 1.0);
}

TEST(Export, OfADamagedTextSaysSoAndLeavesNothing)
{
    const TempFolder temp;
    OneReading diary;
    diary.database->script("UPDATE reading SET note = CAST(x'FF' AS TEXT)");

    for (const ExportWish& wish : {jsonTo(temp / "a.json"), csvTo(temp / "a")}) {
        try {
            exported(*diary.database, wish);
            FAIL() << "was exported";
        } catch (const StorageError& error) {
            EXPECT_EQ(error.fault(), StorageFault::Damaged);
        }
        EXPECT_TRUE(fs::is_empty(temp.path()));
    }
}

TEST(Export, SeesTheDiaryAsItWasAtOneMoment)
{
    const TempFolder temp;
    const auto file = Database::open(temp / "data", {});
    tests::writeRows(*file, tests::HistoryMaker{1}.make());
    const auto before = tests::allRows(*file);
    const auto other = Database::open(temp / "data", {});
    const auto another = tests::HistoryMaker{2}.make();

    const ReadSnapshot snapshot{*file};
    tests::writeRows(*other, another);

    EXPECT_EQ(tests::allRows(*file), before);
}

/// A diary in a folder of its own.
struct InFolder {
    TempFolder temp;
    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    std::unique_ptr<Database> database = Database::open(temp.path(), {});
    Engine engine{*database, clock, vocabulary, uuids};

    void log(int pain) { static_cast<void>(done(engine.journal().logSpasm(tests::spasm(pain)))); }
    Merged take(const fs::path& file)
    {
        Import import{file, {}};
        EXPECT_TRUE(import.canBeTaken());
        return import.into(engine, {});
    }
};

TEST(Import, OfAnExportMakesTheSameDiary)
{
    InFolder from;
    from.log(7);
    static_cast<void>(done(from.engine.journal().endEpisode(std::nullopt)));
    const TempFolder temp;
    for (const ExportWish& wish : {jsonTo(temp / "a.json"), csvTo(temp / "a")}) {
        exported(*from.database, wish);
        InFolder to;

        const Merged merged = to.take(wish.target);

        EXPECT_GT(merged.added, 0);
        EXPECT_EQ(merged.replaced + merged.alike + merged.older, 0);
        EXPECT_EQ(tests::allRows(*to.database), tests::allRows(*from.database));
    }
}

TEST(Import, OfTheSameTwiceChangesNothing)
{
    InFolder from;
    from.log(7);
    const TempFolder temp;
    exported(*from.database, jsonTo(temp / "a.json"));
    const auto before = tests::allRows(*from.database);

    const Merged merged = from.take(temp / "a.json");

    EXPECT_EQ(merged.added + merged.replaced + merged.older, 0);
    EXPECT_EQ(tests::allRows(*from.database), before);
}

TEST(Import, CanBeTakenBack)
{
    InFolder from;
    from.log(7);
    const TempFolder temp;
    exported(*from.database, jsonTo(temp / "a.json"));
    InFolder to;
    const Merged merged = to.take(temp / "a.json");

    static_cast<void>(done(to.engine.journal().revert(merged.undo)));

    EXPECT_TRUE(to.engine.diary().spans().empty());
}

TEST(Import, SaysBeforehandWhatItWouldBring)
{
    InFolder from;
    from.log(7);
    from.clock.pass(1min);
    from.log(5);
    const TempFolder temp;
    exported(*from.database, jsonTo(temp / "a.json"));
    RecordTable<Reading> readings{*from.database};
    Reading reading = readings.select("ORDER BY id").front();
    reading.pain = 1;
    readings.update(reading);
    const auto before = tests::allRows(*from.database);

    Import import{temp / "a.json", {}};
    const ImportPreview same = import.preview(*from.database);
    InFolder empty;
    const ImportPreview fresh = import.preview(*empty.database);

    EXPECT_EQ(same.fresh, 0);
    EXPECT_EQ(same.different, 1);
    EXPECT_EQ(fresh.fresh, import.read().counts.records());
    EXPECT_EQ(fresh.alike + fresh.different + fresh.erased, 0);
    EXPECT_EQ(same.alike, fresh.fresh - 1);
    EXPECT_EQ(tests::allRows(*from.database), before);
}

TEST(Import, OfAFileWithoutNotesLeavesThoseThatAreThere)
{
    InFolder diary;
    SpasmDraft draft = tests::spasm(7);
    draft.note = " a note that begins with a blank, which is less than a quote";
    static_cast<void>(done(diary.engine.journal().logSpasm(draft)));
    const TempFolder temp;
    ExportWish bare = jsonTo(temp / "a.json");
    bare.scope.hasNotes = false;
    exported(*diary.database, bare);
    EXPECT_THAT(bytesOf(temp / "a.json"), Not(HasSubstr("begins with a blank")));
    const auto before = tests::allRows(*diary.database);

    const Merged merged = diary.take(temp / "a.json");

    EXPECT_EQ(merged.added + merged.replaced + merged.older, 0);
    EXPECT_EQ(tests::allRows(*diary.database), before);
}

TEST(Import, BringsThePicturesOfOwnExercises)
{
    InFolder from;
    const std::string bytes = std::string{"\x89PNG\r\n"} + '\0' + "not much of a picture";
    writeBytes(from.temp / "photo.png", bytes);
    OwnExercise exercise;
    exercise.name = "Cat and cow";
    exercise.picture = keepPicture(*from.database, from.temp / "photo.png", "one");
    static_cast<void>(done(from.engine.journal().keepExercise(exercise)));
    const TempFolder temp;
    for (const ExportWish& wish : {jsonTo(temp / "a.json"), csvTo(temp / "a")}) {
        EXPECT_EQ(exported(*from.database, wish).pictures, 1);
        InFolder to;

        static_cast<void>(to.take(wish.target));

        EXPECT_EQ(bytesOf(picturesFolder(*to.database) / "one.png"), bytes);
        EXPECT_EQ(fs::status(picturesFolder(*to.database) / "one.png").permissions(),
                  fs::perms::owner_read | fs::perms::owner_write);
    }
}

TEST(Import, LeavesAPictureThatIsThereAlready)
{
    InFolder from;
    writeBytes(from.temp / "photo.png", "theirs");
    static_cast<void>(keepPicture(*from.database, from.temp / "photo.png", "one"));
    const TempFolder temp;
    exported(*from.database, jsonTo(temp / "a.json"));
    InFolder to;
    writeBytes(to.temp / "photo.png", "ours");
    static_cast<void>(keepPicture(*to.database, to.temp / "photo.png", "one"));

    static_cast<void>(to.take(temp / "a.json"));

    EXPECT_EQ(bytesOf(picturesFolder(*to.database) / "one.png"), "ours");
}

TEST(Import, ThatIsStoppedLeavesNothing)
{
    InFolder from;
    from.log(7);
    writeBytes(from.temp / "photo.png", "picture");
    static_cast<void>(keepPicture(*from.database, from.temp / "photo.png", "one"));
    const TempFolder temp;
    exported(*from.database, jsonTo(temp / "a.json"));
    InFolder to;
    Import import{temp / "a.json", {}};

    EXPECT_THROW(static_cast<void>(import.into(to.engine, [](double) { return false; })),
                 Cancelled);

    EXPECT_TRUE(tests::allRows(*to.database).records.empty());
    EXPECT_FALSE(fs::exists(picturesFolder(*to.database) / "one.png"));
}

TEST(Import, OfAFileThatIsNotThereSaysSo)
{
    const TempFolder temp;

    EXPECT_THROW((Import{temp / "gone.json", {}}), FileError);
}

} // namespace
} // namespace unclench
