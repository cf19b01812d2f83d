// SPDX-License-Identifier: GPL-3.0-or-later
// The long version behind the page for the doctor.
#include "tests/ui/report_looks.h"
#include "ui/report/long_pages.h"
#include "ui/report/paper.h"
#include "ui/report/set_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace unclench {
namespace {

using test::layoutFaultsOf;
using test::made;
using test::ReportLife;
using test::reportWords;
using ui::report::Box;

bool goOn(double)
{
    return true;
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
    const auto sessions = std::find_if(tables.begin(), tables.end(), [](const auto& table) {
        return table.caption == QLatin1String("Heat and cold");
    });
    ASSERT_NE(sessions, tables.end());
    EXPECT_EQ(sessions->row(0)[2], QStringLiteral("–"));
}

TEST(LongPages, SetANoteThatIsLongerThanAPage)
{
    ReportLife life = test::withLongVersion(1);
    life.wishes.sections.push_back(ReportSection::Notes);
    life.sources.longVersion->courses.front().details.note = std::string(100'000, 'n');
    const auto report = made(life);

    EXPECT_GT(report.pages(), 10);
    EXPECT_EQ(report.toHtml().count(QLatin1Char('n')) > 100'000, true);
}

TEST(LongPages, HaveEverySymptomLimitAndMeasurement)
{
    ReportLife life = test::withLongVersion(1);
    LongVersion& all = *life.sources.longVersion;
    const Moment at = life.sources.summary.now - std::chrono::hours{5};
    Symptom symptom;
    symptom.at = at;
    symptom.symptom = "leg_numbness";
    symptom.side = Side::Left;
    symptom.change = Change::Worse;
    symptom.sinceDays = 12;
    Symptom gone = symptom;
    gone.isPresent = false;
    gone.sinceDays.reset();
    all.symptoms = {symptom, gone};
    FunctionLimit limit;
    limit.at = at;
    limit.function = "walk";
    limit.level = 2;
    all.limits = {limit};
    Measurement fever;
    fever.at = at;
    fever.value = 38.4;
    all.measurements = {fever};
    const auto tables =
        ui::report::longTables(all, life.wishes, life.sources.summary.now, reportWords());
    const auto rowsOf = [&](const char* caption) {
        QStringList rows;
        for (const ui::report::LongTable& table : tables) {
            for (std::size_t i = 0; table.caption == QLatin1String{caption} && i < table.count;
                 ++i) {
                rows << table.row(i).mid(1).join(QLatin1Char('|'));
            }
        }
        return rows;
    };
    const QString numb = reportWords().label(Topic::Symptom, "leg_numbness") + ", left";
    const QString walk = reportWords().label(Topic::Function, "walk");

    EXPECT_EQ(rowsOf("Symptoms"), (QStringList{numb + "|worse|for 12 days", numb + "|gone|–"}));
    EXPECT_EQ(rowsOf("What it limited"), QStringList{walk + "|a lot"});
    EXPECT_EQ(rowsOf("Measurements"), QStringList{"Temperature|38.4\u00a0°C"});
    for (const char* caption : {"Symptoms", "What it limited", "Measurements"}) {
        EXPECT_TRUE(made(life).toHtml().contains(QStringLiteral("<h2>%1</h2>").arg(caption)));
    }
}

TEST(LongPages, TellInFullWhatTheFirstPageCut)
{
    ReportLife life = test::withLongVersion(1);
    life.wishes.goal = QStringLiteral("Again ").repeated(2000) + QStringLiteral("and at last.");
    life.sources.summary.background[BackgroundTopic::Allergies] =
        std::string(900, 'p') + " and last of all bee stings";
    const ui::report::FirstPage first =
        ui::report::firstPage(test::contentsOf(life), QPageSize::A4, QString{});
    const auto full = ui::report::inFullTable(first.inFull);

    ASSERT_TRUE(full.has_value());
    QString told;
    for (std::size_t i = 0; i < full->count; ++i) {
        told += full->row(i).join(QLatin1Char(' ')) + QLatin1Char('\n');
    }
    EXPECT_TRUE(told.contains(QStringLiteral("Goal Again Again")));
    EXPECT_TRUE(told.contains(QStringLiteral("Again and at last.")));
    EXPECT_TRUE(told.contains(QStringLiteral("and last of all bee stings")));
    EXPECT_EQ(ui::report::inFullTable({}).has_value(), false);
    life.wishes.goal.clear();
    life.sources.summary.background.erase(BackgroundTopic::Allergies);
    EXPECT_LT(made(life).pages(), made(test::withLongVersion(1)).pages() + 1);
}

} // namespace
} // namespace unclench
