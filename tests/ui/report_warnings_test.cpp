// SPDX-License-Identifier: GPL-3.0-or-later
// Warning signs on the page for the doctor: what is open stands first and is cut last.
#include "core/knowledge/red_flags.h"
#include "tests/ui/report_looks.h"
#include "ui/report/paper.h"

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

TEST(ReportWarnings, HaveEachADayOnThePage)
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
        EXPECT_TRUE(text.contains(QStringLiteral("Also open, urgent: ")));
        EXPECT_TRUE(text.contains(QStringLiteral("Also closed, urgent: ")));
    }
}

TEST(ReportWarnings, SayTheLastDayOfOneThatWasRaisedAgain)
{
    ReportLife life = withRules(6);
    auto& alerts = life.sources.summary.alerts;
    Summary::AlertRow later = alerts.back();
    later.at = life.sources.summary.now - std::chrono::days{1};
    later.state = AlertState::Closed;
    alerts.push_back(later); // what is open stands first

    EXPECT_TRUE(made(life).toText().contains(QStringLiteral("(28 Nov)")));
}

/// The same life with the first `emergencies` of its warnings as open emergencies.
ReportLife withEmergencies(ReportLife life, std::size_t emergencies)
{
    auto& alerts = life.sources.summary.alerts;
    for (std::size_t i = 0; i < std::min(emergencies, alerts.size()); ++i) {
        alerts[i].level = Level::Emergency;
        alerts[i].state = AlertState::Open;
        alerts[i].closing.reset();
    }
    return life;
}

TEST(ReportWarnings, NameEveryWarningWhereverThereAreNotTooMany)
{
    const ReportLife life = withRules(24);

    const FirstPage page = ui::report::firstPage(contentsOf(life), QPageSize::Letter, QString{});

    EXPECT_EQ(layoutFaultsOf(page.boxes, ui::report::bodyRect(QPageSize::Letter)), "");
    EXPECT_GE(page.points, ui::report::kLeastPoints);
    const QString text = textOf(page);
    for (const Summary::AlertRow& alert : life.sources.summary.alerts) {
        EXPECT_TRUE(text.contains(ui::wording::reportReason(alert.rule, reportWords())))
            << alert.rule;
    }
}

TEST(ReportWarnings, GiveEachOpenEmergencyALineWithItsLevelAndState)
{
    for (const QPageSize::PageSizeId paper : {QPageSize::A4, QPageSize::Letter}) {
        const ReportLife life = withEmergencies(withRules(14), 9);

        const FirstPage page = ui::report::firstPage(contentsOf(life), paper, QString{});

        const QStringList lines = textOf(page).split(QLatin1Char('\n'));
        const auto& alerts = life.sources.summary.alerts;
        for (std::size_t i = 0; i < 9; ++i) {
            EXPECT_TRUE(lines.contains(QStringLiteral("Emergency: ") +
                                       ui::wording::reportAlert(alerts[i], 1, reportWords())))
                << alerts[i].rule;
        }
        EXPECT_EQ(lines.filter(QStringLiteral("Also open")), QStringList{});
        EXPECT_EQ(lines.filter(QStringLiteral("Also closed, urgent: ")).size(), 1);
    }
}

TEST(ReportWarnings, SayTheLevelOfThoseThatStandInASentence)
{
    ReportLife life = withRules(10);
    auto& alerts = life.sources.summary.alerts;
    alerts[0].level = Level::Emergency;
    alerts[6].level = alerts[7].level = Level::Soon;

    const QString text = made(life).toText();

    for (const char* lead : {"- Emergency: ", "- Also open, urgent: ", "- Also open, soon: ",
                             "- Also closed, urgent: "}) {
        EXPECT_EQ(text.count(QLatin1String{lead}), 1) << lead;
    }
    EXPECT_EQ(text.count(QStringLiteral("- Urgent: ")), 3);
}

/// Of so many warnings at once.
constexpr qsizetype kAnyMayBeCut = -1;

TEST(ReportWarnings, AreNeverCutWhileAnythingElseOnThePageIsThere)
{
    for (const std::size_t emergencies : {std::size_t{0}, std::size_t{8}, std::size_t{60}}) {
        ReportLife life = test::longest();
        life.sources.summary.alerts = withRules(60).sources.summary.alerts;
        for (Summary::AlertRow& alert : life.sources.summary.alerts) {
            alert.state = AlertState::Open;
            alert.closing.reset();
        }
        life = withEmergencies(life, emergencies);

        const FirstPage page =
            ui::report::firstPage(contentsOf(life), QPageSize::Letter, QString{});

        EXPECT_GE(page.points, ui::report::kLeastPoints);
        EXPECT_EQ(layoutFaultsOf(page.boxes, ui::report::bodyRect(QPageSize::Letter), kAnyMayBeCut),
                  "");
        const QString text = textOf(page);
        for (const Summary::AlertRow& alert : life.sources.summary.alerts) {
            EXPECT_TRUE(text.contains(ui::wording::reportReason(alert.rule, reportWords())))
                << emergencies << ' ' << alert.rule;
        }
    }
}

TEST(ReportWarnings, GiveUpTheirDaysBeforeTheirNames)
{
    const QString lead = QStringLiteral("Also open, urgent");
    const ui::report::Element alerts = ui::report::Lines{
        .name = QStringLiteral("Warnings"),
        .entries = {{lead, QStringLiteral("fever (3 Nov); poor balance")}},
        .shorter = {{{lead, QStringLiteral("fever; poor balance"), false, 2, true}}},
        .shorterSoon = 1,
        .givesFromEnd = true};
    ui::report::SetTexts texts;
    ui::report::Piece piece{alerts, ui::report::kLeastPoints, 4000, texts};
    EXPECT_THAT(piece.leftOut(), testing::IsEmpty());

    EXPECT_TRUE(piece.shorten(true));
    EXPECT_FALSE(piece.shorten(true));

    std::vector<Box> boxes;
    piece.place({}, boxes);
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes.front().text->text(), QStringLiteral("Also open, urgent: fever; poor balance"));
    EXPECT_EQ(piece.leftOut(),
              QStringList{QStringLiteral("Also open, urgent: the days are not on the page.")});
}

} // namespace
} // namespace unclench
