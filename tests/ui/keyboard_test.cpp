// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and dialog by keyboard alone: there and back, each control once, each one shown where
// the keyboard is, each one doing something.
#include "tests/support/controls.h"
#include "tests/ui/data_sights.h"
#include "tests/ui/sights.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/pages/history_views.h"
#include "ui/widgets/answer_button.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/pain_scale.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <optional>
#include <set>

namespace unclench::ui {
namespace {

std::string nameOf(const QWidget* widget)
{
    return widget == nullptr ? "nothing" : widget->objectName().toStdString();
}

/// What the keyboard must come to: what can be seen, used and stopped at.
std::set<const QWidget*> stopsOf(const QWidget& shown)
{
    std::set<const QWidget*> stops;
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        const bool isInner =
            qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
        if (widget->window() == &shown && widget->isVisible() && widget->isEnabled() && !isInner &&
            widget->focusPolicy() & Qt::TabFocus && widget->focusProxy() == nullptr) {
            stops.insert(widget);
        }
    }
    return stops;
}

/// Where `key` leads, from `first` until it comes back there.
std::vector<const QWidget*> walk(QWidget& shown, QWidget* first, Qt::Key key)
{
    std::vector<const QWidget*> way;
    first->setFocus(Qt::TabFocusReason);
    do {
        const QWidget* at = QApplication::focusWidget();
        way.push_back(at);
        QWidget* next = QApplication::focusWidget();
        for (int part = 0; part < 8 && next == at; ++part) { // day, month, year, hour, minute
            QTest::keyClick(next, key);
            next = QApplication::focusWidget();
        }
        if (next == nullptr || next == at || next->window() != &shown) {
            ADD_FAILURE() << "from " << nameOf(at) << " to " << nameOf(next);
            break;
        }
    } while (QApplication::focusWidget() != first && way.size() < 500);
    return way;
}

/// Reading order among what stands in the same place: not up again, but in the next column.
bool isForward(const QWidget* from, const QWidget* to)
{
    if (from->parentWidget() != to->parentWidget()) {
        return true;
    }
    const QRect a = from->geometry();
    const QRect b = to->geometry();
    return b.top() > a.center().y() || b.left() > a.left();
}

TEST(Keyboard, ReachesEveryControlOnceThereAndBack)
{
    for (const Sight& sight : sights()) {
        const auto scene = look(sight, {1280, 800});
        QWidget& shown = *scene->shown;
        const auto stops = stopsOf(shown);
        ASSERT_FALSE(stops.empty()) << sight.name;
        if (stops.size() == 1) {
            EXPECT_EQ(QApplication::focusWidget(), *stops.begin()) << sight.name;
            continue;
        }
        auto* first = shown.nextInFocusChain();
        while (!stops.contains(first)) {
            first = first->nextInFocusChain();
        }

        const auto way = walk(shown, first, Qt::Key_Tab);

        for (const QWidget* stop : stops) {
            EXPECT_EQ(std::count(way.begin(), way.end(), stop), 1)
                << sight.name << ": " << nameOf(stop);
        }
        for (const QWidget* stop : way) {
            EXPECT_TRUE(stops.contains(stop)) << sight.name << ": " << nameOf(stop);
        }
        for (std::size_t i = 1; i < way.size(); ++i) {
            EXPECT_TRUE(isForward(way[i - 1], way[i]))
                << sight.name << ": " << nameOf(way[i - 1]) << " before " << nameOf(way[i]);
        }
        auto back = walk(shown, first, Qt::Key_Backtab);
        std::reverse(back.begin() + 1, back.end());
        EXPECT_EQ(back, way) << sight.name;
    }
}

int differences(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

/// Of `widget` and what is right around it.
QImage pictureOf(QWidget& shown, const QWidget* widget)
{
    const QRect around = QRect{widget->mapTo(&shown, QPoint{}), widget->size()}
                             .adjusted(-4, -4, 4, 4)
                             .intersected(shown.rect());
    QImage picture{around.size(), QImage::Format_RGB32};
    shown.render(&picture, {}, around);
    return picture;
}

TEST(Keyboard, ShowsWhereItIs)
{
    for (const Sight& sight : sights()) {
        const auto scene = look(sight, {1280, 800});
        QWidget& shown = *scene->shown;
        shown.resize(1280, 6000); // so that nothing is scrolled away
        settle(shown);
        for (const QWidget* stop : stopsOf(shown)) {
            const_cast<QWidget*>(stop)->setFocus(Qt::TabFocusReason);
            const QImage with = pictureOf(shown, stop);
            const_cast<QWidget*>(stop)->clearFocus();
            const QImage without = pictureOf(shown, stop);
            // A ring of one pixel around the smallest box would be this long.
            EXPECT_GE(differences(with, without), 40) << sight.name << ": " << nameOf(stop);
        }
    }
}

/// Everything that a press can change, as text.
QString stateOf(Scene& scene)
{
    QStringList all;
    for (const QWidget* top : QApplication::topLevelWidgets()) {
        if (!top->isVisible()) {
            continue;
        }
        all << top->objectName();
        for (const QWidget* widget : top->findChildren<QWidget*>()) {
            if (!widget->isVisible()) {
                continue;
            }
            all << widget->objectName()
                << (widget->isEnabled() ? QString{} : QStringLiteral("off"));
            if (const auto* label = qobject_cast<const QLabel*>(widget)) {
                all << label->text();
            } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
                all << button->text() << (button->isChecked() ? QStringLiteral("on") : QString{});
            } else if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
                all << line->text();
            } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
                all << box->currentText();
            } else if (const auto* note = qobject_cast<const QPlainTextEdit*>(widget)) {
                all << note->toPlainText();
            } else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
                all << QString::number(view->currentIndex().row());
            }
        }
    }
    all << QString::number(scene.diary.engine.diary().courses({}).size());
    return all.join(QLatin1Char('\n'));
}

/// The keys that do what the control is for. More than one way: in a group the keyboard may stand
/// on what is chosen already, or at its end.
QList<QList<Qt::Key>> waysToPress(const QWidget* widget)
{
    if (qobject_cast<const PainButton*>(widget) != nullptr) {
        return {{Qt::Key_Right, Qt::Key_Return}};
    }
    if (const auto* chip = qobject_cast<const Chip*>(widget); chip != nullptr) {
        return chip->isCheckable() ? QList<QList<Qt::Key>>{{Qt::Key_Right, Qt::Key_Space},
                                                           {Qt::Key_Home, Qt::Key_Space}}
                                   : QList<QList<Qt::Key>>{{Qt::Key_Space}};
    }
    if (qobject_cast<const QAbstractSpinBox*>(widget) != nullptr) {
        return {{Qt::Key_Down, Qt::Key_Return}, {Qt::Key_Up, Qt::Key_Return}};
    }
    if (qobject_cast<const QLineEdit*>(widget) != nullptr ||
        qobject_cast<const QPlainTextEdit*>(widget) != nullptr) {
        return {{Qt::Key_7}};
    }
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button == nullptr || (button->isChecked() && button->group() != nullptr)) {
        return {{Qt::Key_Down}, {Qt::Key_Up}, {Qt::Key_Right}, {Qt::Key_Left}};
    }
    if (qobject_cast<const QPushButton*>(button) != nullptr) {
        return {{Qt::Key_Return}}; // Qt sees to Space itself
    }
    return {{Qt::Key_Space}};
}

/// What is there only to be read, or has nowhere to go on.
bool doesNothing(const QWidget* widget)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    const auto* answer = qobject_cast<const AnswerButton*>(widget);
    const auto* button = qobject_cast<const QPushButton*>(widget);
    const bool isOfTheViews = qobject_cast<const HistoryViews*>(widget->parentWidget()) != nullptr;
    return (view != nullptr && view->model()->rowCount() < 2) ||
           (answer != nullptr && answer->isChecked()) ||                 // says the same again
           (isOfTheViews && button != nullptr && button->isChecked()) || // shows the same again
           qobject_cast<const QLabel*>(widget) != nullptr;
}

/// Returns whether a menu opened; closes it.
bool pressKeys(const QList<Qt::Key>& keys)
{
    bool didOpen = false;
    QTimer::singleShot(0, QApplication::instance(), [&didOpen] {
        if (QWidget* menu = QApplication::activePopupWidget()) {
            didOpen = true;
            menu->close();
        }
    });
    for (const Qt::Key key : keys) {
        if (QApplication::focusWidget() != nullptr) {
            QTest::keyClick(QApplication::focusWidget(), key);
        }
    }
    QApplication::processEvents();
    return didOpen;
}

/// What stands on several pages with the same words is one control: the navigation, a page with and
/// without something on it.
QString controlOf(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return QStringLiteral("%1 %2 %3")
        .arg(widget.objectName(), button == nullptr ? QString{} : button->text(),
             button != nullptr && button->isChecked() ? QStringLiteral("on") : QString{});
}

/// A sight whose controls are pressed one after the other, as long as the next one can still be
/// used: another window in its place costs a quarter of a second.
class Pressing {
public:
    explicit Pressing(const Sight& sight) : m_sight(sight) { begin(); }

    [[nodiscard]] QWidget& shown() { return *m_shown; }
    /// Whether a press of the control of that name does something. Absent: records have another id
    /// each time, so it is not there any more; the first of such rows stands for it.
    std::optional<bool> press(const QString& name)
    {
        if (m_wasUsed && canUse(name) && pressHere(name)) {
            return true;
        }
        if (m_wasUsed) {
            begin(); // what stood before may be why
        }
        if (m_shown->findChild<QWidget*>(name) == nullptr) {
            return std::nullopt;
        }
        return pressHere(name);
    }

private:
    static int windows()
    {
        const auto all = QApplication::topLevelWidgets();
        return static_cast<int>(std::count_if(
            all.begin(), all.end(), [](const QWidget* window) { return window->isVisible(); }));
    }

    void begin()
    {
        m_scene.reset();
        m_scene = look(m_sight, {1280, 800});
        m_wasUsed = false;
        m_windows = windows();
        m_shown = m_scene->shown;
        QWidget& shown = *m_shown;
        const auto hear = [this] { m_wasHeard = true; }; // what is tried out, is not seen
        Shell& shell = *m_scene->shell;
        QObject::connect(&shell, &Shell::tryOutSoundRequested, &shown, hear);
        QObject::connect(&shell, &Shell::tryOutSpeechRequested, &shown, hear);
        // No printer, no file dialog in here.
        QObject::connect(&shell.visit(), &VisitShowing::printRequested, &shown, hear);
        QObject::connect(&shell.visit(), &VisitShowing::saveRequested, &shown, hear);
        hearDataWishes(shown, &shown, hear);
        if (auto* settings = qobject_cast<SettingsDialog*>(&shown)) {
            QObject::connect(settings, &SettingsDialog::exercisesRequested, &shown, hear);
        }
    }

    [[nodiscard]] bool canUse(const QString& name) const
    {
        const auto* stop = m_shown ? m_shown->findChild<QWidget*>(name) : nullptr;
        return stop != nullptr && stop->isVisible() && stop->isEnabled() && !doesNothing(stop) &&
               m_shown->isActiveWindow() && windows() == m_windows;
    }

    bool pressHere(const QString& name)
    {
        m_wasUsed = true;
        m_wasHeard = false;
        auto* stop = m_shown->findChild<QWidget*>(name);
        stop->setFocus(Qt::TabFocusReason);
        const QString before = stateOf(*m_scene);
        bool didSomething = false;
        for (const QList<Qt::Key>& keys : waysToPress(stop)) {
            didSomething =
                didSomething || pressKeys(keys) || m_wasHeard || stateOf(*m_scene) != before;
        }
        return didSomething;
    }

    const Sight& m_sight;
    std::unique_ptr<Scene> m_scene;
    /// A dialog goes when it is closed.
    QPointer<QWidget> m_shown;
    bool m_wasUsed = false;
    bool m_wasHeard = false;
    int m_windows = 0;
};

TEST(Keyboard, PressesEveryControl)
{
    std::set<QString> pressed;
    for (const Sight& sight : sights()) {
        if (std::string_view{sight.name}.ends_with(", one")) {
            continue; // all of it stands in the fuller ones, too
        }
        Pressing pressing{sight};
        QStringList names;
        for (const QWidget* stop : stopsOf(pressing.shown())) {
            if (!doesNothing(stop) && pressed.insert(controlOf(*stop)).second) {
                names << stop->objectName();
            }
        }
        names.removeAll(QStringLiteral("changedButton")); // on its own page it leads nowhere else
        names.removeAll(QStringLiteral("place_hip"));     // what it asks is asked already
        for (const QString& name : std::as_const(names)) {
            EXPECT_TRUE(pressing.press(name).value_or(true))
                << sight.name << ": " << qPrintable(name);
        }
    }
}

/// What Alt and a letter press is one thing alone: of two, neither would be pressed.
void expectLettersOfTheirOwn(const QWidget& shown, const char* where)
{
    QMap<QString, QStringList> owners;
    const auto add = [&](const QWidget& owner, const QString& text) {
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (!letter.isEmpty()) {
            owners[letter] << text + QLatin1String(" of ") + owner.objectName();
        }
    };
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        if (widget->window() != &shown || !widget->isVisible() || !widget->isEnabled()) {
            continue;
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            add(*button, button->text());
        } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->buddy() != nullptr && label->buddy()->isEnabled()) {
                add(*label, label->text());
            }
        }
    }
    for (auto letter = owners.cbegin(); letter != owners.cend(); ++letter) {
        EXPECT_EQ(letter->size(), 1) << where << ": " << qPrintable(letter.key()) << " is "
                                     << qPrintable(letter->join(QLatin1String(", ")));
    }
}

TEST(Names, AreThereForEveryControlOfEveryPageAndDialog)
{
    for (const Sight& sight : sights()) {
        const auto scene = look(sight, {1280, 800});
        for (const QWidget* widget : scene->shown->findChildren<QWidget*>()) {
            if (widget->window() == scene->shown && widget->isVisible() &&
                widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr &&
                !widget->objectName().startsWith(QLatin1String("qt_"))) {
                tests::expectNamed(*widget);
            }
        }
        expectLettersOfTheirOwn(*scene->shown, sight.name);
    }
}

} // namespace
} // namespace unclench::ui
