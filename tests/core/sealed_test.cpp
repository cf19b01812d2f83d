// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted backups as files: the diary with its pictures, private, whole or not there.
#include "core/exchange/sealed.h"
#include "core/exchange/sealed_entries.h"
#include "core/exchange/sealed_stream.h"
#include "core/store/database.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/sealing.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using tests::kCheapSeal;
using tests::sealPassphrase;
using tests::TempFolder;

/// For everybody, so also for who is unprivileged.
constexpr fs::perms kReadOnlyFolder = fs::perms::owner_read | fs::perms::owner_exec |
                                      fs::perms::group_read | fs::perms::group_exec |
                                      fs::perms::others_read | fs::perms::others_exec;

struct SealedBackups : testing::Test {
    TempFolder data;
    TempFolder stick;
    TempFolder unpacked;
    std::unique_ptr<Database> diary = Database::open(data.path(), {});
    fs::path file = stick / "mine.unclench-sealed";

    SealedBackups()
    {
        tests::Diary other;
        Engine engine{*diary, other.clock, other.vocabulary, other.uuids};
        for (int pain = 0; pain <= 10; ++pain) {
            static_cast<void>(tests::done(engine.journal().logSpasm(tests::spasm(pain))));
        }
    }
    void addPicture(const std::string& name, const std::string& bytes) const
    {
        fs::create_directories(data / "pictures");
        tests::writeBytes((data / "pictures") / name, bytes);
    }
    SealedBackup seal(const Progress& progress = {})
    {
        return sealBackup(*diary, file, sealPassphrase(), progress, kCheapSeal);
    }
    RecoveryKey sealed()
    {
        auto done = seal();
        if (const auto* refusal = std::get_if<TargetRefusal>(&done)) {
            ADD_FAILURE() << "refused: " << toId(refusal->fault);
            return RecoveryKey::random();
        }
        return std::get<RecoveryKey>(std::move(done));
    }
    /// The id of why it was refused.
    std::string refusal(const Progress& progress = {})
    {
        const auto done = seal(progress);
        const auto* refusal = std::get_if<TargetRefusal>(&done);
        return refusal != nullptr ? std::string{toId(refusal->fault)} : "written";
    }
    std::variant<Unsealed, SealFault> open(const SealSecret& secret)
    {
        return openSealed(file, secret, unpacked.path(), {});
    }
    std::string fault(const SealSecret& secret)
    {
        const auto opened = open(secret);
        const auto* fault = std::get_if<SealFault>(&opened);
        return fault != nullptr ? std::string{toId(*fault)} : "opened";
    }
    static std::vector<std::string> namesIn(const fs::path& folder)
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator{folder}) {
            names.push_back(entry.path().lexically_relative(folder).string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(SealedBackups, HoldTheDiaryAndItsPictures)
{
    addPicture("a.png", "the first picture");
    addPicture("b.jpg", std::string(200'000, '\xFE'));
    addPicture("empty.png", "");
    addPicture("c.png.new", "half of one that is still being copied");

    const RecoveryKey key = sealed();

    for (const SealSecret& secret : {SealSecret{sealPassphrase()}, SealSecret{key}}) {
        const TempFolder folder;
        const auto opened = openSealed(file, secret, folder.path(), {});
        ASSERT_TRUE(std::holds_alternative<Unsealed>(opened));
        const auto& files = std::get<Unsealed>(opened);
        const auto copy = Database::openCopy(files.database);
        EXPECT_EQ(tests::liveRows(*copy), tests::liveRows(*diary));
        EXPECT_THAT(tests::liveRows(*copy), Not(IsEmpty()));
        EXPECT_THAT(namesIn(files.pictures), ElementsAre("a.png", "b.jpg", "empty.png"));
        EXPECT_EQ(tests::bytesOf(files.pictures / "a.png"), "the first picture");
        EXPECT_EQ(tests::bytesOf(files.pictures / "b.jpg"), std::string(200'000, '\xFE'));
        EXPECT_EQ(tests::bytesOf(files.pictures / "empty.png"), "");
    }
}

TEST_F(SealedBackups, NeedNoPictures)
{
    static_cast<void>(sealed());

    const auto opened = open(sealPassphrase());

    ASSERT_TRUE(std::holds_alternative<Unsealed>(opened));
    EXPECT_TRUE(std::get<Unsealed>(opened).pictures.empty());
    EXPECT_THAT(namesIn(unpacked.path()), ElementsAre("unclench.db"));
}

TEST_F(SealedBackups, ArePrivateWhateverTheUmask)
{
    addPicture("a.png", "a picture");
    const mode_t before = ::umask(0);
    static_cast<void>(sealed());
    const StagingFolder staging{data.path()};
    const auto opened = openSealed(file, sealPassphrase(), staging.path(), {});
    ::umask(before);

    const auto kFile = fs::perms::owner_read | fs::perms::owner_write;
    EXPECT_EQ(fs::status(file).permissions(), kFile);
    EXPECT_EQ(fs::status(staging.path()).permissions(), fs::perms::owner_all);
    ASSERT_TRUE(std::holds_alternative<Unsealed>(opened));
    const auto& files = std::get<Unsealed>(opened);
    EXPECT_EQ(fs::status(files.database).permissions(), kFile);
    EXPECT_EQ(fs::status(files.pictures).permissions(), fs::perms::owner_all);
    EXPECT_EQ(fs::status(files.pictures / "a.png").permissions(), kFile);
}

TEST_F(SealedBackups, LeaveNothingElseBehind)
{
    const auto before = namesIn(data.path());

    static_cast<void>(sealed());

    EXPECT_THAT(namesIn(stick.path()), ElementsAre("mine.unclench-sealed"));
    EXPECT_EQ(namesIn(data.path()), before);
}

TEST_F(SealedBackups, ShowNothingOfWhatTheyHold)
{
    addPicture("lumbar.png", "the first picture");

    static_cast<void>(sealed());

    const std::string bytes = tests::bytesOf(file);
    for (const char* word : {"SQLite", "episode", "lumbar", "the first picture"}) {
        EXPECT_EQ(bytes.find(word), std::string::npos) << word;
    }
    EXPECT_EQ(bytes.find(diary->machine()), std::string::npos);
}

TEST_F(SealedBackups, ReplaceNothing)
{
    tests::writeBytes(file, "another person's");

    EXPECT_EQ(refusal(), "not_ours");
    EXPECT_EQ(tests::bytesOf(file), "another person's");

    // Also where it comes while the backup is written.
    fs::remove(file);
    const std::string late = refusal([this](double share) {
        if (share > 0.8) {
            tests::writeBytes(file, "another person's");
        }
        return true;
    });
    EXPECT_EQ(late, "not_ours");
    EXPECT_EQ(tests::bytesOf(file), "another person's");
    EXPECT_THAT(namesIn(stick.path()), ElementsAre("mine.unclench-sealed"));
}

TEST_F(SealedBackups, AreRefusedWhereTheyWouldBeLostOrCannotBe)
{
    file = stick / "gone" / "mine.unclench-sealed";
    EXPECT_EQ(refusal(), "not_there");
    EXPECT_FALSE(fs::exists(stick / "gone"));

    file = data / "mine.unclench-sealed";
    EXPECT_EQ(refusal(), "beside_diary");
    fs::create_directories(data / "copies");
    file = data / "copies" / ".." / "mine.unclench-sealed";
    EXPECT_EQ(refusal(), "beside_diary");

    file = stick.path();
    EXPECT_EQ(refusal(), "not_ours");
}

TEST_F(SealedBackups, AreRefusedWhereOneMayNotWrite)
{
    fs::permissions(stick.path(), kReadOnlyFolder);
    // The diary itself stays within reach.
    fs::permissions(data.path(), fs::perms::all);
    fs::permissions(data / "unclench.db", fs::perms::all);
    std::string told;
    {
        const tests::Unprivileged somebody;
        told = refusal();
    }
    fs::permissions(stick.path(), fs::perms::owner_all);

    EXPECT_EQ(told, "not_allowed");
    EXPECT_THAT(namesIn(stick.path()), IsEmpty());
}

TEST_F(SealedBackups, StoppedAnywhereLeaveNothing)
{
    addPicture("a.png", std::string(300'000, 'x'));
    const auto before = namesIn(data.path());
    int steps = 0;
    static_cast<void>(seal([&](double) { return ++steps > 0; }));
    ASSERT_GT(steps, 5);
    fs::remove(file);

    for (int stop = 1; stop <= steps; ++stop) {
        int step = 0;
        double last = 0;
        EXPECT_THROW(static_cast<void>(seal([&](double share) {
                         EXPECT_GE(share, last);
                         EXPECT_LE(share, 1);
                         last = share;
                         return ++step < stop;
                     })),
                     Cancelled)
            << stop;
        EXPECT_THAT(namesIn(stick.path()), IsEmpty()) << stop;
        EXPECT_EQ(namesIn(data.path()), before) << stop;
    }
}

TEST_F(SealedBackups, HaveAKeyOfTheirOwn)
{
    const RecoveryKey first = sealed();
    fs::remove(file);
    const RecoveryKey second = sealed();

    EXPECT_EQ(fault(first), "wrong_passphrase");
    EXPECT_EQ(fault(second), "opened");
}

TEST_F(SealedBackups, UnpackNothingWhereTheyAreNotWhole)
{
    addPicture("a.png", std::string(300'000, 'x'));
    static_cast<void>(sealed());
    const std::string whole = tests::bytesOf(file);

    EXPECT_EQ(fault(Secret{std::string_view{"another one"}}), "wrong_passphrase");
    EXPECT_THAT(namesIn(unpacked.path()), IsEmpty());

    tests::writeBytes(file, whole.substr(0, whole.size() - 1));
    EXPECT_EQ(fault(sealPassphrase()), "truncated");
    EXPECT_THAT(namesIn(unpacked.path()), IsEmpty());

    std::string changed = whole;
    changed.back() = static_cast<char>(changed.back() + 1); // found last, when all was unpacked
    tests::writeBytes(file, changed);
    EXPECT_EQ(fault(sealPassphrase()), "tampered");
    EXPECT_THAT(namesIn(unpacked.path()), IsEmpty());

    tests::writeBytes(file, "SQLite format 3");
    EXPECT_EQ(fault(sealPassphrase()), "not_ours");

    fs::remove(file);
    EXPECT_EQ(fault(sealPassphrase()), "unreadable");
    file = stick.path();
    EXPECT_EQ(fault(sealPassphrase()), "unreadable");
    EXPECT_THAT(namesIn(unpacked.path()), IsEmpty());
}

TEST_F(SealedBackups, StoppedWhileTheyOpenUnpackNothing)
{
    addPicture("a.png", std::string(300'000, 'x'));
    static_cast<void>(sealed());
    int step = 0;

    EXPECT_THROW(static_cast<void>(openSealed(file, sealPassphrase(), unpacked.path(),
                                              [&](double) { return ++step < 5; })),
                 Cancelled);

    EXPECT_THAT(namesIn(unpacked.path()), IsEmpty());
}

TEST_F(SealedBackups, AreKnownBeforeTheyAreOpened)
{
    EXPECT_FALSE(isSealed(file));
    EXPECT_EQ(cannotOpen(file), SealFault::Unreadable);
    EXPECT_FALSE(isSealed(stick.path()));
    static_cast<void>(sealed());

    EXPECT_TRUE(isSealed(file));
    EXPECT_EQ(cannotOpen(file), std::nullopt);
    EXPECT_FALSE(isSealed(data / "unclench.db"));
    EXPECT_EQ(cannotOpen(data / "unclench.db"), SealFault::NotOurs);

    fs::resize_file(file, fs::file_size(file) - 1);
    EXPECT_TRUE(isSealed(file));
    EXPECT_EQ(cannotOpen(file), SealFault::Truncated);
}

TEST_F(SealedBackups, GetANameWithTheDayInAFolder)
{
    const Moment day = tests::at("2026-03-02T08:00+01:00");

    EXPECT_EQ(sealedName(stick.path(), day), stick / "unclench-2026-03-02.unclench-sealed");
    tests::writeBytes(stick / "unclench-2026-03-02.unclench-sealed", "x");
    EXPECT_EQ(sealedName(stick.path(), day), stick / "unclench-2026-03-02-2.unclench-sealed");
    tests::writeBytes(stick / "unclench-2026-03-02-2.unclench-sealed", "x");
    EXPECT_EQ(sealedName(stick.path(), day), stick / "unclench-2026-03-02-3.unclench-sealed");

    EXPECT_EQ(sealedName(file, day), file);
}

TEST_F(SealedBackups, OfADiaryThatCanOnlyBeReadAreMadeAllTheSame)
{
    const fs::path stored = diary->file();
    diary.reset();
    const auto before = namesIn(data.path());
    fs::permissions(stored, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(stick.path(), fs::perms::all);
    fs::permissions(data.path(), kReadOnlyFolder);
    std::string told;
    {
        const tests::Unprivileged somebody;
        diary = Database::open(data.path(), {.access = Database::Access::Read});
        EXPECT_TRUE(diary->isReadOnly());
        told = refusal();
    }
    fs::permissions(data.path(), fs::perms::owner_all);

    EXPECT_EQ(told, "written");
    EXPECT_EQ(namesIn(data.path()), before);
    const auto opened = open(sealPassphrase());
    ASSERT_TRUE(std::holds_alternative<Unsealed>(opened));
    EXPECT_THAT(tests::liveRows(*Database::openCopy(std::get<Unsealed>(opened).database)),
                Not(IsEmpty()));
}

/// Entries as somebody with bad intent, who has the passphrase, could write them.
struct SealedEntries : testing::Test {
    TempFolder temp;
    std::vector<SealedEntry> found;

    bool readsAsWhole(const std::vector<SealedEntry>& entries, const std::string& behind = {})
    {
        std::string bytes;
        for (const SealedEntry& entry : entries) {
            // Not `entryHead`, which writes no such names.
            bytes += static_cast<char>(entry.name.size() & 0xFFU);
            bytes += static_cast<char>(entry.name.size() >> 8U);
            bytes += entry.name;
            for (unsigned i = 0; i < 8; ++i) {
                bytes += static_cast<char>(entry.size >> (8 * i));
            }
            bytes.append(static_cast<std::size_t>(entry.size), 'x');
        }
        bytes += std::string(2, '\0') + behind;
        const bool atOnce = reads(bytes, bytes.size());
        EXPECT_EQ(reads(bytes, 1), atOnce);
        return atOnce;
    }

private:
    bool reads(std::string_view bytes, std::size_t piece)
    {
        found.clear();
        EntryReader reader{[this](const SealedEntry& entry) { found.push_back(entry); },
                           [](std::span<const unsigned char>) {}};
        while (!bytes.empty()) {
            const auto part = bytes.substr(0, piece);
            if (!reader.take({reinterpret_cast<const unsigned char*>(part.data()), part.size()})) {
                return false;
            }
            bytes.remove_prefix(part.size());
        }
        return reader.isComplete();
    }
};

TEST_F(SealedEntries, AreReadInAnyPieces)
{
    const std::vector<SealedEntry> entries{
        {"unclench.db", 1000}, {"pictures/a.png", 0}, {"pictures/\u00E9.png", 70'000}};

    EXPECT_TRUE(readsAsWhole(entries));
    EXPECT_EQ(found, entries);
}

TEST_F(SealedEntries, HaveNoNameOutsideTheirFolder)
{
    for (const std::string name :
         {"pictures/../unclench.db", "../evil", "/etc/passwd", "pictures/", "pictures/.hidden",
          "pictures/a/b", "pictures", "other.db", "pictures/.."}) {
        EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}, {name, 1}})) << name;
        EXPECT_EQ(found.size(), 1U) << name;
    }
    EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}, {std::string{"pictures/a\0b", 12}, 1}}));
    EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}, {"pictures/" + std::string(1000, 'a'), 1}}));
}

TEST_F(SealedEntries, BeginWithOneDiaryAndHaveAnOrder)
{
    EXPECT_FALSE(readsAsWhole({}));
    EXPECT_FALSE(readsAsWhole({{"pictures/a.png", 1}}));
    EXPECT_FALSE(readsAsWhole({{"pictures/a.png", 1}, {"unclench.db", 1}}));
    EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}, {"unclench.db", 1}}));
    EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}, {"pictures/a", 1}, {"pictures/a", 1}}));
    EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}, {"pictures/b", 1}, {"pictures/a", 1}}));
    EXPECT_FALSE(readsAsWhole({{"unclench.db", 1}}, "x"));

    EXPECT_TRUE(readsAsWhole({{"unclench.db", 1}, {"pictures/a", 1}, {"pictures/b", 1}}));
}

TEST_F(SealedEntries, ThatAreNoneOpenAsTampered)
{
    const std::string bytes = "no entries at all, but encrypted with the right passphrase";
    std::string sealed;
    SealingStream stream{[&](std::span<const unsigned char> piece) {
                             sealed.append(reinterpret_cast<const char*>(piece.data()),
                                           piece.size());
                             return true;
                         },
                         bytes.size(), sealPassphrase(), RecoveryKey::random(), kCheapSeal};
    stream.write({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
    stream.finish();
    tests::writeBytes(temp / "file", sealed);

    const auto opened = openSealed(temp / "file", sealPassphrase(), temp / "out", {});

    ASSERT_TRUE(std::holds_alternative<SealFault>(opened));
    EXPECT_EQ(std::get<SealFault>(opened), SealFault::Tampered);
    EXPECT_TRUE(fs::is_empty(temp / "out"));
}

TEST(StagingFolder, IsGoneAtItsEndAndAfterAProgramThatWasKilled)
{
    const TempFolder temp;
    {
        const StagingFolder staging{temp.path()};
        EXPECT_EQ(staging.path().parent_path(), temp.path());
        tests::writeBytes(staging.path() / "unclench.db", "readable");
    }
    EXPECT_TRUE(fs::is_empty(temp.path()));

    if (::fork() == 0) {
        const StagingFolder staging{temp.path()};
        tests::writeBytes(staging.path() / "unclench.db", "readable");
        ::_exit(0); // as a kill: nothing is tidied
    }
    ::wait(nullptr);
    EXPECT_FALSE(fs::is_empty(temp.path()));
    const auto stillUsed = std::make_unique<StagingFolder>(temp.path());
    const auto entries = fs::directory_iterator{temp.path()};
    EXPECT_EQ(std::distance(begin(entries), end(entries)), 1);

    const StagingFolder another{temp.path()};
    EXPECT_TRUE(fs::exists(stillUsed->path()));
}

} // namespace
} // namespace unclench
