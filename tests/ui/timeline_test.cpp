// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: what stands where, zoom and pan, the keyboard, bad data.
#include "tests/support/test_clock.h"
#include "ui/theme.h"
#include "ui/widgets/timeline.h"
#include "ui/wording/words.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace unclench::ui {
namespace {

using namespace std::chrono;
using tests::at;

class Timelines : public testing::Test {
protected:
    Timelines()
    {
        chronicle.now = at("2026-03-02T12:00:00+01:00");
        timeline.resize(1000, 500);
    }
    /// Hours before now.
    void spasm(int hoursAgo, std::optional<int> lasted, std::optional<int> worst)
    {
        const Moment onset = chronicle.now - hours{hoursAgo};
        UuidSource uuids;
        chronicle.episodes.push_back(
            {uuids.next(onset.utc),
             onset,
             lasted ? std::optional{onset.utc + hours{*lasted}} : std::nullopt,
             worst,
             {},
             {}});
        if (worst) {
            chronicle.readings.push_back(
                {onset, static_cast<int>(chronicle.episodes.size()) - 1, *worst});
            chronicle.toldDays.push_back(onset.localDay());
        }
    }
    void display()
    {
        timeline.display({std::make_shared<const Chronicle>(chronicle), std::nullopt});
        timeline.show();
    }
    void press(Qt::Key key, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(&timeline, key);
        }
    }

    Words words = Words::builtIn();
    Chronicle chronicle;
    Timeline timeline{words};
};

TEST_F(Timelines, ShowTheLastMonthsFirst)
{
    spasm(24 * 300, 5, 6);
    spasm(48, 5, 7);
    display();

    EXPECT_GT(timeline.scale().begin(), chronicle.episodes[0].onset.local());
    EXPECT_LT(timeline.scale().begin(), chronicle.episodes[1].onset.local());
    EXPECT_GE(timeline.scale().end(), chronicle.now.local());
}

TEST_F(Timelines, ShowWhatThereIsWhereTheDiaryRested)
{
    spasm(24 * 900, 5, 6);
    display();

    EXPECT_LE(timeline.scale().begin(), chronicle.episodes[0].onset.local());
    EXPECT_GE(timeline.scale().end(), chronicle.episodes[0].onset.local());
}

TEST_F(Timelines, SayWhatTheKeyboardIsOn)
{
    spasm(72, 5, 6);
    spasm(24, std::nullopt, 7);
    display();

    EXPECT_TRUE(timeline.said().contains(QLatin1String("worst pain 7")))
        << qPrintable(timeline.said());
    EXPECT_TRUE(timeline.said().contains(QLatin1String("open for 1 d")));
    EXPECT_TRUE(timeline.said().endsWith(QLatin1String("(2 of 2)")));

    press(Qt::Key_Left);

    EXPECT_TRUE(timeline.said().contains(QLatin1String("worst pain 6")));
    EXPECT_EQ(timeline.accessibleName(), timeline.said());
}

TEST_F(Timelines, ReachEachSpasmByKeyAlsoThoseThatAreNotShown)
{
    for (int i = 50; i > 0; --i) {
        spasm(24 * 20 * i, 5, i % 10);
    }
    display();
    QSignalSpy moved{&timeline, &Timeline::moved};

    press(Qt::Key_Home);
    EXPECT_TRUE(timeline.said().endsWith(QLatin1String("(1 of 50)")));
    EXPECT_LE(timeline.scale().begin(), chronicle.episodes.front().onset.local());
    press(Qt::Key_Right, 49);

    EXPECT_TRUE(timeline.said().endsWith(QLatin1String("(50 of 50)")));
    EXPECT_EQ(moved.count(), 50);
}

TEST_F(Timelines, OpenTheSpasmByReturnAndByAClick)
{
    spasm(48, 12, 8);
    display();
    QSignalSpy opened{&timeline, &Timeline::openRequested};

    press(Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.front().front().value<Uuid>(), chronicle.episodes.front().id);

    const TimelinePlaces places =
        timelinePlaces(QRectF{timeline.rect()}, timeline.font()); // about where it stands
    const double x = timeline.scale().x(chronicle.episodes.front().onset.local()) + 1;
    QTest::mouseClick(&timeline, Qt::LeftButton, {},
                      QPoint{static_cast<int>(x),
                             static_cast<int>(places.of(TimelineLane::Spasms).bottom()) - 20});

    EXPECT_EQ(opened.count(), 2);
}

TEST_F(Timelines, GoFromLaneToLane)
{
    spasm(48, 12, 8);
    chronicle.uses.push_back({.kind = UseKind::Heat,
                              .at = chronicle.now - hours{47},
                              .end = chronicle.now.utc - hours{46},
                              .before = 8,
                              .after = 6,
                              .felt = Effect::Better});
    chronicle.alerts.push_back({{}, chronicle.now - hours{40}, Level::Soon, "rf"});
    display();

    press(Qt::Key_Down); // its reading
    EXPECT_TRUE(timeline.said().startsWith(QLatin1String("Pain 8"))) << qPrintable(timeline.said());
    press(Qt::Key_Down);
    EXPECT_TRUE(timeline.said().contains(QLatin1String("pain 8 before and 6 after, better")))
        << qPrintable(timeline.said());
    press(Qt::Key_Up, 3);
    EXPECT_TRUE(timeline.said().startsWith(QLatin1String("Alert: Book an appointment")));
}

/// What the pointer is told at the reading of the spasm of this place.
QString saidAtReading(Timeline& timeline, const Chronicle& chronicle, std::size_t spasm)
{
    const double edge = theme::grid(timeline.font(), 1);
    const TimelinePlaces places =
        timelinePlaces(QRectF{timeline.rect()}.adjusted(edge, edge, -2 * edge, 0), timeline.font());
    const Chronicle::Episode& episode = chronicle.episodes[spasm];
    const QPointF there{timeline.scale().x(episode.onset.local()),
                        timelinePainTop(places.of(TimelineLane::Spasms), *episode.worst)};
    QString said;
    const auto heard =
        QObject::connect(&timeline, &Timeline::moved, [&](const QString& text) { said = text; });
    QMouseEvent move{QEvent::MouseMove, there, timeline.mapToGlobal(there), Qt::NoButton, {}, {}};
    QApplication::sendEvent(&timeline, &move);
    QObject::disconnect(heard);
    return said;
}

TEST_F(Timelines, OfferReadingsToThePointerWhereTheyAreDrawn)
{
    spasm(24, 2, 5);
    display();
    press(Qt::Key_Plus);

    EXPECT_TRUE(saidAtReading(timeline, chronicle, 0).startsWith(QLatin1String("Pain 5")));
}

TEST_F(Timelines, OfferNoReadingsWhereOnlyTheOutlineOfTheSpasmsIsDrawn)
{
    for (int i = 200; i > 0; --i) {
        spasm(5 * i, 2, 5);
    }
    display();
    press(Qt::Key_Plus); // near enough for readings, were there fewer

    EXPECT_TRUE(saidAtReading(timeline, chronicle, 100).startsWith(QLatin1String("Spasm")));
    press(Qt::Key_Down); // the keyboard goes to one, and so near that it is drawn
    EXPECT_TRUE(timeline.said().startsWith(QLatin1String("Pain 5")));
    EXPECT_LE(timeline.scale().length(), milliseconds{days{14}});
}

TEST_F(Timelines, ZoomFromADayToTenYearsAndNoFurther)
{
    spasm(24 * 400, 5, 6);
    display();

    press(Qt::Key_Plus, 40);
    EXPECT_EQ(timeline.scale().length(), milliseconds{days{1}});
    press(Qt::Key_Minus, 60);

    EXPECT_EQ(timeline.scale().length(), TimelineScale::kDecade);
    press(Qt::Key_0);
    EXPECT_LE(timeline.scale().begin(), chronicle.episodes.front().onset.local());
    EXPECT_GE(timeline.scale().end(), chronicle.now.local());
}

TEST_F(Timelines, ZoomWhereThePointerIs)
{
    spasm(24 * 300, 5, 6);
    spasm(48, 5, 6);
    display();
    const double x = 700;
    const LocalTime there = timeline.scale().at(x);
    QWheelEvent turn{QPointF{x, 100},
                     timeline.mapToGlobal(QPointF{x, 100}),
                     {},
                     {0, 120},
                     Qt::NoButton,
                     Qt::NoModifier,
                     Qt::NoScrollPhase,
                     false};

    QApplication::sendEvent(&timeline, &turn);

    EXPECT_LT(abs(timeline.scale().at(x) - there), minutes{30});
}

TEST_F(Timelines, MoveByDragWithoutOpeningAnything)
{
    spasm(48, 24, 6);
    display();
    QSignalSpy opened{&timeline, &Timeline::openRequested};
    const LocalTime before = timeline.scale().begin();

    QTest::mousePress(&timeline, Qt::LeftButton, {}, QPoint{600, 200});
    QTest::mouseMove(&timeline, QPoint{500, 200});
    QTest::mouseMove(&timeline, QPoint{400, 200});
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, QPoint{400, 200});

    EXPECT_GT(timeline.scale().begin(), before);
    EXPECT_EQ(opened.count(), 0);
}

TEST_F(Timelines, ShowTheDaysThatWereWantedBeforeThereWasAnything)
{
    const local_days first = local_days{2026y / January / 5};
    timeline.showDays(first, first + days{6});
    spasm(24 * 300, 5, 6);
    spasm(48, 5, 6);
    display();

    EXPECT_EQ(timeline.scale().begin(), LocalTime{first});
    EXPECT_EQ(timeline.scale().length(), milliseconds{days{7}});
}

TEST_F(Timelines, LeaveOutWhatAFilterLeavesOut)
{
    spasm(72, 5, 6);
    spasm(24, 5, 7);
    timeline.display({std::make_shared<const Chronicle>(chronicle),
                      std::vector<Uuid>{chronicle.episodes.front().id}});

    EXPECT_TRUE(timeline.said().contains(QLatin1String("worst pain 6")));
    EXPECT_TRUE(timeline.said().endsWith(QLatin1String("(1 of 1)")));
}

TEST_F(Timelines, AreCalmWithTenOverlappingSpasmsAnOpenOneOf400DaysAndReadingsOutOfOrder)
{
    spasm(24 * 400, std::nullopt, 9);
    for (int i = 0; i < 10; ++i) {
        spasm(24 * 30, 48, 5);
    }
    spasm(24 * 20, 48, std::nullopt); // no reading
    std::swap(chronicle.readings[1], chronicle.readings[3]);
    display();
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_0, Qt::Key_Plus, Qt::Key_PageUp}) {
        press(key);
        timeline.grab();
    }

    press(Qt::Key_Home);
    press(Qt::Key_Right, 11);
    EXPECT_TRUE(timeline.said().endsWith(QLatin1String("(12 of 12)")));
    EXPECT_TRUE(timeline.said().contains(QLatin1String("no pain told")));
}

TEST_F(Timelines, SayNothingOnAnEmptyDiary)
{
    display();
    for (const Qt::Key key :
         {Qt::Key_Left, Qt::Key_Down, Qt::Key_Home, Qt::Key_Return, Qt::Key_Plus, Qt::Key_0}) {
        press(key);
    }
    timeline.grab();

    EXPECT_TRUE(timeline.said().isEmpty());
    EXPECT_EQ(timeline.accessibleName(), QStringLiteral("Timeline: nothing is written down yet"));
}

TEST(TimelineItemsOf, ShareSittingOverMidnightOutAmongDays)
{
    auto chronicle = std::make_shared<Chronicle>();
    chronicle->now = at("2026-03-02T12:00:00+01:00");
    chronicle->sitting.push_back(
        {at("2026-03-01T22:00:00+01:00"), at("2026-03-02T01:00:00+01:00").utc, Posture::Seated});
    const TimelineItems items = timelineItems({chronicle, std::nullopt});

    ASSERT_EQ(items.sittingDays.size(), 2U);
    EXPECT_EQ(items.sittingDays[0].seated, milliseconds{hours{2}});
    EXPECT_EQ(items.sittingDays[1].seated, milliseconds{hours{1}});
}

TEST(TimelineItemsOf, KnowTheDaysThatNobodyToldOf)
{
    auto chronicle = std::make_shared<Chronicle>();
    chronicle->now = at("2026-03-10T12:00:00+01:00");
    const local_days first = local_days{2026y / March / 1};
    chronicle->toldDays = {first, first + days{1}, first + days{5}};
    const TimelineItems items = timelineItems({chronicle, std::nullopt});

    ASSERT_EQ(items.unrecorded.size(), 2U);
    EXPECT_EQ(items.unrecorded[0].first, LocalTime{first + days{2}});
    EXPECT_EQ(items.unrecorded[0].second, LocalTime{first + days{5}});
    EXPECT_EQ(items.unrecorded[1].second, LocalTime{first + days{9}}); // until today
}

TEST(TimelineScales, HaveTicksThatDoNotTouch)
{
    const QFontMetrics metrics{QFont{}};
    TimelineScale scale;
    scale.setPlace(100, 800);
    scale.setBounds(at("2016-03-02T12:00:00+00:00").local(),
                    at("2026-03-02T12:00:00+00:00").local());
    for (int step = 0; step < 40; ++step) {
        scale.show(scale.begin(), scale.begin() + days{1} + step * step * days{2} + hours{step});
        const auto ticks = scale.ticks(metrics);
        EXPECT_GE(ticks.size(), 2U) << step;
        for (std::size_t i = 1; i < ticks.size(); ++i) {
            EXPECT_GE(scale.x(ticks[i].at) - scale.x(ticks[i - 1].at),
                      metrics.horizontalAdvance(ticks[i].text))
                << step;
        }
    }
}

} // namespace
} // namespace unclench::ui
