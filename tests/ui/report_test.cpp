// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report.h"

#include "core/knowledge/red_flags.h"
#include "tests/ui/report_lives.h"
#include "ui/report/first_page.h"
#include "ui/report/long_pages.h"
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

using test::ReportLife;
using ui::report::Box;
using ui::report::FirstPage;
using ui::report::Report;

const Vocabulary& reportVocabulary()
{
    static const Vocabulary& kVocabulary = Vocabulary::builtIn();
    return kVocabulary;
}

const ui::Words& reportWords()
{
    static const ui::Words& kWords = ui::Words::builtIn();
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

/// The first `count` rules there are, each raised once, a day apart; those from the fifth on
/// closed.
ReportLife withRules(std::size_t count)
{
    ReportLife life = test::badMonth();
    auto& alerts = life.sources.summary.alerts;
    const Moment& now = life.sources.summary.now;
    alerts.clear();
    const RedFlags flags = RedFlags::builtIn();
    for (const RedFlagRule& rule : flags.rules().first(count)) {
        const Moment at = now - std::chrono::days{alerts.size()};
        const bool isOpen = alerts.size() < 8;
        alerts.push_back({rule.id, Level::Urgent, at,
                          isOpen ? AlertState::Open : AlertState::Closed, at,
                          isOpen ? std::nullopt : std::optional{Closing::Seen}});
    }
    return life;
}

/// What stands on a page, in one text.
QString textOf(const FirstPage& page)
{
    QStringList all;
    for (const Box& box : page.boxes) {
        all << (box.text ? box.text->text() : QString{});
    }
    return all.join(QLatin1Char('\n'));
}

TEST(Report, DatesEachWarningOnThePage)
{
    for (const QPageSize::PageSizeId paper : {QPageSize::A4, QPageSize::Letter}) {
        const ReportLife life = withRules(12);

        const FirstPage page = ui::report::firstPage(contentsOf(life), paper, QString{});

        const QString text = textOf(page);
        const auto& alerts = life.sources.summary.alerts;
        for (std::size_t i = 4; i < alerts.size(); ++i) {
            const QString said = ui::wording::reportRaised(alerts[i].rule, alerts[i].at.localDay(),
                                                           life.sources.summary.now, reportWords());
            EXPECT_TRUE(text.contains(said)) << said.toStdString();
        }
        EXPECT_TRUE(text.contains(QStringLiteral("(25 Nov); "))); // 29 Nov and four days before it
        EXPECT_TRUE(text.contains(QStringLiteral("Also open: ")));
        EXPECT_TRUE(text.contains(QStringLiteral("Also, closed by now: ")));
    }
}

TEST(Report, SaysTheLastDayOfAWarningThatWasRaisedAgain)
{
    ReportLife life = withRules(6);
    auto& alerts = life.sources.summary.alerts;
    Summary::AlertRow later = alerts.back();
    later.at = life.sources.summary.now - std::chrono::days{1};
    later.state = AlertState::Closed;
    alerts.push_back(later); // what is open stands first

    EXPECT_TRUE(made(life).toText().contains(QStringLiteral("(28 Nov)")));
}

TEST(Report, NamesEveryWarningOrSaysThatItDoesNot)
{
    for (const std::size_t count : {std::size_t{24}, std::size_t{60}}) {
        const ReportLife life = withRules(count);

        const FirstPage page =
            ui::report::firstPage(contentsOf(life), QPageSize::Letter, QString{});

        EXPECT_EQ(layoutFaultsOf(page.boxes, ui::report::bodyRect(QPageSize::Letter)), "");
        EXPECT_GE(page.points, ui::report::kLeastPoints);
        const QString text = textOf(page);
        const bool isCut =
            std::any_of(page.leftOut.begin(), page.leftOut.end(), [](const QString& sentence) {
                return sentence.startsWith(QLatin1String("Also")) &&
                       sentence.contains(QLatin1String("cut"));
            });
        for (const Summary::AlertRow& alert : life.sources.summary.alerts) {
            EXPECT_TRUE(isCut ||
                        text.contains(ui::wording::reportReason(alert.rule, reportWords())))
                << alert.rule;
        }
    }
}

TEST(Report, GivesUpTheDaysOfWarningsBeforeTheirNames)
{
    const ui::report::Element alerts = ui::report::Lines{
        .name = QStringLiteral("Warnings"),
        .entries = {{QStringLiteral("Also open"), QStringLiteral("fever (3 Nov); poor balance"),
                     false, 30, QStringLiteral("fever; poor balance")}}};
    ui::report::Piece piece{alerts, ui::report::kLeastPoints, 4000};
    EXPECT_THAT(piece.leftOut(), testing::IsEmpty());

    EXPECT_TRUE(piece.dropDays());
    EXPECT_FALSE(piece.dropDays());

    std::vector<Box> boxes;
    piece.place({}, boxes);
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes.front().text->text(), QStringLiteral("Also open: fever; poor balance"));
    EXPECT_EQ(piece.leftOut(),
              QStringList{QStringLiteral("Also open: the days are not on the page.")});
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

TEST(LongPages, TellWhatStandsTwiceOnceAndNoLengthBelowNothing)
{
    ReportLife life = test::withLongVersion(1);
    LongVersion& all = *life.sources.longVersion;
    all.courses.front().details.triggers = std::vector<std::string>{"twisting", "twisting"};
    all.sessions.front().end = all.sessions.front().begin - std::chrono::minutes{3};
    const auto tables =
        ui::report::longTables(all, life.wishes, life.sources.summary.now, reportWords());

    EXPECT_EQ(tables[0].row(0)[4].count(reportWords().label(Topic::Trigger, "twisting")), 1);
    EXPECT_EQ(tables[3].row(0)[2], QStringLiteral("–"));
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

} // namespace
} // namespace unclench
