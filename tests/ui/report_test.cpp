// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report.h"

#include "tests/ui/report_looks.h"
#include "ui/report/paper.h"
#include "ui/report/set_text.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace unclench {
namespace {

using test::contentsOf;
using test::layoutFaultsOf;
using test::made;
using test::ReportLife;
using test::reportWords;
using test::textOf;
using ui::report::Box;
using ui::report::FirstPage;

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
    const auto report = made(GetParam());
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

TEST(Report, KeepsLeftAndRightOfAPlaceWithALongName)
{
    ReportLife life = test::oneSpasm();
    life.sources.summary.places = {{{"upper_back", Side::Left}, 2, 7.0},
                                   {{"upper_back", Side::Right}, 1, 3.0}};

    const FirstPage page = ui::report::firstPage(contentsOf(life), QPageSize::A4, QString{});

    EXPECT_TRUE(textOf(page).contains(QStringLiteral("Upper back, left")));
    EXPECT_TRUE(textOf(page).contains(QStringLiteral("Upper back, right")));
}

TEST(Report, SaysThatNothingWasChosenInAListThatWasTold)
{
    ReportLife life = test::badMonth();
    life.sources.summary.painQuality = {3, {}};

    EXPECT_TRUE(made(life).toText().contains(QStringLiteral("Feels (told of 3): none")));
}

TEST(Report, NeverPartsANumberFromItsUnit)
{
    const ui::report::TextStyle style{ui::report::kLeastPoints};
    const QString sentence =
        QStringLiteral("within 1 hour: 100 %, told 30 Sep 2026, 17 h 59 min (median)");

    const auto wide = [&](const QString& text) {
        return ui::report::SetText{{}, text, style, 100'000, 1}.covers().width();
    };
    const double most = wide(sentence);

    // From where the longest of them fits.
    const double least =
        std::max(wide(QStringLiteral("17 h 59 min ")), wide(QStringLiteral("30 Sep 2026, ")));
    for (double width = least; width < most; width += most / 100) {
        const ui::report::SetText set{{}, sentence, style, width, 20};
        for (int number = 0; number < set.lines(); ++number) {
            const QString line = set.line(number);
            EXPECT_FALSE(
                line.startsWith(QLatin1Char('%')) || line.startsWith(QLatin1String{"Sep"}) ||
                line.startsWith(QLatin1String{"h "}) || line.startsWith(QLatin1String{"min"}) ||
                line.startsWith(QLatin1String{"59"}) || line.startsWith(QLatin1String{"2026"}))
                << width << ' ' << line.toStdString();
        }
    }
}

TEST(Report, PartsADateBetweenItsWordsWhereTheColumnIsNarrower)
{
    const ui::report::TextStyle style{ui::report::kLeastPoints};
    const QString date = QStringLiteral("26 Nov 2025");
    const double width =
        ui::report::SetText{{}, QStringLiteral("26 Nov 20"), style, 100'000, 1}.covers().width();

    const ui::report::SetText set{{}, date, style, width, 20};

    QStringList lines;
    for (int number = 0; number < set.lines(); ++number) {
        lines << set.line(number).trimmed();
    }
    EXPECT_EQ(lines.join(QLatin1Char('|')), QStringLiteral("26 Nov|2025"));
}

TEST(Report, BeginsLinesFromRightToLeftAtTheRight)
{
    const QString word = QString::fromUtf8("כאב ");
    const ui::report::TextStyle style{ui::report::kLeastPoints};
    const double width =
        ui::report::SetText{{}, word.repeated(9).trimmed(), style, 100'000, 1}.covers().width() + 1;

    const ui::report::SetText set{{}, word.repeated(10).trimmed(), style, width, 4};

    ASSERT_EQ(set.lines(), 2);
    QImage image{QSizeF{width, set.height()}.toSize(), QImage::Format_RGB32};
    image.fill(Qt::white);
    {
        QPainter painter{&image};
        set.paint(painter, {});
    }
    const auto darkIn = [&](int from, int to) {
        int dark = 0;
        for (int y = image.height() * 6 / 10; y < image.height(); ++y) { // of the second line
            for (int x = from; x < to; ++x) {
                dark += image.pixelColor(x, y).lightness() < 128 ? 1 : 0;
            }
        }
        return dark;
    };
    EXPECT_EQ(darkIn(0, image.width() / 2), 0);
    EXPECT_GT(darkIn(image.width() / 2, image.width()), 0);
}

TEST(Report, KeepsEverythingInHtml)
{
    const QString html = made(test::longest()).toHtml();

    EXPECT_EQ(html.count(QStringLiteral("Medicine I want to know")), 1000);
}

TEST(Report, NeverSaysThatAllIsWell)
{
    const QString text = made(test::nothingTold()).toText();

    EXPECT_TRUE(text.contains(
        QStringLiteral("In these days the diary raised no warning. It is not a medical check.")));
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
    const auto report = made(life);

    EXPECT_EQ(report.missingGlyphs(), QStringList{QString::fromUcs4(U"\U000F1234")});
    EXPECT_EQ(made(test::badMonth()).missingGlyphs(), QStringList{});
}

TEST(Report, PaintsTheSameFirstPageAtAnySize)
{
    const auto report = made(test::badMonth());
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

} // namespace
} // namespace unclench
