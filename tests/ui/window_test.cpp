// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a diary in memory: what is pressed is asked for, what is saved is shown.
#include "tests/support/diary.h"
#include "ui/bridge.h"
#include "ui/main_window.h"
#include "ui/models/episode_model.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;

class Window : public testing::Test {
protected:
    Window()
    {
        bridge.refresh();
        window.show();
    }

    QAbstractButton* button(const char* name)
    {
        return window.findChild<QAbstractButton*>(QLatin1String{name});
    }
    QString text(const char* name)
    {
        return window.findChild<QLabel*>(QLatin1String{name})->text();
    }
    void press(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    std::vector<int> pains()
    {
        std::vector<int> all;
        for (const Course& course : diary.engine.diary().courses({})) {
            for (const Reading& reading : course.readings) {
                all.push_back(reading.pain);
            }
        }
        return all;
    }

    tests::Diary diary;
    Words words = Words::builtIn();
    Bridge bridge{diary.engine,
                  [](const StorageError& error) { return QString::fromUtf8(error.what()); }};
    MainWindow window{bridge, words};
};

TEST_F(Window, OnePressOnANumberSavesASpasmAndShowsIt)
{
    press("spasmScale7");

    EXPECT_EQ(pains(), std::vector{7});
    EXPECT_TRUE(text("sinceLabel").contains(QLatin1String("now 7")));
    EXPECT_TRUE(text("savedLabel").contains(QLatin1String("pain 7")));
    EXPECT_EQ(window.findChild<QTableView*>()->model()->rowCount(), 1);
}

TEST_F(Window, PainNowAddsAReadingWithWhetherThePersonRested)
{
    press("spasmScale7");
    press("painNowButton");
    QTest::keyClick(button("atRestCheckBox"), Qt::Key_Space);
    press("readingScale4");

    const Course course = diary.engine.diary().courses({}).front();
    ASSERT_EQ(course.readings.size(), 2U);
    EXPECT_EQ(course.readings.back().pain, 4);
    EXPECT_EQ(course.readings.back().atRest, true);
    EXPECT_FALSE(button("painNowButton")->isChecked());
}

TEST_F(Window, AMinutePassingLeavesTheNumbersOpen)
{
    press("spasmScale7");
    press("painNowButton");

    diary.clock.pass(1min);
    bridge.refresh();

    EXPECT_TRUE(button("painNowButton")->isChecked());
    EXPECT_TRUE(text("sinceLabel").contains(QLatin1String("1 min")));
}

TEST_F(Window, ItIsOverEndsTheSpasmAndUndoOpensItAgain)
{
    press("spasmScale7");
    diary.clock.pass(1h);

    press("endButton");
    EXPECT_FALSE(diary.engine.diary().openBout());

    press("undoButton");
    EXPECT_TRUE(diary.engine.diary().openBout());
    press("undoButton");
    EXPECT_TRUE(pains().empty());
}

TEST_F(Window, OnlyTheLast100StepsCanBeTakenBack)
{
    for (int i = 0; i < 105; ++i) {
        bridge.logSpasm(i % 11);
    }
    for (int i = 0; i < 200; ++i) {
        bridge.undo();
    }

    EXPECT_EQ(pains().size(), 5U);
    EXPECT_FALSE(bridge.canUndo());
}

TEST_F(Window, AFailureIsShownAndWhatWasPressedCanBePressedAgain)
{
    diary.database->script("PRAGMA query_only = ON");
    press("spasmScale7");
    EXPECT_TRUE(window.findChild<QLabel*>(QStringLiteral("noticeLabel"))->isVisible());
    EXPECT_TRUE(text("savedLabel").isEmpty());

    diary.database->script("PRAGMA query_only = OFF");
    press("spasmScale7");
    EXPECT_EQ(pains(), std::vector{7});
    EXPECT_FALSE(window.findChild<QLabel*>(QStringLiteral("noticeLabel"))->isVisible());
}

TEST_F(Window, AClockSetBackLosesNoPress)
{
    press("spasmScale7");
    diary.clock.setWall(tests::at("2026-03-01T08:00:00+01:00"));

    press("spasmScale5");

    EXPECT_EQ(pains(), (std::vector{7, 5}));
    EXPECT_TRUE(text("savedLabel").contains(QLatin1String("clock")));
}

TEST_F(Window, KeysMoveOnTheScaleAndOnlyReturnSaves)
{
    window.raiseAtScale();
    QTest::keyClick(window.focusWidget(), Qt::Key_7);
    EXPECT_TRUE(pains().empty());
    EXPECT_EQ(window.focusWidget()->objectName(), QStringLiteral("spasmScale7"));

    QTest::keyClick(window.focusWidget(), Qt::Key_Left);
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);

    EXPECT_EQ(pains(), std::vector{6});
}

TEST_F(Window, EveryControlHasANameForAScreenReader)
{
    press("spasmScale7");
    press("painNowButton");
    int controls = 0;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith(QLatin1String("qt_"))) {
            continue;
        }
        ++controls;
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(interface, nullptr);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
            << qPrintable(widget->objectName());
        EXPECT_FALSE(widget->objectName().isEmpty()) << widget->metaObject()->className();
    }
    EXPECT_GT(controls, 20);
}

TEST_F(Window, TheListKeepsTheRulesOfModels)
{
    auto* model = window.findChild<EpisodeModel*>();
    const QAbstractItemModelTester tester{model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};

    press("spasmScale7");
    press("endButton");
    diary.clock.pass(24h);
    press("spasmScale3");

    EXPECT_EQ(model->rowCount(), 2);
}

TEST(Theme, NumbersOnThePainScaleCanBeReadInBothSchemes)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    for (const auto scheme : {theme::Scheme::Light, theme::Scheme::Dark}) {
        for (int pain = 0; pain <= 10; ++pain) {
            const QColor fill = theme::painFill(theme::palette(scheme), pain);
            const double a = luminance(fill) + 0.05;
            const double b = luminance(theme::textOn(fill)) + 0.05;
            EXPECT_GE(std::max(a, b) / std::min(a, b), 4.5) << pain;
        }
    }
}

TEST(Words, HaveALabelForEveryIdOfTheVocabularyAndNoOther)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const Words words = Words::builtIn();
    for (std::size_t t = 0; t < kNames<Topic>.size(); ++t) {
        const QString group = QString::fromUtf8(kNames<Topic>[t].data());
        for (const Term& term : vocabulary.terms(static_cast<Topic>(t))) {
            EXPECT_TRUE(words.has(group, QString::fromStdString(term.id))) << term.id;
            for (const std::string& caution : term.cautions) {
                EXPECT_TRUE(words.has(QStringLiteral("cautions"), QString::fromStdString(caution)))
                    << caution;
            }
        }
    }
}

} // namespace
} // namespace unclench::ui
