// SPDX-License-Identifier: GPL-3.0-or-later
// What timeline and calendar show, as a table: each line, under the filters, one key there and
// back.
#include "tests/support/controls.h"
#include "tests/support/diary.h"
#include "tests/support/test_clock.h"
#include "ui/glance_showing.h"
#include "ui/models/glance_model.h"
#include "ui/month_reading.h"
#include "ui/pages/history_page.h"
#include "ui/widgets/timeline.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::milliseconds;
using testing::ElementsAre;
using tests::at;

/// "when | what | how it was".
std::string lineOf(const GlanceLines& lines, int line)
{
    const wording::GlanceCells cells = lines.cells(line);
    return (cells.when + QLatin1String(" | ") + cells.what + QLatin1String(" | ") + cells.value)
        .toStdString();
}

std::vector<std::string> linesOf(const GlanceLines& lines)
{
    std::vector<std::string> all;
    for (int line = 0; line < lines.count; ++line) {
        all.push_back(lineOf(lines, line));
    }
    return all;
}

class TimelineLists : public testing::Test {
protected:
    TimelineLists()
    {
        chronicle.now = at("2026-03-02T12:00:00+01:00");
        timeline.resize(1000, 500);
        spasm("2025-05-01T12:00:00+02:00", 3); // before the stretch that shows at first
        spasm("2026-02-28T12:00:00+01:00", 7);
        chronicle.uses.push_back({.kind = UseKind::Heat,
                                  .at = at("2026-02-28T13:00:00+01:00"),
                                  .end = at("2026-02-28T14:00:00+01:00").utc,
                                  .before = 8,
                                  .after = 6,
                                  .felt = Effect::Better});
        chronicle.names = {"Ibuprofen"};
        chronicle.methods = {"nsaid"};
        chronicle.uses.push_back({.kind = UseKind::Taken,
                                  .method = 0,
                                  .name = 0,
                                  .at = at("2026-02-28T14:00:00+01:00"),
                                  .end = {},
                                  .before = {},
                                  .after = {},
                                  .felt = {}});
        chronicle.alerts.push_back({{}, at("2026-02-28T16:00:00+01:00"), Level::Soon, "rf"});
        chronicle.sitting.push_back({at("2026-02-28T09:00:00+01:00"),
                                     at("2026-02-28T11:00:00+01:00").utc, Posture::Seated});
        chronicle.sitting.push_back({at("2026-02-28T11:00:00+01:00"),
                                     at("2026-02-28T11:10:00+01:00").utc, Posture::Walking});
    }
    void spasm(const char* onset, int pain)
    {
        const Moment begin = at(onset);
        UuidSource uuids;
        chronicle.episodes.push_back(
            {uuids.next(begin.utc), begin, begin.utc + hours{5}, pain, {}, {}});
        chronicle.readings.push_back(
            {begin, static_cast<int>(chronicle.episodes.size()) - 1, pain});
    }
    void display(std::optional<std::vector<Uuid>> only = {})
    {
        timeline.display({std::make_shared<const Chronicle>(chronicle), std::move(only)});
    }

    Words words = Words::builtIn();
    Chronicle chronicle;
    Timeline timeline{words};
};

TEST_F(TimelineLists, TellAllOfTheStretchThatShowsAndNothingElse)
{
    display();

    EXPECT_EQ(timeline.lines().title, timeline.scale().said());
    EXPECT_THAT(linesOf(timeline.lines()),
                ElementsAre("Sat 28 Feb 2026 | Sitting on this day | 2 h",
                            "Sat 28 Feb 12:00 | Spasm | 5 h, worst pain 7",
                            "Sat 28 Feb 12:00 | Pain | 7",
                            "Sat 28 Feb 13:00 | Heat | 1 h, pain 8 before and 6 after, better",
                            "Sat 28 Feb 14:00 | Ibuprofen | ",
                            "Sat 28 Feb 16:00 | Alert | Book an appointment"));
}

TEST_F(TimelineLists, TellSittingAndBreaksOneByOneWhereTheyAreDrawnSo)
{
    display();
    const local_days day = at("2026-02-28T12:00:00+01:00").localDay();
    timeline.showDays(day, day);

    const auto lines = linesOf(timeline.lines());

    EXPECT_EQ(lines.size(), 8U);
    EXPECT_THAT(lines, testing::Contains("Sat 28 Feb 09:00 | Sitting | 2 h"));
    EXPECT_THAT(lines, testing::Contains("Sat 28 Feb 11:00 | Walking | 10 min"));
}

TEST_F(TimelineLists, LeaveOutWhatAFilterLeavesOut)
{
    display(std::vector<Uuid>{});

    const auto lines = linesOf(timeline.lines());

    EXPECT_THAT(lines, testing::Not(testing::Contains(testing::HasSubstr("Spasm"))));
    EXPECT_THAT(lines, testing::Not(testing::Contains(testing::HasSubstr("| Pain |"))));
    EXPECT_THAT(lines, testing::Contains(testing::HasSubstr("Heat")));
}

TEST_F(TimelineLists, SayWhatNobodyWroteDown)
{
    const local_days first = at("2026-02-20T12:00:00+01:00").localDay();
    chronicle.toldDays = {first, first + days{4}, first + days{9}};
    display();

    const auto lines = linesOf(timeline.lines());

    EXPECT_THAT(lines, testing::Contains("Sat 21 Feb 2026 to Mon 23 Feb 2026 | Nothing was written "
                                         "down | which is not the same as no pain"));
}

TEST_F(TimelineLists, BeginWhereTheKeyboardIsAndKnowTheSpasmOfALine)
{
    display();
    QTest::keyClick(&timeline, Qt::Key_Down); // the reading

    const GlanceLines lines = timeline.lines();

    EXPECT_EQ(lineOf(lines, lines.current), "Sat 28 Feb 12:00 | Pain | 7");
    EXPECT_EQ(lines.spasm(lines.current), chronicle.episodes.back().id);
    EXPECT_EQ(lines.spasm(0), std::nullopt); // sitting
}

TEST_F(TimelineLists, AreSoundModelsWhileTheyChange)
{
    GlanceModel model;
    const QAbstractItemModelTester tester{&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};
    display();

    model.display(timeline.lines());
    EXPECT_EQ(model.rowCount(), 6);
    EXPECT_EQ(model.index(1, 2).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("How it was: 5 h, worst pain 7"));
    model.display({});

    EXPECT_EQ(model.rowCount(), 0);
}

TEST(MonthLists, HaveALineForEachDayWithItsWorstPain)
{
    Chronicle chronicle;
    const Moment now = at("2026-03-20T12:00:00+01:00");
    const Moment onset = at("2026-03-03T08:00:00+01:00");
    const local_days first = onset.localDay() - days{2};
    chronicle.episodes.push_back({{}, onset, onset.utc + hours{2}, 7, {}, {}});
    chronicle.readings.push_back({onset, 0, 7});
    chronicle.painFreeDays = {first + days{5}};
    chronicle.toldDays = {first + days{2}, first + days{5}, first + days{7}};
    const auto march = std::chrono::year{2026} / std::chrono::March;

    const GlanceLines lines = monthLines(monthOf(chronicle, nullptr, march, now), first + days{2});

    EXPECT_EQ(lines.title, QStringLiteral("March 2026"));
    EXPECT_EQ(lines.count, 31);
    EXPECT_EQ(lines.current, 2);
    EXPECT_EQ(lineOf(lines, 2), "Tuesday 3 March | worst pain 7, one spasm | 7");
    EXPECT_EQ(lineOf(lines, 5), "Friday 6 March | no pain | 0");
    EXPECT_EQ(lineOf(lines, 6), "Saturday 7 March | nothing written down | none told");
    EXPECT_EQ(lineOf(lines, 7), "Sunday 8 March | written down, but no spasm | none told");
    EXPECT_EQ(lineOf(lines, 20), "Saturday 21 March | still to come | still to come");
    EXPECT_EQ(lines.day(2), first + days{2});
    EXPECT_EQ(lines.day(20), std::nullopt);
}

class HistoryLists : public testing::Test {
protected:
    HistoryLists()
    {
        diary.log(7);
        page.resize(1080, 720);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    template <class Part>
    Part* part(const char* name)
    {
        auto* found = page.findChild<Part*>(QLatin1String{name});
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    /// With the keyboard in it.
    void look(const char* button, const char* view)
    {
        QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton);
        part<QWidget>(view)->setFocus();
    }
    void type(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    QString focused() { return QApplication::focusWidget()->objectName(); }
    int rows() { return part<QTableView>("glanceTable")->model()->rowCount(); }

    tests::Diary diary;
    Words words = Words::builtIn();
    static QString explain(const StorageError& error) { return QString::fromUtf8(error.what()); }
    HistoryPage page{words, diary.vocabulary};
    GlanceShowing glance{diary.engine, explain, page};
};

TEST_F(HistoryLists, AreOneKeyFromTheTimelineAndBack)
{
    look("timelineViewButton", "timeline");

    type(Qt::Key_T, Qt::ControlModifier);
    EXPECT_EQ(focused(), QStringLiteral("glanceTable"));
    EXPECT_TRUE(part<QAbstractButton>("listViewButton")->isChecked());
    EXPECT_EQ(rows(), 2); // the spasm and its reading
    EXPECT_EQ(part<QLabel>("listTitle")->text(), part<QLabel>("timelineRange")->text());
    type(Qt::Key_T, Qt::ControlModifier);
    EXPECT_EQ(focused(), QStringLiteral("timeline"));
    EXPECT_EQ(rows(), 0); // nothing of it stays in memory
    type(Qt::Key_T, Qt::ControlModifier);
    type(Qt::Key_Escape);

    EXPECT_EQ(focused(), QStringLiteral("timeline"));
}

TEST_F(HistoryLists, OpenTheSpasmOfALine)
{
    QSignalSpy opened{&page, &HistoryPage::openRequested};
    look("timelineViewButton", "timeline");
    type(Qt::Key_T, Qt::ControlModifier);

    type(Qt::Key_Return);

    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened[0][0].value<Uuid>(), diary.engine.diary().openBout()->episode);
}

TEST_F(HistoryLists, AreOneKeyFromTheCalendarAndOpenADay)
{
    look("calendarViewButton", "monthCalendar");
    type(Qt::Key_T, Qt::ControlModifier);

    EXPECT_GE(rows(), 28);
    EXPECT_EQ(part<QLabel>("listTitle")->text(), part<QLabel>("monthTitle")->text());
    EXPECT_TRUE(
        part<QLabel>("listSaid")->text().contains(QLatin1String("worst pain 7, one spasm")));
    type(Qt::Key_Return);

    EXPECT_TRUE(part<QWidget>("timeline")->isVisible());
    EXPECT_EQ(part<Timeline>("timeline")->scale().length(), milliseconds{days{1}});
}

TEST_F(HistoryLists, AreOfWhatTheFiltersLeave)
{
    look("timelineViewButton", "timeline");
    type(Qt::Key_T, Qt::ControlModifier);

    part<QComboBox>("painComboBox")->setCurrentIndex(9);
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(part<QLabel>("listSaid")->text(),
              QStringLiteral("Nothing stands in this part of time."));
    part<QComboBox>("painComboBox")->setCurrentIndex(0);

    EXPECT_EQ(rows(), 2);
}

TEST_F(HistoryLists, NameTheTable)
{
    look("timelineViewButton", "timeline");
    type(Qt::Key_T, Qt::ControlModifier);

    tests::expectNamed(*part<QWidget>("glanceTable"));
    EXPECT_TRUE(part<QWidget>("glanceTable")->accessibleName().startsWith(QLatin1String("List: ")));
}

} // namespace
} // namespace unclench::ui
