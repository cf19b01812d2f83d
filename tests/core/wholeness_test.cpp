// SPDX-License-Identifier: GPL-3.0-or-later
// What is whole is judged as SQLite's integrity_check judges it; and no copy of what is not whole
// takes the place of a good one.
#include "core/store/change_store.h"
#include "core/store/checked_copy.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/wholeness.h"
#include "tests/support/any_history.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <random>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using tests::TempFolder;

const Moment kCheckDay{UtcTime{std::chrono::milliseconds{1'772'434'800'000}}, {}};
constexpr std::size_t kCheckPage = 4096;
constexpr std::uint64_t kSeed = 11;

/// What `integrity_check` says of a file that has no log.
bool isFineForSqlite(const fs::path& file)
{
    std::string answer;
    try {
        Database::openCopy(file)->each("PRAGMA integrity_check(1)", [&](SQLite::Statement& row) {
            answer = row.getColumn(0).getString();
        });
    } catch (const StorageError&) {
        return false;
    }
    return answer == "ok";
}

struct Wholeness : testing::Test {
    TempFolder temp;
    std::string bytes;
    tests::Rows rows;
    /// Pages of indexes with entries on them.
    std::vector<std::size_t> indexPages;

    [[nodiscard]] fs::path file() const { return temp / kDatabaseName; }

    void SetUp() override
    {
        {
            const auto database = Database::open(temp.path(), {});
            Transaction transaction{*database};
            for (const AnyRecord& record :
                 tests::HistoryMaker{kSeed, tests::HistoryMaker::Times::Likely}.make(60).records) {
                ChangeStore{*database}.insert(record);
            }
            transaction.commit();
            rows = tests::detail::rowsWhere(*database, "");
        }
        bytes = tests::bytesOf(file());
        Database::openCopy(file())->each(
            "SELECT rootpage FROM sqlite_master WHERE type = 'index'", [&](SQLite::Statement& row) {
                const auto page = static_cast<std::size_t>(row.getColumn(0).getInt64());
                const bool isLeaf = bytes[(page - 1) * kCheckPage] == '\x0A';
                const bool hasAny = bytes[(page - 1) * kCheckPage + 4] != 0;
                if (isLeaf && hasAny) {
                    indexPages.push_back(page);
                }
            });
        ASSERT_GT(indexPages.size(), 10U);
    }

    /// The last byte of the first entry that was made: most often of an id or of a row's number.
    void damageIndex()
    {
        for (const std::size_t page : indexPages) {
            std::string damaged = bytes;
            damaged[page * kCheckPage - 1] ^= 1;
            tests::writeBytes(file(), damaged);
            const auto database = Database::open(temp.path(), {.access = Database::Access::Read});
            if (checkFile(*database).state == FileState::IndexesOff) {
                return;
            }
        }
        FAIL() << "no index that can be damaged like this";
    }
};

TEST_F(Wholeness, IsThatOfIntegrityCheckForEachFlippedBit)
{
    std::mt19937_64 random{kSeed};
    int off = 0;
    for (int i = 0; i < 100; ++i) {
        std::string damaged = bytes;
        const std::size_t page = indexPages[random() % indexPages.size()];
        const std::size_t at =
            (page - 1) * kCheckPage + kCheckPage / 2 + random() % (kCheckPage / 2);
        damaged[at] ^= static_cast<char>(1U << random() % 8);
        tests::writeBytes(file(), damaged);

        const bool isFine = isFineForSqlite(file());

        ASSERT_EQ(passesCheck(file(), CheckDepth::Full), isFine) << "byte " << at;
        off += isFine ? 0 : 1;
    }
    EXPECT_GT(off, 20);
}

TEST_F(Wholeness, OfADiaryInUseIsThatOfItsLogToo)
{
    const auto database = Database::open(temp.path(), {});
    EXPECT_TRUE(isWhole(*database));
    EXPECT_TRUE(isWhole(*Database::inMemory()));

    Transaction transaction{*database};
    database->run("DELETE FROM reading");
    transaction.commit();

    EXPECT_TRUE(isWhole(*database));
}

TEST_F(Wholeness, OfAValueThatDoesNotFitIsSeenByTheFullLookAlone)
{
    {
        const auto database = Database::open(temp.path(), {});
        database->script("PRAGMA ignore_check_constraints = ON; UPDATE reading SET at_rest = 7;"
                         "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    EXPECT_TRUE(passesCheck(file(), CheckDepth::Quick));
    EXPECT_FALSE(passesCheck(file(), CheckDepth::Full));
}

TEST_F(Wholeness, IsAskedOfWhatTakesThePlaceOfAGoodCopy)
{
    makeDailyCopy(*Database::open(temp.path(), {}), kCheckDay);
    const fs::path copy = copiesIn(temp.path()).front();
    const std::string good = tests::bytesOf(copy);
    damageIndex();
    const auto database = Database::open(temp.path(), {});

    EXPECT_THROW(renewDailyCopy(*database, kCheckDay), StorageError);
    EXPECT_THROW(makeDailyCopy(*database, kCheckDay + std::chrono::days{1}), StorageError);

    EXPECT_EQ(tests::bytesOf(copy), good);
    EXPECT_EQ(newestGoodCopy(temp.path()), copy);
    EXPECT_EQ(copiesIn(temp.path()).size(), 1U);
}

TEST_F(Wholeness, ComesBackWithABackupWhoseIndexesAreDamaged)
{
    damageIndex();

    const auto copy = Database::copyInMemory(file());

    EXPECT_TRUE(isWhole(*copy));
    EXPECT_EQ(tests::detail::rowsWhere(*copy, ""), rows);
}

} // namespace
} // namespace unclench
