// SPDX-License-Identifier: GPL-3.0-or-later
// Saving what can be read of a damaged diary: what SQLite still reads comes back, and more; nothing
// is lost without a word, and the damaged file stays as it is.
#include "core/store/change_store.h"
#include "core/store/copies.h"
#include "core/store/file_image.h"
#include "core/store/record_table.h"
#include "core/store/salvage.h"
#include "core/store/schema.h"
#include "core/store/verify.h"
#include "tests/support/any_history.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <sys/stat.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::IsEmpty;
using tests::at;
using tests::Diary;
using tests::done;
using tests::Rows;
using tests::TempFolder;

const Moment kSalvageDay = at("2026-03-02T08:00+01:00");
constexpr std::size_t kSalvagePage = 4096;

Rows salvageRows(Database& database)
{
    return tests::detail::rowsWhere(database, "");
}

SalvagedKind salvagedOf(const Salvaged& salvaged, RecordKind kind)
{
    for (const SalvagedKind& count : salvaged.kinds) {
        if (count.kind == kind) {
            return count;
        }
    }
    return {.kind = kind};
}

/// A file of a few hundred records of all kinds, closed.
struct DamagedDiary : testing::Test {
    TempFolder temp;
    Rows whole;
    std::string bytes;

    fs::path file() const { return temp / kDatabaseName; }

    /// Enough of what the tests damage, so that a table of it has more than one page.
    static const std::vector<AnyRecord>& history()
    {
        static const std::vector<AnyRecord> kRecords = makeHistory();
        return kRecords;
    }
    static std::vector<AnyRecord> makeHistory()
    {
        constexpr std::size_t kMostText = 20'000; // what is longer only takes time here
        for (std::uint64_t seed = 1;; ++seed) {
            auto records =
                tests::HistoryMaker{seed, tests::HistoryMaker::Times::Likely}.make(100).records;
            std::erase_if(records, [](const AnyRecord& record) {
                const bool isReferredTo = kindOf(record) == RecordKind::Episode ||
                                          kindOf(record) == RecordKind::Medicine ||
                                          kindOf(record) == RecordKind::Alert ||
                                          kindOf(record) == RecordKind::CareSession;
                return !isReferredTo && toJson(record).size() > kMostText;
            });
            const auto count = [&](RecordKind kind) {
                return std::count_if(records.begin(), records.end(), [&](const AnyRecord& record) {
                    return kindOf(record) == kind;
                });
            };
            if (count(RecordKind::Reading) > 60 && count(RecordKind::Visit) > 10) {
                return records;
            }
        }
    }
    void SetUp() override
    {
        {
            const auto database = Database::open(temp.path(), {});
            Transaction transaction{*database};
            for (const AnyRecord& record : history()) {
                ChangeStore{*database}.insert(record);
            }
            transaction.commit();
            whole = salvageRows(*database);
        }
        bytes = tests::bytesOf(file());
        ASSERT_GT(bytes.size(), 20 * kSalvagePage);
    }
    void damage(const std::string& damaged) const { tests::writeBytes(file(), damaged); }
    void zero(std::string& damaged, std::size_t page) const
    {
        std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>((page - 1) * kSalvagePage),
                    kSalvagePage, '\0');
    }
    std::size_t rootOf(const std::string& table) const
    {
        return static_cast<std::size_t>(Database::openCopy(file())->number(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", table));
    }
    /// The first leaf of a table: behind its root where that has pages below it.
    std::size_t leafOf(const std::string& table) const
    {
        std::size_t page = rootOf(table);
        while (bytes[(page - 1) * kSalvagePage] == '\x05') {
            const std::size_t head = (page - 1) * kSalvagePage;
            page = bigEndian(bytes, head + bigEndian(bytes, head + 12, 2), 4);
        }
        return page;
    }
    /// Every row of before that is not as it was.
    Rows missingIn(Database& database) const
    {
        const Rows now = salvageRows(database);
        Rows missing;
        for (const auto& row : whole) {
            if (const auto found = now.find(row.first);
                found == now.end() || found->second != row.second) {
                missing.insert(row);
            }
        }
        return missing;
    }
    ReadableDiary read() const { return readDamaged(temp.path(), "lost"); }
};

TEST_F(DamagedDiary, ThatIsWholeIsReadWhole)
{
    const auto readable = read();

    EXPECT_THAT(missingIn(*readable.diary), IsEmpty());
    EXPECT_EQ(static_cast<std::size_t>(readable.salvaged.total(&SalvagedKind::read)), whole.size());
    EXPECT_EQ(readable.salvaged.total(&SalvagedKind::lost), 0);
    EXPECT_FALSE(readable.salvaged.mayMissMore);
    EXPECT_EQ(tests::bytesOf(file()), bytes);
}

TEST_F(DamagedDiary, IsShownForReadingAlone)
{
    const auto readable = read();

    EXPECT_TRUE(readable.diary->isReadOnly());
    EXPECT_THROW(Transaction{*readable.diary}, StorageError);
    EXPECT_EQ(readable.diary->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(DamagedDiary, WithoutTheRootsOfItsTablesIsReadPageByPage)
{
    std::string damaged = bytes;
    int roots = 0;
    for (const char* table : {"reading", "bout", "intake", "alert"}) {
        if (const std::size_t root = rootOf(table); bytes[(root - 1) * kSalvagePage] == '\x05') {
            zero(damaged, root);
            ++roots;
        }
    }
    ASSERT_GT(roots, 0);
    damage(damaged);

    const auto readable = read();

    EXPECT_THAT(missingIn(*readable.diary), IsEmpty());
    EXPECT_EQ(readable.salvaged.total(&SalvagedKind::lost), 0);
}

TEST_F(DamagedDiary, WithoutItsListOfTablesIsReadPageByPage)
{
    std::string damaged = bytes;
    std::fill_n(damaged.begin() + 100, kSalvagePage - 100, '\0');
    damage(damaged);

    const auto readable = read();

    EXPECT_THAT(missingIn(*readable.diary), IsEmpty());
    EXPECT_TRUE(readable.salvaged.mayMissMore);
}

TEST_F(DamagedDiary, WithAColumnRenamedByADamagedLetterIsReadWhole)
{
    for (const char letter : {'A', 'c'}) {
        std::string damaged = bytes;
        const std::size_t at = damaged.find("at_rest INTEGER");
        ASSERT_NE(at, std::string::npos);
        damaged[at] = letter;
        damage(damaged);

        const auto readable = read();

        EXPECT_THAT(missingIn(*readable.diary), IsEmpty());
        EXPECT_EQ(readable.salvaged.total(&SalvagedKind::lost), 0);
    }
}

TEST_F(DamagedDiary, WithoutItsHeaderIsReadAllTheSame)
{
    std::string damaged = bytes;
    std::fill_n(damaged.begin(), 100, '\xA5');
    damage(damaged);

    const auto readable = read();

    EXPECT_THAT(missingIn(*readable.diary), IsEmpty());
}

TEST_F(DamagedDiary, SaysWhatItKnowsThatItLost)
{
    std::string damaged = bytes;
    zero(damaged, leafOf("visit")); // no index says what a visit says
    damage(damaged);

    const auto readable = read();

    const auto visits = salvagedOf(readable.salvaged, RecordKind::Visit);
    EXPECT_GT(visits.lost, 0);
    EXPECT_EQ(
        static_cast<std::size_t>(visits.lost + visits.read),
        static_cast<std::size_t>(std::count_if(whole.begin(), whole.end(), [](const auto& row) {
            return row.first.starts_with("visit ");
        })));
}

TEST_F(DamagedDiary, PutsReadingsTogetherFromTheirIndexes)
{
    std::string damaged = bytes;
    zero(damaged, leafOf("reading"));
    damage(damaged);

    const auto readable = read();

    const auto readings = salvagedOf(readable.salvaged, RecordKind::Reading);
    EXPECT_GT(readings.inPart, 0);
    EXPECT_EQ(readings.lost, 0);
    for (const auto& [key, before] : missingIn(*readable.diary)) {
        ASSERT_THAT(key, testing::StartsWith("reading "));
        const auto id = Uuid::parse(key.substr(8));
        const auto reading = RecordTable<Reading>{*readable.diary}.find(*id);
        ASSERT_TRUE(reading) << key;
        EXPECT_THAT(before, testing::HasSubstr(fmt::format("\"pain\":{},", reading->pain)));
    }
}

TEST_F(DamagedDiary, ThatIsCutIsReadAsFarAsItGoes)
{
    damage(bytes.substr(0, bytes.size() * 6 / 10 + 123));

    const auto readable = read();

    EXPECT_GT(readable.salvaged.total(&SalvagedKind::read), 0);
    const bool isSaid = readable.salvaged.mayMissMore ||
                        readable.salvaged.total(&SalvagedKind::lost) > 0 ||
                        readable.salvaged.total(&SalvagedKind::inPart) > 0;
    EXPECT_TRUE(isSaid || missingIn(*readable.diary).empty());
}

TEST_F(DamagedDiary, MendsTextThatIsNoText)
{
    {
        const auto database = Database::open(temp.path(), {});
        database->run("UPDATE medicine SET name = CAST(x'61ff62' AS TEXT) WHERE rowid ="
                      " (SELECT min(rowid) FROM medicine)");
    }

    const auto readable = read();

    EXPECT_EQ(salvagedOf(readable.salvaged, RecordKind::Medicine).inPart, 1);
    EXPECT_EQ(readable.diary->number("SELECT count(*) FROM medicine WHERE name = 'a\xEF\xBF\xBD"
                                     "b'"),
              1);
}

TEST_F(DamagedDiary, TakesBytesForTheTextThatTheyWere)
{
    const std::string name = "wax";
    {
        const auto database = Database::open(temp.path(), {});
        database->run(
            "UPDATE medicine SET name = ? WHERE rowid = (SELECT min(rowid) FROM medicine)", name);
        database->script("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql ="
                         " replace(sql, ') STRICT', ')') WHERE name = 'medicine'");
    }
    {
        const auto database = Database::open(temp.path(), {});
        database->run("UPDATE medicine SET name = CAST(name AS BLOB) WHERE name = ?", name);
    }

    const auto readable = read();

    EXPECT_EQ(salvagedOf(readable.salvaged, RecordKind::Medicine).inPart, 1);
    EXPECT_EQ(readable.diary->number("SELECT count(*) FROM medicine WHERE name = ?", name), 1);
}

TEST_F(DamagedDiary, TakesWhatIsEmptyForTheNumberThatItWas)
{
    constexpr const char* kLongOnes = "SELECT sum(is_long) FROM visit";
    const auto before = Database::openCopy(file())->number(kLongOnes);
    {
        const auto database = Database::open(temp.path(), {});
        database->script("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql ="
                         " replace(sql, ') STRICT', ')') WHERE name = 'visit'");
    }
    {
        const auto database = Database::open(temp.path(), {});
        database->script("PRAGMA ignore_check_constraints = ON; UPDATE visit SET is_long ="
                         " CASE is_long WHEN 0 THEN x'' ELSE '' END");
    }

    const auto readable = read();

    EXPECT_EQ(readable.diary->number(kLongOnes), before);
    EXPECT_GT(before, 0);
    EXPECT_EQ(salvagedOf(readable.salvaged, RecordKind::Visit).inPart,
              readable.diary->number("SELECT count(*) FROM visit"));
}

TEST_F(DamagedDiary, KeepsWhatARecordSaysWhereItsDatesCannotBe)
{
    constexpr const char* kDeleted =
        "SELECT count(*) FROM bout WHERE deleted_utc_ms IS NOT NULL AND deleted_utc_ms >= 0";
    {
        const auto database = Database::open(temp.path(), {});
        database->script("PRAGMA ignore_check_constraints = ON;"
                         " UPDATE reading SET created_utc_ms = -created_utc_ms;"
                         " UPDATE visit SET updated_utc_ms = -updated_utc_ms;"
                         " UPDATE symptom SET created_utc_ms = -1, updated_utc_ms = -1;"
                         " UPDATE bout SET deleted_utc_ms = -1 WHERE rowid % 2 = 0");
        whole = salvageRows(*database);
    }

    const auto readable = read();

    EXPECT_THAT(missingIn(*readable.diary), IsEmpty());
    for (const auto kind : {RecordKind::Reading, RecordKind::Visit, RecordKind::Symptom}) {
        const SalvagedKind count = salvagedOf(readable.salvaged, kind);
        EXPECT_GT(count.inPart, 0) << toId(kind);
        EXPECT_EQ(count.read + count.lost, 0) << toId(kind);
    }
    EXPECT_GE(readable.diary->number(kDeleted),
              salvagedOf(readable.salvaged, RecordKind::Bout).inPart);
    EXPECT_GT(salvagedOf(readable.salvaged, RecordKind::Bout).inPart, 0);
}

TEST_F(DamagedDiary, WhoseVersionIsADamagedNumberIsReadWhole)
{
    for (const char version : {'\3', '\6'}) {
        std::string older = bytes;
        older[63] = version;
        damage(older);

        const auto readable = read();

        EXPECT_THAT(missingIn(*readable.diary), IsEmpty()) << int{version};
    }
}

TEST_F(DamagedDiary, OfANewerVersionIsLeftAlone)
{
    std::string newer = bytes;
    newer[63] = static_cast<char>(schemaVersion() + 1);
    damage(newer);

    try {
        static_cast<void>(read());
        FAIL() << "was read";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::Newer);
    }
}

TEST_F(DamagedDiary, ThatIsNoDiaryGivesAnEmptyOne)
{
    for (const std::string& other : {std::string{}, std::string(5000, 'x'), std::string{"no"}}) {
        damage(other);

        const auto readable = read();

        EXPECT_EQ(readable.diary->number("SELECT count(*) FROM episode"), 0);
        EXPECT_TRUE(readable.salvaged.mayMissMore);
    }
}

TEST_F(DamagedDiary, IsReplacedAndKept)
{
    std::string damaged = bytes;
    zero(damaged, rootOf("reading"));
    damage(damaged);
    const mode_t before = ::umask(0);

    const Salvaged salvaged = salvage(temp.path(), "lost", kSalvageDay);
    ::umask(before);

    ASSERT_TRUE(salvaged.damaged);
    EXPECT_EQ(tests::bytesOf(*salvaged.damaged), damaged);
    EXPECT_FALSE(salvaged.copy);
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const auto database = Database::open(temp.path(), {});
    EXPECT_THAT(missingIn(*database), IsEmpty());
    const Diary diary;
    for (const Finding& finding : verify(*database, diary.vocabulary, diary.engine.redFlags(),
                                         at("9990-01-01T00:00+00:00"))) {
        EXPECT_NE(weightOf(finding.check), Weight::Broken) << toId(finding.check);
    }
}

TEST_F(DamagedDiary, KeepsTheNameOfTheMachine)
{
    const std::string machine = Database::open(temp.path(), {})->machine();
    std::string damaged = bytes;
    zero(damaged, rootOf("reading"));
    damage(damaged);

    static_cast<void>(salvage(temp.path(), "lost", kSalvageDay));

    EXPECT_EQ(Database::open(temp.path(), {})->machine(), machine);
}

TEST_F(DamagedDiary, IsFilledInFromTheNewestGoodCopy)
{
    makeDailyCopy(*Database::open(temp.path(), {}), kSalvageDay);
    bytes = tests::bytesOf(file());
    std::string damaged = bytes;
    zero(damaged, leafOf("visit"));
    zero(damaged, leafOf("reading"));
    damage(damaged);

    const Salvaged salvaged = salvage(temp.path(), "lost", kSalvageDay);

    EXPECT_EQ(salvaged.copy, newestGoodCopy(temp.path()));
    EXPECT_GT(salvagedOf(salvaged, RecordKind::Visit).fromCopy, 0);
    EXPECT_GT(salvagedOf(salvaged, RecordKind::Reading).fromCopy, 0);
    EXPECT_EQ(salvaged.total(&SalvagedKind::lost), 0);
    EXPECT_THAT(missingIn(*Database::open(temp.path(), {})), IsEmpty());
}

TEST_F(DamagedDiary, DoesNotBringBackWhatAnIndexSaysWasDeletedSince)
{
    makeDailyCopy(*Database::open(temp.path(), {}), kSalvageDay);
    constexpr std::int64_t kDeleted = 4'000'000'000'000;
    {
        const auto database = Database::open(temp.path(), {});
        database->run("UPDATE reading SET deleted_utc_ms = ?1, updated_utc_ms = ?1", kDeleted);
    }
    std::string damaged = tests::bytesOf(file());
    zero(damaged, leafOf("reading"));
    damage(damaged);

    const Salvaged salvaged = salvage(temp.path(), "lost", kSalvageDay);

    EXPECT_GT(salvagedOf(salvaged, RecordKind::Reading).fromCopy, 0);
    EXPECT_EQ(Database::open(temp.path(), {})
                  ->number("SELECT count(*) FROM reading WHERE deleted_utc_ms IS NULL"),
              0);
}

TEST_F(DamagedDiary, BelievesTheCopyWhereBothHoldTheSameVersion)
{
    makeDailyCopy(*Database::open(temp.path(), {}), kSalvageDay);
    {
        const auto database = Database::open(temp.path(), {});
        database->run("UPDATE visit SET said = 'flipped'");
    }
    std::string damaged = tests::bytesOf(file());
    zero(damaged, rootOf("reading"));
    damage(damaged);

    static_cast<void>(salvage(temp.path(), "lost", kSalvageDay));

    EXPECT_EQ(Database::open(temp.path(), {})
                  ->number("SELECT count(*) FROM visit WHERE said = 'flipped'"),
              0);
}

TEST_F(DamagedDiary, OfWhichNothingCanBeReadStaysAsItIs)
{
    const std::string garbage(9000, 'g');
    damage(garbage);

    EXPECT_THROW(static_cast<void>(salvage(temp.path(), "lost", kSalvageDay)), StorageError);

    EXPECT_EQ(tests::bytesOf(file()), garbage);
    EXPECT_EQ(std::distance(fs::directory_iterator{temp.path()}, {}), 1);
}

TEST_F(DamagedDiary, OfWhichNothingCanBeReadComesBackFromItsCopy)
{
    makeDailyCopy(*Database::open(temp.path(), {}), kSalvageDay);
    damage(std::string(9000, 'g'));

    const Salvaged salvaged = salvage(temp.path(), "lost", kSalvageDay);

    EXPECT_TRUE(salvaged.mayMissMore);
    EXPECT_TRUE(salvaged.shouldAskAgain);
    EXPECT_EQ(salvaged.total(&SalvagedKind::read), 0);
    EXPECT_THAT(missingIn(*Database::open(temp.path(), {})), IsEmpty());
}

TEST_F(DamagedDiary, StaysAsItIsWhereTheWorkIsStopped)
{
    std::string damaged = bytes;
    zero(damaged, rootOf("reading"));
    damage(damaged);

    EXPECT_THROW(static_cast<void>(salvage(temp.path(), "lost", kSalvageDay,
                                           [](double share) { return share < 0.9; })),
                 Cancelled);

    EXPECT_EQ(tests::bytesOf(file()), damaged);
    EXPECT_EQ(std::distance(fs::directory_iterator{temp.path()}, {}), 1);
}

/// What a plain SELECT still reads as it was, table by table until it breaks off.
Rows readableBySqlite(const fs::path& file)
{
    Rows rows;
    try {
        const auto database = Database::openCopy(file);
        forEachKind([&]<class Record>(const Record&) {
            try {
                RecordTable<Record>{*database}.each("NOT INDEXED", [&](const Record& record) {
                    rows.emplace(
                        fmt::format("{} {}", toId(kKindOf<Record>), record.stamp.id.text()),
                        toJson(record));
                });
            } catch (const StorageError&) {
                return; // here it breaks off
            }
        });
    } catch (const StorageError&) {
        rows.clear(); // not even the file opens
    }
    return rows;
}

/// Whether a step of an alert is kept as an old version, and its loss is counted.
bool isOldVersion(Database& database, const Rows::value_type& row)
{
    constexpr std::string_view kStep = "alert_step ";
    return row.first.starts_with(kStep) &&
           database.number("SELECT count(*) FROM change_log WHERE kind = 'alert_step' AND"
                           " record_id = ? AND old = ?",
                           row.first.substr(kStep.size()), row.second) > 0;
}

/// Flips, cuts or zeroes, the same for the same seed.
std::string damagedBytes(const std::string& bytes, unsigned seed)
{
    std::mt19937 random{seed};
    const auto below = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most - 1}(random);
    };
    std::string damaged = bytes;
    switch (seed % 3) {
    case 0:
        for (std::size_t i = 0; i < 1 + seed % 60; ++i) {
            char& byte = damaged[below(damaged.size())];
            byte = static_cast<char>(byte ^ static_cast<char>(1U << below(8)));
        }
        break;
    case 1: damaged.resize(below(damaged.size())); break;
    default:
        for (std::size_t i = 0; i < 1 + seed % 8; ++i) {
            const std::size_t page = below(damaged.size() / kSalvagePage);
            std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(page * kSalvagePage),
                        kSalvagePage, '\0');
        }
    }
    return damaged;
}

TEST_F(DamagedDiary, GivesBackAtLeastWhatSqliteStillReads)
{
    // DAMAGE_ROUNDS: 1000 where time does not matter; DAMAGE_FIRST: to look at one again.
    const auto asked = [](const char* name, int usual) {
        const char* value = std::getenv(name);
        return value != nullptr ? std::atoi(value) : usual;
    };
    const int first = asked("DAMAGE_FIRST", 0);
    const int rounds = asked("DAMAGE_ROUNDS", 50);
    int damagedRounds = 0;
    for (int round = first; round < first + rounds; ++round) {
        SCOPED_TRACE(round);
        damage(damagedBytes(bytes, static_cast<unsigned>(round)));
        const Rows plain = readableBySqlite(file());

        try {
            const auto readable = read();
            const Rows saved = salvageRows(*readable.diary);
            for (const auto& row : plain) {
                // A flipped byte may have made another word of it: only what is as it was counts.
                if (const auto before = whole.find(row.first);
                    before != whole.end() && before->second == row.second) {
                    const auto after = saved.find(row.first);
                    const bool isSaved = after != saved.end() && after->second == row.second;
                    // A step of an alert cannot stand without it; what was read is kept all the
                    // same.
                    ASSERT_TRUE(isSaved || isOldVersion(*readable.diary, row))
                        << row.first << (after == saved.end() ? " is gone" : " is another");
                }
            }
            const Rows missing = missingIn(*readable.diary);
            const Salvaged& salvaged = readable.salvaged;
            damagedRounds += missing.empty() ? 0 : 1;
            // Never a silent loss: what is gone is counted, or it is said that nobody can count it.
            if (std::any_of(missing.begin(), missing.end(),
                            [&](const auto& row) { return !saved.contains(row.first); })) {
                EXPECT_TRUE(salvaged.mayMissMore || salvaged.total(&SalvagedKind::lost) > 0 ||
                            salvaged.total(&SalvagedKind::inPart) > 0);
            }
        } catch (const StorageError& error) {
            EXPECT_EQ(error.fault(), StorageFault::Newer); // the one number that may look so
        }
    }
    EXPECT_GT(damagedRounds, rounds / 4);
}

TEST(DamagedLog, IsReadUpToItsDamageAndBehindIt)
{
    TempFolder temp;
    TempFolder killed;
    UuidSource uuids;
    {
        const auto database = Database::open(temp.path(), {});
        for (int pain = 0; pain < 10; ++pain) {
            Episode episode;
            episode.stamp = {uuids.next(kSalvageDay.utc),
                             kSalvageDay.utc,
                             kSalvageDay.utc,
                             database->machine(),
                             {}};
            Transaction transaction{*database};
            RecordTable<Episode>{*database}.insert(episode);
            transaction.commit();
        }
        // As after a kill: the log was never put into the file.
        fs::copy(temp / "unclench.db", killed / "unclench.db");
        fs::copy(temp / "unclench.db-wal", killed / "unclench.db-wal");
    }

    const auto sound = readDamaged(killed.path(), "lost");
    EXPECT_EQ(sound.diary->number("SELECT count(*) FROM episode"), 10);
    EXPECT_FALSE(sound.salvaged.mayMissMore);

    std::string log = tests::bytesOf(killed / "unclench.db-wal");
    const std::size_t frame = kSalvagePage + 24;
    const std::size_t frames = (log.size() - 32) / frame;
    ASSERT_GT(frames, 8U);
    // A frame that is neither the first nor the last.
    log[32 + (frames - 6) * frame + 24 + 2000] ^= '\x10';
    tests::writeBytes(killed / "unclench.db-wal", log);
    const auto damaged = readDamaged(killed.path(), "lost");
    EXPECT_TRUE(damaged.salvaged.mayMissMore);
    EXPECT_EQ(damaged.diary->number("SELECT count(*) FROM episode"), 10);
}

TEST(DamagedEmergency, ThatIsOpenStaysOpen)
{
    TempFolder temp;
    Diary story;
    {
        const auto database = Database::open(temp.path(), {});
        Engine engine{*database, story.clock, story.vocabulary, story.uuids};
        static_cast<void>(done(engine.journal().logSpasm(tests::spasm(7))));
        Answer yes;
        yes.question = "rf_saddle_numbness";
        yes.value = AnswerValue::Yes;
        static_cast<void>(done(engine.alerts().answer(yes, std::nullopt)));
        ASSERT_EQ(database->number("SELECT count(*) FROM alert WHERE level = 'emergency' AND"
                                   " state = 'open'"),
                  1);
    }
    std::string damaged = tests::bytesOf(temp / kDatabaseName);
    std::fill_n(damaged.begin() + 100, kSalvagePage - 100, '\0');
    tests::writeBytes(temp / kDatabaseName, damaged);

    static_cast<void>(salvage(temp.path(), "lost", kSalvageDay));

    EXPECT_EQ(
        Database::open(temp.path(), {})
            ->number("SELECT count(*) FROM alert WHERE level = 'emergency' AND state = 'open'"),
        1);
}

} // namespace
} // namespace unclench
