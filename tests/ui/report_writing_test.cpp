// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor as a file: whole or not at all.
#include "core/store/storage_error.h"
#include "tests/ui/report_lives.h"
#include "ui/report/report.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace unclench::ui::report {
namespace {

Report reportToWrite(const test::ReportLife& life)
{
    static const Vocabulary& kVocabulary = Vocabulary::builtIn();
    static const ui::Words& kWords = ui::Words::builtIn();
    return Report{life.sources, life.wishes, kVocabulary, kWords};
}

bool toTheEnd(double)
{
    return true;
}

std::filesystem::path pathIn(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path{folder.path().toStdString()} / name;
}

int filesIn(const QTemporaryDir& folder)
{
    return static_cast<int>(
        QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden | QDir::System).size());
}

TEST(WritingAReport, MakesAPdfForThisUserAlone)
{
    const QTemporaryDir folder;
    const auto path = pathIn(folder, "page.pdf");

    EXPECT_EQ(write(reportToWrite(test::badMonth()), path, toTheEnd), Written::Done);

    QFile file{QString::fromStdString(path.string())};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_TRUE(bytes.startsWith("%PDF-"));
    EXPECT_TRUE(bytes.contains("/Count 1"));
    EXPECT_TRUE(bytes.contains("/FontFile2"));
    EXPECT_FALSE(bytes.contains("/Subtype /Image"));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
    EXPECT_EQ(filesIn(folder), 1);
}

TEST(WritingAReport, PutsThePagesBehindTheFirst)
{
    const QTemporaryDir folder;
    const Report report = reportToWrite(test::withLongVersion(40));
    double most = 0;

    const auto done = write(report, pathIn(folder, "long.pdf"), [&](double share) {
        EXPECT_GE(share, most);
        most = share;
        return true;
    });

    EXPECT_EQ(done, Written::Done);
    EXPECT_EQ(most, 1.0);
    QFile file{folder.filePath(QStringLiteral("long.pdf"))};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("/Count " + QByteArray::number(report.pages())));
}

TEST(WritingAReport, MakesHtmlByItsName)
{
    const QTemporaryDir folder;
    const Report report = reportToWrite(test::badMonth());

    EXPECT_EQ(write(report, pathIn(folder, "page.HTM"), toTheEnd), Written::Done);

    QFile file{folder.filePath(QStringLiteral("page.HTM"))};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(QString::fromUtf8(file.readAll()), report.toHtml());
}

TEST(WritingAReport, LeavesNothingWhereItIsCancelled)
{
    const QTemporaryDir folder;
    for (const char* name : {"page.pdf", "page.html"}) {
        int steps = 0;

        const auto done = write(reportToWrite(test::withLongVersion(200)), pathIn(folder, name),
                                [&](double) { return ++steps < 5; });

        EXPECT_EQ(done, Written::Cancelled);
        EXPECT_EQ(filesIn(folder), 0) << name;
    }
}

TEST(WritingAReport, KeepsWhatStoodThereWhereItIsCancelled)
{
    const QTemporaryDir folder;
    QFile before{folder.filePath(QStringLiteral("page.pdf"))};
    ASSERT_TRUE(before.open(QIODevice::WriteOnly));
    before.write("mine");
    before.close();

    EXPECT_EQ(write(reportToWrite(test::badMonth()), pathIn(folder, "page.pdf"),
                    [](double) { return false; }),
              Written::Cancelled);

    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    EXPECT_EQ(before.readAll(), "mine");
}

TEST(WritingAReport, ThrowsWhereTheTargetIsAFolderOrHasNone)
{
    const QTemporaryDir folder;
    QDir{folder.path()}.mkdir(QStringLiteral("folder.pdf"));
    const Report report = reportToWrite(test::oneSpasm());

    EXPECT_THROW((void)write(report, pathIn(folder, "folder.pdf"), toTheEnd), StorageError);
    EXPECT_THROW((void)write(report, pathIn(folder, "missing/page.pdf"), toTheEnd), StorageError);
    EXPECT_EQ(filesIn(folder), 0);
}

TEST(WritingAReport, SaysThatTheDiskIsFull)
{
    if (!QFile::exists(QStringLiteral("/dev/full"))) {
        GTEST_SKIP() << "only Linux has a disk that is always full";
    }
    QFile full{QStringLiteral("/dev/full")};
    ASSERT_TRUE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));

    EXPECT_FALSE(reportToWrite(test::badMonth()).writeHtml(full, toTheEnd));
}

} // namespace
} // namespace unclench::ui::report
