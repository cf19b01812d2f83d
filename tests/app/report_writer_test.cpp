// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor as a file, made beside the window: whole or not at all.
#include "app/desktop/report_writer.h"

#include "core/engine/engine.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSignalSpy>

#include <gmock/gmock.h>

namespace unclench::app {
namespace {

using testing::IsEmpty;
using testing::StartsWith;

/// Nobody can paint on it, as on a printer that cannot be opened.
class PaperThatCannotBegin : public QPdfWriter {
public:
    using QPdfWriter::QPdfWriter;

protected:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return nullptr; }
};

/// Its paper ends after the first page.
class PaperOfOnePage : public QPdfWriter {
public:
    using QPdfWriter::QPdfWriter;
    bool newPage() override { return false; }
};

bool isTaken()
{
    return true;
}

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
    /// Waits for the first of the four ends; empty: none came.
    QString end()
    {
        for (int i = 0; i < 200; ++i) {
            if (!written.isEmpty()) {
                return QStringLiteral("written");
            }
            if (!printed.isEmpty()) {
                return QStringLiteral("printed");
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
    /// What a person reads where the printer failed.
    void expectAdvice()
    {
        ASSERT_EQ(failed.count(), 1);
        const QString sentence = failed.first()[0].toString();
        EXPECT_TRUE(sentence.startsWith(QLatin1String("The printer did not take the page.")));
        EXPECT_TRUE(sentence.contains(QLatin1String("Save as PDF")));
        EXPECT_EQ(printed.count(), 0);
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
    QSignalSpy printed{&writer, &ReportWriter::printed};
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

TEST_F(ReportWriterTest, PrintsOnThePaperThatIsChosen)
{
    {
        const auto database = Database::open(folder.path(), {});
        Engine engine{*database, clock, vocabulary, uuids};
        static_cast<void>(engine.journal().set("paper", "letter"));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    auto paper = std::make_shared<QPdfWriter>(&buffer);

    writer.print(visit, paper, isTaken);

    ASSERT_EQ(end(), QStringLiteral("printed"));
    EXPECT_EQ(paper->pageLayout().pageSize().id(), QPageSize::Letter);
    EXPECT_TRUE(buffer.data().startsWith("%PDF"));
}

TEST_F(ReportWriterTest, SaysWhatToDoWhereNobodyCanPaintOnThePrinter)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);

    writer.print(visit, std::make_shared<PaperThatCannotBegin>(&buffer), isTaken);

    EXPECT_EQ(end(), QStringLiteral("failed"));
    expectAdvice();
}

TEST_F(ReportWriterTest, SaysWhatToDoWhereThePrinterStopsBetweenPages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);

    writer.print(visit, std::make_shared<PaperOfOnePage>(&buffer), isTaken);

    EXPECT_EQ(end(), QStringLiteral("failed"));
    expectAdvice();
}

TEST_F(ReportWriterTest, SaysWhatToDoWhereThePrinterFailedAfterTheLastPage)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);

    writer.print(visit, std::make_shared<QPdfWriter>(&buffer), [] { return false; });

    EXPECT_EQ(end(), QStringLiteral("failed"));
    expectAdvice();
}

} // namespace
} // namespace unclench::app
