// SPDX-License-Identifier: GPL-3.0-or-later
// The guide as a person uses it: topics, cards, the gate of exercise, breathing at a pace.
#include "tests/ui/shell_fixture.h"
#include "ui/guide_bridge.h"
#include "ui/pages/guide_page.h"
#include "ui/widgets/advice_card.h"
#include "ui/widgets/answer_button.h"
#include "ui/widgets/breathing_pace.h"
#include "ui/widgets/drawing.h"
#include "ui/widgets/readable.h"

#include <QImage>
#include <QProxyStyle>
#include <QSignalSpy>

#include <gmock/gmock.h>

#include <set>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class GuideTest : public ShellFixture {
protected:
    GuideTest()
    {
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    void showTopic(const char* topic)
    {
        press(QStringLiteral("guideButton"));
        press(QStringLiteral("guideTopic_") + QLatin1String{topic});
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QString words(const char* card)
    {
        return field<ReadableText>(QStringLiteral("guide_%1_text").arg(QLatin1String{card}))
            ->text();
    }
    bool isOpen(const char* card) { return !words(card).startsWith(QLatin1String("Closed")); }
    /// The ids of the cards that stand on the page.
    QStringList cards()
    {
        QStringList ids;
        for (const auto* card : window.findChildren<AdviceCard*>()) {
            ids << card->objectName();
        }
        return ids;
    }
    void yes(const char* question)
    {
        Answer answer;
        answer.question = question;
        answer.value = AnswerValue::Yes;
        static_cast<void>(tests::done(diary.engine.alerts().answer(answer, {})));
        QApplication::processEvents();
    }
};

TEST_F(GuideTest, IsReachedByItsKeyAndBeginsWithTheFirstHour)
{
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);

    EXPECT_TRUE(field<GuidePage>(QStringLiteral("guidePage"))->isVisible());
    EXPECT_THAT(cards(), ElementsAre(QStringLiteral("guide_stop_and_ease"),
                                     QStringLiteral("guide_ease_into_position"),
                                     QStringLiteral("guide_heat_or_cold"),
                                     QStringLiteral("guide_help_now")));
}

TEST_F(GuideTest, ShowsEveryCardWithTitleWordsAndSources)
{
    const Guide& guide = diary.engine.guide();
    std::set<QString> shown;
    for (const std::string& topic : guide.topics()) {
        showTopic(topic.c_str());
        for (const QString& id : cards()) {
            shown.insert(id);
            const auto* sources = field<QLabel>(id + QStringLiteral("_sources"));
            EXPECT_TRUE(sources->isVisible()) << qPrintable(id);
            EXPECT_GT(sources->text().size(), 12) << qPrintable(id);
            EXPECT_FALSE(field<ReadableText>(id + QStringLiteral("_text"))->text().isEmpty());
        }
    }

    EXPECT_EQ(shown.size(), guide.cards().size());
}

TEST_F(GuideTest, HasADrawingForEachThatTheCardsName)
{
    const QStringList ids = Drawing::ids();
    std::set<QString> named;
    for (const GuideCard& card : diary.engine.guide().cards()) {
        if (card.drawing) {
            EXPECT_TRUE(ids.contains(QString::fromStdString(*card.drawing))) << *card.drawing;
            named.insert(QString::fromStdString(*card.drawing));
        }
    }
    EXPECT_EQ(static_cast<qsizetype>(named.size()), ids.size()) << "a drawing that no card shows";
}

TEST_F(GuideTest, DrawsInTheColourOfTheText)
{
    for (const QString& id : Drawing::ids()) {
        Drawing drawing{id, id};
        QPalette palette;
        palette.setColor(QPalette::WindowText, QColor{10, 200, 30});
        palette.setColor(QPalette::Window, Qt::white);
        drawing.setPalette(palette);
        drawing.resize(drawing.sizeHint());
        QImage image{drawing.size(), QImage::Format_RGB32};
        drawing.render(&image);

        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                inked += image.pixelColor(x, y) == QColor(10, 200, 30) ? 1 : 0;
            }
        }
        EXPECT_GT(inked, 300) << qPrintable(id);
    }
}

TEST_F(GuideTest, KeepsExerciseClosedUntilItIsSaidThatNothingCramps)
{
    showTopic("movement");
    EXPECT_EQ(text("exerciseState"), QStringLiteral("Stretches and exercise are closed for now."));
    EXPECT_FALSE(isOpen("stretch_child_pose"));
    EXPECT_TRUE(words("stretch_child_pose").contains(text("exerciseReasons")));
    EXPECT_TRUE(isOpen("walk_gentle"));
    EXPECT_EQ(text("crampTold"), QStringLiteral("Not told yet."));

    press(QStringLiteral("crampNoButton"));

    EXPECT_EQ(text("exerciseState"), QStringLiteral("Stretches and exercise are open now."));
    EXPECT_TRUE(isOpen("stretch_child_pose"));
    EXPECT_TRUE(field<AnswerButton>(QStringLiteral("crampNoButton"))->isChecked());
    EXPECT_EQ(saved(), QStringLiteral("Saved: no cramp now."));

    press(QStringLiteral("crampYesButton"));
    EXPECT_FALSE(isOpen("stretch_child_pose"));
    EXPECT_EQ(text("exerciseReasons"), QStringLiteral("You said that it cramps."));

    undo();
    EXPECT_TRUE(isOpen("stretch_child_pose"));
}

TEST_F(GuideTest, SaysEveryReasonInWordsWithItsNumbers)
{
    diary.log(2);
    diary.clock.pass(24h);
    static_cast<void>(tests::done(diary.journal().addReading(tests::reading(5))));
    yes("rf_fever");
    showTopic("movement");
    press(QStringLiteral("crampNoButton"));

    EXPECT_EQ(text("exerciseReasons"),
              QStringLiteral("Your last pain is 5. It has to be 3 or less.\n"
                             "Your last pain is 5. Yesterday it was 2.\n"
                             "An alert asks you to get help first."));
}

TEST_F(GuideTest, FollowsWhatIsToldElsewhereAndTheDayThatPasses)
{
    diary.log(2);
    showTopic("movement");
    press(QStringLiteral("crampNoButton"));
    ASSERT_TRUE(isOpen("pelvic_tilt"));

    static_cast<void>(tests::done(diary.journal().addReading(tests::reading(6))));
    QApplication::processEvents();
    EXPECT_FALSE(isOpen("pelvic_tilt"));

    static_cast<void>(tests::done(diary.journal().addReading(tests::reading(2))));
    QApplication::processEvents();
    ASSERT_TRUE(isOpen("pelvic_tilt"));
    diary.clock.pass(48h);
    shell.passTime();
    EXPECT_FALSE(isOpen("pelvic_tilt"));
    EXPECT_EQ(text("exerciseReasons"), QStringLiteral("You have not said yet if it cramps now."));
}

TEST_F(GuideTest, KeepsTheDoorToTheQuestionWhereItIsWhenTheAnswerChanges)
{
    showTopic("movement");
    auto* no = field<AnswerButton>(QStringLiteral("crampNoButton"));
    no->setFocus();
    QTest::keyClick(no, Qt::Key_Space);
    QApplication::processEvents();

    EXPECT_EQ(QApplication::focusWidget(), no);
    EXPECT_EQ(no->accessibleName(), QStringLiteral("Does it cramp now? No"));
}

TEST_F(GuideTest, WalksTheTopicsWithTheArrows)
{
    press(QStringLiteral("guideButton"));
    auto* first = field<QAbstractButton>(QStringLiteral("guideTopic_first_hour"));
    first->setFocus(Qt::TabFocusReason);

    QTest::keyClick(first, Qt::Key_Down);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("guideTopic_positions"));
    EXPECT_THAT(cards(), testing::Contains(QStringLiteral("guide_pos_side_curl")));
    EXPECT_THAT(cards(), Not(testing::Contains(QStringLiteral("guide_help_now"))));
}

TEST_F(GuideTest, PutsTheTopicsAboveTheCardsWhereTheWindowIsNarrow)
{
    press(QStringLiteral("guideButton"));
    auto* list = field<QWidget>(QStringLiteral("guideTopics"));
    auto* card = field<AdviceCard>(QStringLiteral("guide_stop_and_ease"));
    EXPECT_LT(list->mapTo(&window, QPoint{}).x(), card->mapTo(&window, QPoint{}).x());

    window.resize(640, 700);
    QApplication::processEvents();
    EXPECT_LT(list->mapTo(&window, QPoint{}).y(), card->mapTo(&window, QPoint{}).y());
    EXPECT_EQ(list->mapTo(&window, QPoint{}).x(), card->mapTo(&window, QPoint{}).x());

    window.resize(1280, 800);
    QApplication::processEvents();
    EXPECT_LT(list->mapTo(&window, QPoint{}).x(), card->mapTo(&window, QPoint{}).x());
}

class BreathingTest : public GuideTest {
protected:
    BreathingTest()
    {
        showTopic("breathing");
        circle = field<BreathingCircle>(QStringLiteral("breathingCircle"));
        time = field<BreathingPace>(QStringLiteral("breathingPace"))
                   ->findChild<QVariantAnimation*>(QStringLiteral("breathingTime"));
        button = field<QAbstractButton>(QStringLiteral("breathingButton"));
    }
    /// Starts, and from there on lets the test move the time.
    void start()
    {
        button->click();
        time->pause();
    }
    QString shown(int milliseconds)
    {
        time->setCurrentTime(milliseconds);
        return circle->accessibleName();
    }
    int inked()
    {
        QImage image{circle->size(), QImage::Format_RGB32};
        circle->render(&image);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                count += image.pixel(x, y) == image.pixel(0, 0) ? 0 : 1;
            }
        }
        return count;
    }

    BreathingCircle* circle = nullptr;
    QVariantAnimation* time = nullptr;
    QAbstractButton* button = nullptr;
};

TEST_F(BreathingTest, CountsFourSecondsInAndSixOut)
{
    EXPECT_EQ(circle->accessibleName(), QStringLiteral("4 s in 6 s out"));
    start();

    EXPECT_EQ(shown(1), QStringLiteral("Breathe in 4"));
    EXPECT_EQ(shown(3999), QStringLiteral("Breathe in 1"));
    EXPECT_EQ(shown(4000), QStringLiteral("Breathe out 6"));
    EXPECT_EQ(shown(9999), QStringLiteral("Breathe out 1"));
    EXPECT_EQ(shown(10'000), QStringLiteral("Breathe in 4"));
}

TEST_F(BreathingTest, SpeaksAtTheBeginningOfEachBreathInAndOut)
{
    QSignalSpy spoken{&shell, &Shell::speakRequested};
    start();
    for (int passed = 0; passed <= 14'500; passed += 500) {
        time->setCurrentTime(passed);
    }

    QStringList said;
    for (const QList<QVariant>& one : spoken) {
        said << one.front().toString();
    }
    EXPECT_EQ(said, (QStringList{QStringLiteral("Breathe in"), QStringLiteral("Breathe out"),
                                 QStringLiteral("Breathe in"), QStringLiteral("Breathe out")}));
}

TEST_F(BreathingTest, EndsByItselfAndCanBeStopped)
{
    start();
    EXPECT_EQ(button->accessibleName(), QStringLiteral("Stop breathing"));
    time->resume();
    time->setCurrentTime(time->totalDuration());
    EXPECT_EQ(time->totalDuration(), 5 * 60 * 1000);
    EXPECT_EQ(button->accessibleName(), QStringLiteral("Start breathing"));
    EXPECT_EQ(circle->accessibleName(), QStringLiteral("4 s in 6 s out"));

    start();
    button->click();
    EXPECT_EQ(circle->accessibleName(), QStringLiteral("4 s in 6 s out"));
    EXPECT_EQ(time->state(), QAbstractAnimation::Stopped);
}

TEST_F(BreathingTest, StopsWhenThePageIsLeft)
{
    start();

    press(QStringLiteral("nowButton"));

    EXPECT_EQ(time->state(), QAbstractAnimation::Stopped);
}

TEST_F(BreathingTest, MovesTheCircleUnlessMotionIsReduced)
{
    start();
    time->setCurrentTime(10);
    const int small = inked();
    time->setCurrentTime(3999);
    EXPECT_GT(inked(), small + 1000);
    button->click();

    class Still : public QProxyStyle {
    public:
        int styleHint(StyleHint hint,
                      const QStyleOption* option,
                      const QWidget* widget,
                      QStyleHintReturn* data) const override
        {
            return hint == SH_Widget_Animation_Duration
                       ? 0
                       : QProxyStyle::styleHint(hint, option, widget, data);
        }
    };
    Still still;
    circle->parentWidget()->setStyle(&still);
    start();
    time->setCurrentTime(10);
    const int before = inked();
    EXPECT_EQ(circle->accessibleName(), QStringLiteral("Breathe in 4"));
    time->setCurrentTime(900);
    EXPECT_EQ(inked(), before);
    circle->parentWidget()->setStyle(nullptr);
}

} // namespace
} // namespace unclench::ui
