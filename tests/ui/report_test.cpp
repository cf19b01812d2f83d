// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report.h"

#include "core/store/storage_error.h"
#include "tests/ui/report_lives.h"
#include "ui/report/first_page.h"
#include "ui/report/long_pages.h"
#include "ui/report/paper.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace unclench {
namespace {

using test::ReportLife;
using ui::report::Box;
using ui::report::FirstPage;
using ui::report::Report;
using ui::report::Written;

const Vocabulary& reportVocabulary()
{
    static const Vocabulary kVocabulary = Vocabulary::builtIn();
    return kVocabulary;
}

const ui::Words& reportWords()
{
    static const ui::Words kWords = ui::Words::builtIn();
    return kWords;
}

Report made(const ReportLife& life)
{
    return Report{life.sources, life.wishes, reportVocabulary(), reportWords()};
}

ui::report::Contents contentsOf(const ReportLife& life)
{
    return ui::report::contentsOf(life.sources, life.wishes, reportVocabulary(), reportWords());
}

bool goOn(double)
{
    return true;
}

std::filesystem::path in(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path{folder.path().toStdString()} / name;
}

int filesIn(const QTemporaryDir& folder)
{
    return static_cast<int>(
        QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden | QDir::System).size());
}

constexpr double kRounding = 2.0; // a tenth of a point

bool holds(const QRectF& outer, const QRectF& inner)
{
    return inner.left() >= outer.left() - kRounding && inner.right() <= outer.right() + kRounding &&
           inner.top() >= outer.top() - kRounding && inner.bottom() <= outer.bottom() + kRounding;
}

bool overlap(const QRectF& a, const QRectF& b)
{
    return a.adjusted(kRounding, kRounding, -kRounding, -kRounding)
        .intersects(b.adjusted(kRounding, kRounding, -kRounding, -kRounding));
}

/// What is wrong with where things stand, a line each; empty: nothing.
std::string layoutFaultsOf(const std::vector<Box>& boxes, const QRectF& page)
{
    const auto name = [](const Box& box) {
        return box.text ? box.text->text().left(40) : QStringLiteral("picture or rule");
    };
    QStringList faults;
    std::vector<const Box*> things;
    for (const Box& box : boxes) {
        if (!holds(page, box.given)) {
            faults << QStringLiteral("off the page: ") + name(box);
        }
        if (!holds(box.given, box.needed)) {
            faults << QStringLiteral("cut: ") + name(box);
        }
        if (box.kind != Box::Kind::Rule) {
            things.push_back(&box);
        }
    }
    for (std::size_t i = 0; i < things.size(); ++i) {
        for (std::size_t j = i + 1; j < things.size(); ++j) {
            if (overlap(things[i]->given, things[j]->given)) {
                faults << name(*things[i]) + QStringLiteral(" over ") + name(*things[j]);
            }
        }
    }
    return faults.join(QLatin1Char('\n')).toStdString();
}

class EachReport : public testing::TestWithParam<ReportLife> {};

TEST_P(EachReport, HasAFirstPageOnWhichNothingIsCutOrOverlaps)
{
    const auto contents = contentsOf(GetParam());

    const FirstPage page = ui::report::firstPage(
        contents, GetParam().wishes.paper,
        QStringLiteral("A note in small letters, as long as one about characters may be."));

    EXPECT_GE(page.points, ui::report::kLeastPoints);
    EXPECT_LE(page.points, ui::report::kMostPoints);
    EXPECT_LE(page.bottom, page.mostBottom + 1);
    const QRectF body = ui::report::bodyRect(GetParam().wishes.paper);
    EXPECT_EQ(layoutFaultsOf(page.boxes, body), "");
    const auto footer = ui::report::footerBoxes(contents, GetParam().wishes.paper, 1, 12345);
    EXPECT_EQ(layoutFaultsOf(footer, ui::report::footerRect(GetParam().wishes.paper)), "");
}

TEST_P(EachReport, SetsNothingSmallerThanNinePoints)
{
    const FirstPage page =
        ui::report::firstPage(contentsOf(GetParam()), GetParam().wishes.paper, QString{});

    double least = ui::report::kMostPoints;
    for (const Box& box : page.boxes) {
        least = box.text ? std::min(least, box.text->points()) : least;
    }
    EXPECT_GE(least, ui::report::kLeastPoints);
}

TEST_P(EachReport, HasEachHeadingInTheOrderOfTheQuestions)
{
    const Report report = made(GetParam());
    const QString text = report.toText();
    const QString html = report.toHtml();

    qsizetype inText = 0;
    qsizetype inHtml = 0;
    for (const ReportSection section : GetParam().wishes.sections) {
        const QString heading = ui::wording::reportSection(section);
        inText = text.indexOf(QLatin1Char('\n') + heading + QLatin1Char('\n'), inText);
        inHtml = html.indexOf(QStringLiteral("<h2>%1</h2>").arg(heading), inHtml);
        EXPECT_GE(inText, 0) << heading.toStdString();
        EXPECT_GE(inHtml, 0) << heading.toStdString();
    }
    EXPECT_TRUE(text.contains(QStringLiteral("Warning signs")));
    EXPECT_TRUE(text.contains(QStringLiteral("Self-recorded, not verified.")));
}

TEST_P(EachReport, IsHtmlThatAScreenReaderCanGoThrough)
{
    QXmlStreamReader xml{made(GetParam()).toHtml()};
    int titles = 0;
    int headings = 0;
    int headCells = 0;
    int tables = 0;
    int captions = 0;
    QStringList figures;
    QStringList ids;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto name = xml.name();
        const auto attributes = xml.attributes();
        if (name == QLatin1String("html")) {
            EXPECT_EQ(attributes.value(QLatin1String("lang")), QLatin1String("en"));
        }
        titles += name == QLatin1String("h1") ? 1 : 0;
        headings += name == QLatin1String("h2") ? 1 : 0;
        tables += name == QLatin1String("table") ? 1 : 0;
        captions += name == QLatin1String("caption") ? 1 : 0;
        if (name == QLatin1String("th")) {
            EXPECT_TRUE(attributes.hasAttribute(QLatin1String("scope")));
            ++headCells;
        }
        if (name == QLatin1String("svg")) {
            EXPECT_EQ(attributes.value(QLatin1String("role")), QLatin1String("img"));
            figures << attributes.value(QLatin1String("aria-labelledby")).toString();
        }
        if (attributes.hasAttribute(QLatin1String("id")) && name == QLatin1String("figcaption")) {
            ids << attributes.value(QLatin1String("id")).toString();
        }
        EXPECT_NE(name, QLatin1String("script"));
        EXPECT_FALSE(attributes.hasAttribute(QLatin1String("src")));
        EXPECT_FALSE(attributes.hasAttribute(QLatin1String("href")));
    }

    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_EQ(titles, 1);
    EXPECT_GE(headings, 1 + static_cast<int>(GetParam().wishes.sections.size()));
    EXPECT_EQ(tables, captions);
    EXPECT_GE(headCells, tables);
    EXPECT_EQ(figures, ids);
}

std::string reportLifeName(const testing::TestParamInfo<ReportLife>& info)
{
    return QString::fromStdString(info.param.name)
        .replace(QRegularExpression{QStringLiteral("[^A-Za-z0-9]+")}, QStringLiteral("_"))
        .toStdString();
}
INSTANTIATE_TEST_SUITE_P(All, EachReport, testing::ValuesIn(test::reportLives()), reportLifeName);

TEST(Report, SaysWhatHadNoRoom)
{
    const QStringList left = made(test::longest()).leftOut();

    EXPECT_TRUE(std::any_of(left.begin(), left.end(), [](const QString& sentence) {
        return sentence.startsWith(QLatin1String("Medicines: 99")) &&
               sentence.endsWith(QLatin1String("are not on the page."));
    }));
    EXPECT_THAT(left, testing::Contains(
                          QStringLiteral("Goal: cut, because the text is longer than its place.")));
    EXPECT_EQ(made(test::oneSpasm()).leftOut(), QStringList{});
}

TEST(Report, KeepsEverythingInHtml)
{
    const QString html = made(test::longest()).toHtml();

    EXPECT_EQ(html.count(QStringLiteral("Medicine I want to know")), 1000);
}

TEST(Report, NeverSaysThatAllIsWell)
{
    const QString text = made(test::nothingTold()).toText();

    EXPECT_TRUE(
        text.contains(QStringLiteral("The diary raised no warning. It is not a medical check.")));
    EXPECT_EQ(text.count(QStringLiteral("Nothing was told.")), 10);
}

TEST(Report, LeavesNoHeadingOfASectionThatIsOff)
{
    ReportLife life = test::badMonth();
    life.wishes.sections = {ReportSection::Where};
    const QString text = made(life).toText();

    EXPECT_TRUE(text.contains(QStringLiteral("1 Where does it hurt?")));
    EXPECT_FALSE(text.contains(QStringLiteral("7 Medicines")));
    EXPECT_TRUE(text.contains(QStringLiteral("Warning signs")));
}

TEST(Report, EscapesWhatAPersonTyped)
{
    ReportLife life = test::badMonth();
    life.wishes.goal = QStringLiteral("<script>alert(1)</script> & \x01 \"quoted\"");
    const QString html = made(life).toHtml();

    EXPECT_FALSE(html.contains(QStringLiteral("<script>")));
    EXPECT_TRUE(html.contains(QStringLiteral("dir=\"auto\">&lt;script&gt;alert(1)")));
}

TEST(Report, ShowsTheNameAsWished)
{
    ReportLife life = test::badMonth();
    life.wishes.shownName = ReportName::Initials;
    EXPECT_TRUE(made(life).toText().contains(QStringLiteral("Name: J. M. D.")));

    life.wishes.shownName = ReportName::None;
    EXPECT_FALSE(made(life).toText().contains(QStringLiteral("Name:")));
    EXPECT_FALSE(made(life).toText().contains(QStringLiteral("Doe")));
}

TEST(Report, SaysWhichCharactersNoFontHas)
{
    ReportLife life = test::badMonth();
    life.wishes.goal = QString::fromUcs4(U"Pain \U000F1234 again"); // of nobody
    const Report report = made(life);

    EXPECT_EQ(report.missingGlyphs(), QStringList{QString::fromUcs4(U"\U000F1234")});
    EXPECT_EQ(made(test::badMonth()).missingGlyphs(), QStringList{});
}

TEST(Report, PaintsTheSameFirstPageAtAnySize)
{
    const Report report = made(test::badMonth());
    QImage image{420, 594, QImage::Format_RGB32};
    image.fill(Qt::white);
    {
        QPainter painter{&image};
        report.paintFirstPage(painter, 2.0);
    }
    const auto isMarked = [&](int x, int y) { return image.pixelColor(x, y) != QColor{Qt::white}; };

    bool hasAny = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool isMargin = x < 28 || x > 391 || y < 28 || y > 565;
            EXPECT_FALSE(isMargin && isMarked(x, y)) << x << ' ' << y;
            hasAny = hasAny || isMarked(x, y);
        }
    }
    EXPECT_TRUE(hasAny);
}

TEST(LongPages, HoldTheirTextAndRepeatTheirHeadings)
{
    const ReportLife life = test::withLongVersion(40);
    const auto tables = ui::report::longTables(*life.sources.longVersion, life.wishes,
                                               life.sources.summary.now, reportWords());
    int pages = 1;
    int readingHeads = 0;
    const auto look = [&](int page, const std::vector<Box>& boxes) {
        EXPECT_EQ(page, ++pages);
        EXPECT_EQ(layoutFaultsOf(boxes, ui::report::bodyRect(QPageSize::A4)), "");
        readingHeads +=
            static_cast<int>(std::count_if(boxes.begin(), boxes.end(), [](const Box& box) {
                return box.text && box.text->text() == QLatin1String("Spasm of");
            }));
    };

    const auto last = ui::report::setLongPages(tables, QPageSize::A4, {look, goOn});

    EXPECT_EQ(last, pages);
    EXPECT_GT(readingHeads, 4); // 320 readings
}

TEST(LongPages, HaveNotesOnlyWhereTheyAreWanted)
{
    ReportLife life = test::withLongVersion(2);
    EXPECT_FALSE(made(life).toHtml().contains(QStringLiteral("A bad day.")));

    life.wishes.sections.push_back(ReportSection::Notes);
    EXPECT_TRUE(made(life).toHtml().contains(QStringLiteral("A bad day.")));
    EXPECT_TRUE(made(life).toHtml().contains(QStringLiteral("Could not get up.")));
}

TEST(LongPages, SetANoteThatIsLongerThanAPage)
{
    ReportLife life = test::withLongVersion(1);
    life.wishes.sections.push_back(ReportSection::Notes);
    life.sources.longVersion->courses.front().details.note = std::string(100'000, 'n');
    const Report report = made(life);

    EXPECT_GT(report.pages(), 10);
    EXPECT_EQ(report.toHtml().count(QLatin1Char('n')) > 100'000, true);
}

TEST(WritingAReport, MakesAPdfForThisUserAlone)
{
    const QTemporaryDir folder;
    const auto path = in(folder, "page.pdf");

    EXPECT_EQ(write(made(test::badMonth()), path, goOn), Written::Done);

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
    const Report report = made(test::withLongVersion(40));
    double most = 0;

    const auto done = write(report, in(folder, "long.pdf"), [&](double share) {
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
    const Report report = made(test::badMonth());

    EXPECT_EQ(write(report, in(folder, "page.HTM"), goOn), Written::Done);

    QFile file{folder.filePath(QStringLiteral("page.HTM"))};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(QString::fromUtf8(file.readAll()), report.toHtml());
}

TEST(WritingAReport, LeavesNothingWhereItIsCancelled)
{
    const QTemporaryDir folder;
    for (const char* name : {"page.pdf", "page.html"}) {
        int steps = 0;

        const auto done = write(made(test::withLongVersion(200)), in(folder, name),
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

    EXPECT_EQ(write(made(test::badMonth()), in(folder, "page.pdf"), [](double) { return false; }),
              Written::Cancelled);

    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    EXPECT_EQ(before.readAll(), "mine");
}

TEST(WritingAReport, ThrowsWhereTheTargetIsAFolderOrHasNone)
{
    const QTemporaryDir folder;
    QDir{folder.path()}.mkdir(QStringLiteral("folder.pdf"));
    const Report report = made(test::oneSpasm());

    EXPECT_THROW((void)write(report, in(folder, "folder.pdf"), goOn), StorageError);
    EXPECT_THROW((void)write(report, in(folder, "missing/page.pdf"), goOn), StorageError);
    EXPECT_EQ(filesIn(folder), 0);
}

TEST(WritingAReport, SaysThatTheDiskIsFull)
{
    if (!QFile::exists(QStringLiteral("/dev/full"))) {
        GTEST_SKIP() << "only Linux has a disk that is always full";
    }
    QFile full{QStringLiteral("/dev/full")};
    ASSERT_TRUE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));

    EXPECT_FALSE(made(test::badMonth()).writeHtml(full, goOn));
}

} // namespace
} // namespace unclench
