// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor as a file, made beside the window: whole or not at all.
#include "app/desktop/report_writer.h"

#include "core/engine/engine.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

namespace unclench::app {
namespace {

using testing::IsEmpty;
using testing::StartsWith;

class ReportWriterTest : public testing::Test {
protected:
    ReportWriterTest()
    {
        const auto database = Database::open(folder.path(), {});
        Engine engine{*database, clock, vocabulary, uuids};
        SpasmDraft spasm;
        spasm.pain = 7;
        static_cast<void>(engine.journal().logSpasm(spasm));
        visit.at = clock.now().wall;
        visit.goal = "To sit through a day.";
        visit.isLong = true;
    }
    /// Waits for the first of the three ends; empty: none came.
    QString end()
    {
        for (int i = 0; i < 200; ++i) {
            if (!written.isEmpty()) {
                return QStringLiteral("written");
            }
            if (!cancelled.isEmpty()) {
                return QStringLiteral("cancelled");
            }
            if (!failed.isEmpty()) {
                return QStringLiteral("failed");
            }
            written.wait(50);
        }
        return {};
    }
    std::vector<std::string> files(const std::filesystem::path& in)
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{in}) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }

    tests::TempFolder folder;
    tests::TempFolder target;
    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    ui::Words words = ui::Words::builtIn();
    UuidSource uuids;
    Visit visit;
    ReportWriter writer{folder.path(), clock, vocabulary, words};
    QSignalSpy written{&writer, &ReportWriter::written};
    QSignalSpy cancelled{&writer, &ReportWriter::cancelled};
    QSignalSpy failed{&writer, &ReportWriter::failed};
    QSignalSpy progressed{&writer, &ReportWriter::progressed};
};

TEST_F(ReportWriterTest, WritesAPdf)
{
    writer.write(visit, target / "page.pdf");

    ASSERT_EQ(end(), QStringLiteral("written"));
    EXPECT_THAT(tests::bytesOf(target / "page.pdf"), StartsWith("%PDF"));
    ASSERT_FALSE(progressed.isEmpty());
    EXPECT_EQ(progressed.first()[0].toDouble(), 0);
}

TEST_F(ReportWriterTest, WritesAWebPage)
{
    writer.write(visit, target / "page.html");

    ASSERT_EQ(end(), QStringLiteral("written"));
    EXPECT_NE(tests::bytesOf(target / "page.html").find("To sit through a day."),
              std::string::npos);
}

TEST_F(ReportWriterTest, LeavesNoFileWhereItIsCancelled)
{
    writer.write(visit, target / "page.pdf");
    writer.cancel();

    EXPECT_EQ(end(), QStringLiteral("cancelled"));
    EXPECT_THAT(files(target.path()), IsEmpty());
}

TEST_F(ReportWriterTest, SaysWhyAFileCannotBeWritten)
{
    writer.write(visit, target / "no such folder" / "page.pdf");

    EXPECT_EQ(end(), QStringLiteral("failed"));
    EXPECT_TRUE(failed.first()[0].toString().contains(QLatin1String("page.pdf")));
}

TEST_F(ReportWriterTest, DoesNotWriteOverAFolder)
{
    std::filesystem::create_directory(target / "page.pdf");

    writer.write(visit, target / "page.pdf");

    EXPECT_EQ(end(), QStringLiteral("failed"));
    EXPECT_TRUE(std::filesystem::is_directory(target / "page.pdf"));
    EXPECT_EQ(files(target.path()), std::vector<std::string>{"page.pdf"});
}

} // namespace
} // namespace unclench::app
