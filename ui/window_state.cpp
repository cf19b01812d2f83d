// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_state.h"

#include "ui/dialogs/dialog_size.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace unclench::ui {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kMaximized = QStringLiteral("window/maximized");
const QString kHistoryTable = QStringLiteral("history/table");
const QString kAppearance = QStringLiteral("appearance");
const QString kLanguage = QStringLiteral("language");

QList<QRect> screensThatExist()
{
    QList<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens()) {
        screens << screen->availableGeometry();
    }
    return screens;
}

} // namespace

WindowState::WindowState(const std::filesystem::path& file)
    : m_settings(QString::fromStdString(file.string()), QSettings::IniFormat)
{
}

void WindowState::restore(QWidget& window) const
{
    const QRect kept = m_settings.value(kGeometry).toRect();
    if (auto screens = screensThatExist(); kept.isValid() && !screens.isEmpty()) {
        const int frame = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
        for (QRect& screen : screens) {
            screen.setTop(screen.top() + frame); // the title stands above the place that is kept
        }
        window.setGeometry(placedOnScreen(kept, screens));
    } else if (!kept.isValid()) {
        window.resize(onScreen(window, window.size()));
    }
    if (m_settings.value(kMaximized).toBool()) {
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
    }
}

void WindowState::save(const QWidget& window)
{
    const QRect usual =
        window.isMaximized() || window.isFullScreen() ? window.normalGeometry() : window.geometry();
    m_settings.setValue(kGeometry, usual);
    m_settings.setValue(kMaximized, window.isMaximized());
    m_settings.sync();
}

QByteArray WindowState::historyTable() const
{
    return m_settings.value(kHistoryTable).toByteArray();
}

void WindowState::setHistoryTable(const QByteArray& state)
{
    if (state != historyTable()) {
        m_settings.setValue(kHistoryTable, state);
        m_settings.sync();
    }
}

Appearance WindowState::appearance() const
{
    return fromId<Appearance>(m_settings.value(kAppearance).toString().toStdString())
        .value_or(Appearance::System);
}

void WindowState::setAppearance(Appearance appearance)
{
    const std::string_view id = toId(appearance);
    m_settings.setValue(kAppearance,
                        QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
    m_settings.sync();
}

QString WindowState::language() const
{
    return m_settings.value(kLanguage).toString();
}

void WindowState::setLanguage(const QString& code)
{
    m_settings.setValue(kLanguage, code);
    m_settings.sync();
}

void bringIntoView(QWidget& window)
{
    const auto screens = screensThatExist();
    if (screens.isEmpty() || window.isMaximized() || window.isFullScreen()) {
        return; // another screen will come; what fills a screen follows the desktop
    }
    const QRect frame = window.frameGeometry();
    const QRect placed = placedInside(frame, screens);
    if (placed != frame) {
        window.resize(window.size() - (frame.size() - placed.size()));
        window.move(placed.topLeft());
    }
}

QRect placedInside(const QRect& wanted, const QList<QRect>& screens)
{
    const auto common = [&](const QRect& screen) {
        const QRect shared = screen.intersected(wanted);
        return qint64{shared.width()} * shared.height();
    };
    const QRect screen =
        *std::max_element(screens.begin(), screens.end(),
                          [&](const QRect& a, const QRect& b) { return common(a) < common(b); });
    QRect placed = wanted;
    placed.setSize(wanted.size().boundedTo(screen.size()));
    placed.moveLeft(std::clamp(placed.left(), screen.left(), screen.right() - placed.width() + 1));
    placed.moveTop(std::clamp(placed.top(), screen.top(), screen.bottom() - placed.height() + 1));
    return placed;
}

QRect placedOnScreen(const QRect& wanted, const QList<QRect>& screens)
{
    constexpr int kGrip = 64; // this much of the upper edge must be there to take hold of
    QRect screen = screens.first();
    bool isReachable = false;
    for (const QRect& each : screens) {
        const QRect edge{wanted.left(), wanted.top(), wanted.width(), kGrip};
        const QRect common = each.intersected(edge);
        if (common.width() >= std::min(kGrip, wanted.width()) && common.height() >= kGrip / 2) {
            screen = each;
            isReachable = true;
            break;
        }
    }
    QRect placed = wanted;
    placed.setSize(wanted.size().boundedTo(screen.size()));
    if (!isReachable) {
        placed.moveCenter(screen.center());
    }
    placed.moveTop(std::max(placed.top(), screen.top()));
    return placed;
}

} // namespace unclench::ui
