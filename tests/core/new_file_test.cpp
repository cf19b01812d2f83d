// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders that get their name when they are whole.
#include "core/store/file_error.h"
#include "core/store/new_file.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

#include <gmock/gmock.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::bytesOf;
using tests::TempFolder;
using tests::writeBytes;

std::vector<std::string> entriesOf(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

mode_t modeOf(const fs::path& path)
{
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0);
    return status.st_mode & 0777U;
}

/// As a careless shell has it, for one test.
class NoUmask {
public:
    NoUmask() : m_before(::umask(0)) {}
    ~NoUmask() { ::umask(m_before); }
    NoUmask(const NoUmask&) = delete;
    NoUmask& operator=(const NoUmask&) = delete;

private:
    mode_t m_before;
};

TEST(NewFile, HasNoNameUntilItIsKept)
{
    const TempFolder temp;
    {
        NewFile file{temp / "a"};
        file.write("half");
        EXPECT_FALSE(fs::exists(temp / "a"));
    }
    EXPECT_THAT(entriesOf(temp.path()), IsEmpty());
}

TEST(NewFile, HasAllThatWasWrittenForThisUserAlone)
{
    const TempFolder temp;
    const NoUmask careless;
    const std::string part(100'000, 'x');

    NewFile file{temp / "a"};
    for (int i = 0; i < 10; ++i) {
        file.write(part);
    }
    file.keep();

    EXPECT_EQ(bytesOf(temp / "a").size(), 10 * part.size());
    EXPECT_EQ(modeOf(temp / "a"), 0600U);
    EXPECT_THAT(entriesOf(temp.path()), ElementsAre("a"));
}

TEST(NewFile, ReplacesWhatHadItsName)
{
    const TempFolder temp;
    writeBytes(temp / "a", "old");

    NewFile file{temp / "a"};
    file.write("new");
    EXPECT_EQ(bytesOf(temp / "a"), "old");
    file.keep();

    EXPECT_EQ(bytesOf(temp / "a"), "new");
}

TEST(NewFile, SaysWhereItCannotBeMade)
{
    const TempFolder temp;
    fs::permissions(temp.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const tests::Unprivileged user;

    EXPECT_THROW(NewFile{temp / "a"}, FileError);
    EXPECT_THROW(NewFile{temp / "gone" / "a"}, FileError);
}

TEST(NewFile, DoesNotTakeTheNameOfAFolder)
{
    const TempFolder temp;
    fs::create_directory(temp / "a");
    NewFile file{temp / "a"};

    EXPECT_THROW(file.keep(), FileError);
    EXPECT_TRUE(fs::is_directory(temp / "a"));
}

TEST(NewFile, PutsAwayWhatAKilledProgramLeft)
{
    const TempFolder temp;
    writeBytes(temp / ".unclench-new-abcdef", "half a diary");
    fs::create_directory(temp / ".unclench-new-ghijkl");
    writeBytes(temp / ".unclench-new-ghijkl" / "reading.csv", "half a diary");
    writeBytes(temp / ".unclench-other", "of something else");

    const NewFile file{temp / "a"};

    EXPECT_EQ(entriesOf(temp.path()).size(), 2U); // the other one and the new one
    EXPECT_TRUE(fs::exists(temp / ".unclench-other"));
}

TEST(NewFile, LeavesWhatAnotherProgramIsWriting)
{
    const TempFolder temp;
    NewFile one{temp / "a"};
    NewFolder other{temp / "b"};
    one.write("a");
    {
        const NewFile passing{temp / "c"};
        EXPECT_EQ(entriesOf(temp.path()).size(), 3U);
    }
    one.keep();
    other.keep();

    EXPECT_THAT(entriesOf(temp.path()), UnorderedElementsAre("a", "b"));
}

TEST(NewFile, LeavesALinkThatIsCalledSo)
{
    const TempFolder temp;
    writeBytes(temp / "diary", "whole");
    fs::create_symlink(temp / "diary", temp / ".unclench-new-abcdef");

    const NewFile file{temp / "a"};

    EXPECT_EQ(bytesOf(temp / "diary"), "whole");
    EXPECT_TRUE(fs::is_symlink(fs::symlink_status(temp / ".unclench-new-abcdef")));
}

TEST(NewFolder, IsForThisUserAloneWithItsFiles)
{
    const TempFolder temp;
    const NoUmask careless;
    NewFolder folder{temp / "a"};
    FileOutput file{folder.path() / "b"};
    file.write("c");
    file.finish();
    EXPECT_FALSE(fs::exists(temp / "a"));

    folder.keep();

    EXPECT_EQ(modeOf(temp / "a"), 0700U);
    EXPECT_EQ(modeOf(temp / "a" / "b"), 0600U);
    EXPECT_EQ(bytesOf(temp / "a" / "b"), "c");
    EXPECT_THAT(entriesOf(temp.path()), ElementsAre("a"));
}

TEST(NewFolder, IsGoneWithItsFilesUnlessItIsKept)
{
    const TempFolder temp;
    {
        const NewFolder folder{temp / "a"};
        writeBytes(folder.path() / "b", "half");
    }
    EXPECT_THAT(entriesOf(temp.path()), IsEmpty());
}

TEST(NewFolder, ReplacesAFolderAsAWhole)
{
    const TempFolder temp;
    fs::create_directory(temp / "a");
    writeBytes(temp / "a" / "old", "1");
    NewFolder folder{(temp / "a") / ""}; // a trailing slash, as a shell completes it
    writeBytes(folder.path() / "new", "2");

    folder.keep();

    EXPECT_THAT(entriesOf(temp / "a"), ElementsAre("new"));
    EXPECT_THAT(entriesOf(temp.path()), ElementsAre("a"));
}

TEST(NewFolder, DoesNotTakeTheNameOfAFile)
{
    const TempFolder temp;
    writeBytes(temp / "a", "a letter");
    NewFolder folder{temp / "a"};

    EXPECT_THROW(folder.keep(), FileError);
    EXPECT_EQ(bytesOf(temp / "a"), "a letter");
}

} // namespace
} // namespace unclench
