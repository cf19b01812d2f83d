// SPDX-License-Identifier: GPL-3.0-or-later
// What asks somebody to get up: the card that never takes the keyboard, the full screen that never
// traps anybody, on one screen and on two.
#include "app/made_up_seat.h"
#include "tests/support/temp_folder.h"
#include "ui/widgets/break_prompt.h"
#include "ui/widgets/break_screen.h"
#include "ui/widgets/main_button.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace unclench::ui {
namespace {

template <class Part>
Part* part(QWidget& whole, const char* name)
{
    auto* found = whole.findChild<Part*>(QLatin1String{name});
    EXPECT_NE(found, nullptr) << name;
    return found;
}

void press(QWidget& whole, const char* name)
{
    QTest::mouseClick(part<QAbstractButton>(whole, name), Qt::LeftButton);
}

bool isSeen(QWidget& whole, const char* name)
{
    return part<QWidget>(whole, name)->isVisible();
}

TEST(BreakCards, ComeWithoutTheKeyboardAndTakeNothingThatIsTypedAsAnAnswer)
{
    BreakCard card;
    card.display(app::breakDue());
    QSignalSpy gotUp{&card, &BreakCard::gotUpRequested};
    QSignalSpy skipped{&card, &BreakCard::skipRequested};
    QSignalSpy closed{&card, &BreakCard::closed};

    card.showOn(nullptr);
    // Where a window manager gives it the keyboard all the same.
    card.activateWindow();
    QApplication::processEvents();
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_U, Qt::Key_5}) {
        QTest::keyClick(&card, key);
    }

    EXPECT_TRUE(card.testAttribute(Qt::WA_ShowWithoutActivating));
    EXPECT_TRUE(card.windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    EXPECT_TRUE(card.windowFlags().testFlag(Qt::FramelessWindowHint));
    EXPECT_EQ(card.focusWidget(), &card); // no button of it waits for a key
    EXPECT_EQ(gotUp.count() + skipped.count() + closed.count(), 0);
}

TEST(BreakCards, StandInTheCornerOfTheirScreen)
{
    BreakCard card;
    card.display(app::breakDue());

    card.showOn(QGuiApplication::primaryScreen());

    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    EXPECT_TRUE(room.contains(card.geometry()));
    EXPECT_GT(card.geometry().center().x(), room.center().x());
    EXPECT_GT(card.geometry().center().y(), room.center().y());
}

TEST(BreakCards, AreAnsweredByTheirButtonsAndClosedByEscape)
{
    BreakCard card;
    card.display(app::breakDue());
    card.showOn(nullptr);
    QSignalSpy gotUp{&card, &BreakCard::gotUpRequested};
    QSignalSpy later{&card, &BreakCard::snoozeRequested};
    QSignalSpy skipped{&card, &BreakCard::skipRequested};
    QSignalSpy closed{&card, &BreakCard::closed};

    press(card, "breakMainButton");
    press(card, "breakSnoozeButton");
    press(card, "breakSkipButton");
    press(card, "breakCloseButton");
    QTest::keyClick(&card, Qt::Key_Escape);

    EXPECT_EQ(gotUp.count(), 1);
    EXPECT_EQ(later.count(), 1);
    EXPECT_EQ(skipped.count(), 1);
    EXPECT_EQ(closed.count(), 2);
}

TEST(BreakCards, CountTheBreakAndWaitForTheReturn)
{
    BreakCard card;
    card.display(app::breakRunning());
    card.showOn(nullptr);
    QSignalSpy back{&card, &BreakCard::backRequested};
    EXPECT_TRUE(isSeen(card, "breakRing"));
    EXPECT_FALSE(isSeen(card, "breakSkipButton"));

    card.display(app::breakOver());
    press(card, "breakMainButton");

    EXPECT_EQ(part<QLabel>(card, "breakTitle")->text(), QStringLiteral("Welcome back"));
    EXPECT_EQ(back.count(), 1);
}

TEST(BreakCards, OfferNoDelayWhereThereIsNone)
{
    BreakPromptView view = app::breakDue();
    view.canSnooze = false;
    BreakCard card;

    card.display(view);
    card.showOn(nullptr);

    EXPECT_FALSE(isSeen(card, "breakSnoozeButton"));
    EXPECT_TRUE(isSeen(card, "breakSkipButton"));
}

TEST(BreakCards, ShowAnOwnPictureAndSayWhenItIsGone)
{
    const tests::TempFolder folder;
    const QString file = QString::fromStdString((folder.path() / "own.png").string());
    QImage picture{4000, 20, QImage::Format_RGB32};
    picture.fill(Qt::darkGreen);
    ASSERT_TRUE(picture.save(file));
    BreakPromptView view = app::breakDue();
    view.drawing.clear();
    view.picture = file;
    BreakCard card;
    card.display(view);
    card.showOn(nullptr);
    auto* label = part<QLabel>(card, "breakPicture");
    EXPECT_FALSE(label->pixmap().isNull());
    EXPECT_LT(label->pixmap().width(), 400);

    for (const char* bad : {"/nowhere/own.png", "/dev/null"}) {
        view.picture = QLatin1String{bad};
        card.display(view);
        EXPECT_EQ(label->text(), QStringLiteral("The picture is gone.")) << bad;
    }
    view.picture.clear();
    card.display(view);
    EXPECT_FALSE(label->isVisible());
}

TEST(BreakScreens, IgnoreKeysUntilTheyCountButNeverTheMouse)
{
    BreakScreen screen;
    QSignalSpy closed{&screen, &BreakScreen::closed};
    QSignalSpy gotUp{&screen, &BreakScreen::gotUpRequested};
    screen.open(app::breakDue(), QGuiApplication::primaryScreen());
    BreakWindow& window = *screen.windows().front();
    window.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
    EXPECT_EQ(window.focusWidget(), &window);
    auto* skip = part<QAbstractButton>(window, "breakSkipButton");
    QSignalSpy skipped{&screen, &BreakScreen::skipRequested};

    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab}) {
        QTest::keyClick(&window, key);
        QTest::keyClick(skip, key);
    }
    QTest::keyClick(&window, Qt::Key_U, Qt::AltModifier);
    EXPECT_EQ(closed.count() + gotUp.count() + skipped.count(), 0);
    EXPECT_EQ(window.focusWidget(), &window);
    press(window, "breakMainButton");
    EXPECT_EQ(gotUp.count(), 1);

    screen.acceptKeys();
    QTest::keyClick(&window, Qt::Key_Escape);

    EXPECT_EQ(closed.count(), 1);
}

TEST(BreakScreens, MayBeClosedByWhoHearsTheirButtonAndOpenedAgain)
{
    BreakScreen screen;
    QObject::connect(&screen, &BreakScreen::closed, &screen, &BreakScreen::close);
    screen.open(app::breakDue());
    press(*screen.windows().front(), "breakCloseButton");
    EXPECT_FALSE(screen.isOpen());
    QApplication::processEvents();

    screen.open(app::breakRunning());
    screen.display(app::breakOver());

    EXPECT_EQ(screen.windows().size(), QGuiApplication::screens().size());
    EXPECT_EQ(part<QLabel>(*screen.windows().front(), "breakTitle")->text(),
              QStringLiteral("Welcome back"));
}

/// Only where the platform has two: see `ui.two_screens` in tests/CMakeLists.txt.
class TwoScreens : public testing::Test {
protected:
    void SetUp() override
    {
        if (QGuiApplication::screens().size() != 2) {
            GTEST_SKIP() << "there is one screen";
        }
    }
    QScreen* first() { return QGuiApplication::screens()[0]; }
    QScreen* second() { return QGuiApplication::screens()[1]; }
    /// As Qt says it when a monitor goes off.
    static void remove(QScreen* gone)
    {
        Q_EMIT qGuiApp->screenRemoved(gone);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    BreakScreen screen;
};

TEST_F(TwoScreens, HaveAWindowEachAndTheWordsOnOne)
{
    screen.open(app::breakDue(), second());

    ASSERT_EQ(screen.windows().size(), 2);
    EXPECT_EQ(screen.windows()[0]->kind(), BreakWindow::Kind::Plain);
    EXPECT_EQ(screen.windows()[1]->kind(), BreakWindow::Kind::Words);
    EXPECT_EQ(screen.windows()[0]->geometry(), first()->geometry());
    EXPECT_EQ(screen.windows()[1]->geometry(), second()->geometry());
    QSignalSpy closed{&screen, &BreakScreen::closed};
    press(*screen.windows()[0], "breakCloseButton"); // a plain one has its way out, too
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(TwoScreens, LoseTheWindowOfTheOneThatGoesAndNoMore)
{
    screen.open(app::breakDue(), first());

    remove(second());

    ASSERT_EQ(screen.windows().size(), 1);
    EXPECT_EQ(screen.windows()[0]->kind(), BreakWindow::Kind::Words);
    EXPECT_TRUE(screen.windows()[0]->isVisible());
}

TEST_F(TwoScreens, KeepTheWordsWhenTheirOwnGoes)
{
    screen.open(app::breakDue(), second());
    screen.acceptKeys();
    screen.display(app::breakRunning());

    remove(second());

    ASSERT_EQ(screen.windows().size(), 1);
    BreakWindow& rest = *screen.windows()[0];
    EXPECT_EQ(rest.kind(), BreakWindow::Kind::Words);
    EXPECT_EQ(part<QLabel>(rest, "breakTitle")->text(), QStringLiteral("Your break"));
    QSignalSpy closed{&screen, &BreakScreen::closed};
    QTest::keyClick(&rest, Qt::Key_Escape); // keys count there as well
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(TwoScreens, MayAllGoAndTheWordsComeBackWithTheNext)
{
    screen.open(app::breakDue(), first());
    remove(second());
    remove(first());
    EXPECT_TRUE(screen.windows().isEmpty());
    EXPECT_TRUE(screen.isOpen());

    Q_EMIT qGuiApp->screenAdded(first());
    Q_EMIT qGuiApp->screenAdded(second());

    ASSERT_EQ(screen.windows().size(), 2);
    EXPECT_EQ(screen.windows()[0]->kind(), BreakWindow::Kind::Words);
    EXPECT_EQ(screen.windows()[1]->kind(), BreakWindow::Kind::Plain);
}

} // namespace
} // namespace unclench::ui
