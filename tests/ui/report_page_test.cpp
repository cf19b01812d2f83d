// SPDX-License-Identifier: GPL-3.0-or-later
// The one page for the doctor: nothing is cut that has room, and what is cut is said.
#include "tests/ui/report_looks.h"
#include "ui/report/columns.h"
#include "ui/report/paper.h"
#include "ui/report/set_text.h"
#include "ui/widgets/back_painting.h"

#include <QRegularExpression>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace unclench {
namespace {

using test::contentsOf;
using test::layoutFaultsOf;
using test::made;
using test::ReportLife;
using test::textOf;
using ui::report::Box;
using ui::report::FirstPage;

/// The page on both papers, on which nothing may be cut, off or over another.
std::vector<FirstPage> wholePages(const ReportLife& life)
{
    std::vector<FirstPage> pages;
    for (const QPageSize::PageSizeId paper : {QPageSize::A4, QPageSize::Letter}) {
        pages.push_back(ui::report::firstPage(contentsOf(life), paper, QString{}));
        EXPECT_EQ(layoutFaultsOf(pages.back().boxes, ui::report::bodyRect(paper), 100'000), "");
        EXPECT_LE(pages.back().bottom, pages.back().mostBottom + 1);
    }
    return pages;
}

TEST(ReportPage, ShowsLongNamesInTablesInFullWhereThereIsRoom)
{
    ReportLife life = test::badMonth();
    Summary& summary = life.sources.summary;
    summary.medicines[0].name = "Paracetamol with codeine phosphate hemihydrate, effervescent";
    summary.medicines[0].dose = "500 mg and 30 mg, two tablets dissolved in a glass of water";
    MethodEffect cream = summary.helped.front();
    cream.kind = UseKind::Taken;
    cream.id = "topical";
    summary.helped.push_back(cream);
    for (Summary::SpasmRow& row : summary.spasms) {
        row.places = {{"lower_back", Side::Left},
                      {"lower_back", Side::Right},
                      {"buttock", Side::Left},
                      {"leg_below_knee", Side::Left}};
    }

    for (const FirstPage& page : wholePages(life)) {
        const QString text = textOf(page);
        EXPECT_TRUE(text.contains(QStringLiteral("effervescent, 500 mg and 30 mg, two tablets "
                                                 "dissolved in a glass of water")));
        EXPECT_FALSE(text.contains(QChar{0x2026}));
    }
}

TEST(ReportPage, KeepsTheDoseOfANameThatHasToBeCut)
{
    ReportLife life = test::badMonth();
    life.sources.summary.medicines[0].name = std::string(3000, 'n');
    life.sources.summary.medicines[1].name = life.sources.summary.medicines[0].name;
    life.sources.summary.medicines[1].dose = "600 mg";

    const QString text = textOf(ui::report::firstPage(contentsOf(life), QPageSize::A4, QString{}));

    EXPECT_TRUE(text.contains(QStringLiteral("nn\u2026, 400 mg\n")));
    EXPECT_TRUE(text.contains(QStringLiteral("nn\u2026, 600 mg\n")));
}

TEST(ReportPage, ClosesWhatTurnsTheDirectionWhereATextIsCut)
{
    const QString name = ui::report::isolated(QString::fromUtf8("כאב ").repeated(90));
    const ui::report::SetText set{{}, name + QStringLiteral(", 400 mg"), {}, 3000,
                                  2,  QStringLiteral(", 400 mg")};

    EXPECT_TRUE(set.isCut());
    EXPECT_EQ(set.text().count(QChar{0x2068}), set.text().count(QChar{0x2069}));
    EXPECT_TRUE(set.text().endsWith(QStringLiteral(", 400 mg")));
}

TEST(ReportPage, BreaksNoWordOfATable)
{
    ReportLife life = test::badMonth();
    life.sources.summary.medicines[0].name = "Prednisolonacetat";
    life.sources.summary.medicines[0].dose = "Hydroxychloroquin";

    for (const FirstPage& page : wholePages(life)) {
        for (const Box& box : page.boxes) {
            const int lines = box.text ? box.text->lines() : 0;
            for (int number = 0; number + 1 < lines; ++number) {
                const QString line = box.text->line(number);
                EXPECT_TRUE(line.endsWith(QLatin1Char(' ')) || line.endsWith(QLatin1Char('-')))
                    << line.toStdString();
            }
        }
    }
}

TEST(ReportPage, SharesAWidthSoThatWordsAreWhole)
{
    using Needs = std::vector<ui::report::ColumnNeeds>;
    const Needs roomy{{10, 40, 12}, {10, 20, 10}};
    const Needs narrow{{40, 400, 40}, {20, 60, 20}};
    const Needs absurd{{400, 400, 40}, {80, 80, 20}};

    EXPECT_EQ(ui::report::columnChoices(roomy, 100, 0).size(), 1U);
    for (const Needs& needs : {roomy, narrow, absurd}) {
        for (const std::vector<double>& widths : ui::report::columnChoices(needs, 100, 0)) {
            EXPECT_NEAR(widths[0] + widths[1], 100, 1e-6);
            EXPECT_GE(widths[0], std::min(needs[0].least, 30.0));
            EXPECT_GE(widths[1], std::min(needs[1].least, 30.0));
        }
    }
}

TEST(ReportPage, ShowsALongProviderAndNameInFull)
{
    ReportLife life = test::badMonth();
    life.wishes.provider =
        QStringLiteral("Physiotherapy centre at the old town hall, Dr Annemarie Miller-Hoffmann");
    life.sources.summary.name = "Maria Magdalena Schmidt-Hohenberg";
    const auto contents = contentsOf(life);

    for (const FirstPage& page : wholePages(life)) {
        EXPECT_TRUE(textOf(page).contains(QStringLiteral("For: ") + life.wishes.provider));
        EXPECT_EQ(page.leftOut.filter(QStringLiteral("cut")), QStringList{});
    }
    for (const Box& box : ui::report::footerBoxes(contents, QPageSize::A4, 1, 12)) {
        EXPECT_FALSE(box.text && box.text->isCut());
    }
}

TEST(ReportPage, SaysThatANameOrAProviderHadToBeCut)
{
    ReportLife life = test::badMonth();
    life.wishes.provider = QString(500, QLatin1Char('p'));
    life.sources.summary.name = std::string(300, 'n');

    EXPECT_THAT(
        made(life).leftOut(),
        testing::IsSupersetOf(
            {QStringLiteral("Name: cut, because the text is longer than its place."),
             QStringLiteral("For: cut, because the text is longer than its place."),
             QStringLiteral("Name at the foot: cut, because the text is longer than its place.")}));
}

TEST(ReportPage, SaysThatTheWorstPainOfAPlaceIsAMedian)
{
    const ReportLife life = test::badMonth();

    for (const FirstPage& page : wholePages(life)) {
        EXPECT_TRUE(textOf(page).contains(QStringLiteral("\nMedian of worst\n")));
    }
    EXPECT_TRUE(made(life).toText().contains(
        QStringLiteral("- Lower back, left: Spasms: 12, Median of worst: 7")));
    EXPECT_TRUE(made(life).toHtml().contains(QStringLiteral("<th scope=\"col\">Median of worst<")));
}

TEST(ReportPage, ShadesBothSidesWhereNoSideWasTold)
{
    using ui::BackShade;
    const std::vector<BackShade> shades{{{"lower_back", std::nullopt}, 1.0, "4", {}},
                                        {{"lower_back", Side::Left}, 0.5, "2", {}},
                                        {{"groin_saddle", std::nullopt}, 0.25, "1", {}}};
    const auto strengthAt = [&](const char* region, Side side) {
        const BackShade* shade = ui::shadeOf({region, side}, shades);
        return shade == nullptr ? 0.0 : shade->strength;
    };

    EXPECT_EQ(strengthAt("lower_back", Side::Left), 0.5);
    EXPECT_EQ(strengthAt("lower_back", Side::Right), 1.0);
    EXPECT_EQ(strengthAt("lower_back", Side::Middle), 1.0);
    EXPECT_EQ(strengthAt("groin_saddle", Side::Middle), 0.25);
    EXPECT_EQ(strengthAt("neck", Side::Middle), 0.0);
}

TEST(ReportPage, DrawsAPlaceWithoutASideAsItsWholeRegion)
{
    ReportLife life = test::oneSpasm();
    const auto figureOf = [&](std::optional<Side> side) {
        life.sources.summary.places = {{{"lower_back", side}, 1, 7.0}};
        const QString html = made(life).toHtml();
        return html.mid(html.indexOf(QStringLiteral("<svg")),
                        html.indexOf(QStringLiteral("</svg>")) -
                            html.indexOf(QStringLiteral("<svg")));
    };
    const QRegularExpression dashed{QStringLiteral("stroke-dasharray")};

    EXPECT_EQ(figureOf(std::nullopt).count(dashed), 3);
    EXPECT_EQ(figureOf(Side::Left).count(dashed), 0);
}

TEST(ReportPage, IsHeadedByTheDaysThatWereAskedForThoughTheyLieBeforeTheFirstEntry)
{
    using namespace std::chrono;
    ReportLife life = test::oneSpasm();
    life.sources.summary.period = {std::nullopt, UtcTime{sys_days{2020y / July / 31} + 22h}};

    EXPECT_EQ(made(life).title(), QStringLiteral("Back spasms, until 31 Jul 2020"));
}

} // namespace
} // namespace unclench
