// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer keeps of the window, outside the diary: its place, the colours, the language.
// The only place that knows QSettings.
#pragma once

#include "ui/dialogs/settings_view.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSettings>

#include <filesystem>

class QWidget;

namespace unclench::ui {

class WindowState {
public:
    /// `file` need not exist. Where it cannot be read or written, the defaults stand and nothing is
    /// said: none of this is worth a word.
    explicit WindowState(const std::filesystem::path& file);

    /// Gives `window` the place that it had, on a screen that exists. Before it is shown.
    void restore(QWidget& window) const;
    void save(const QWidget& window);

    /// Columns of History, as its page gives them; empty where none are kept.
    [[nodiscard]] QByteArray historyTable() const;
    void setHistoryTable(const QByteArray& state);

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// A language by its code, "de"; empty: that of the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);

    /// Writes now what would be written soon: afterwards the file may be deleted.
    void sync() { m_settings.sync(); }

private:
    QSettings m_settings;
};

/// A screen was taken away: moves `window` so that all of it lies on one that exists.
void bringIntoView(QWidget& window);

/// `wanted` as a whole inside that of `screens` that has most of it, smaller where it must be; the
/// first where none has any. Requires: at least one screen.
[[nodiscard]] QRect placedInside(const QRect& wanted, const QList<QRect>& screens);

/// `wanted` where enough of it to take hold of lies on one of `screens`; else moved onto the first
/// of them. Never larger than that screen, and its upper edge never above it. Requires: at least
/// one screen.
[[nodiscard]] QRect placedOnScreen(const QRect& wanted, const QList<QRect>& screens);

} // namespace unclench::ui
