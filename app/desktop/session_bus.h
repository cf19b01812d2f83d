// SPDX-License-Identifier: GPL-3.0-or-later
// What Unclench says and hears on the session bus; docs/command-line.md names the signals.
#pragma once

#include <QObject>

#include <filesystem>

namespace unclench::app {

/// Whether there is a session bus without starting one (libdbus would, where it only sees a
/// display).
[[nodiscard]] bool hasSessionBus();

/// Tells windows and background programs on `folder` that its diary was changed. Nothing without a
/// bus.
void announceChange(const std::filesystem::path& folder);

/// Asks the program that runs on `folder` to raise its window. Nothing without a bus.
void askToRaise(const std::filesystem::path& folder, bool isSpasm);

/// Hears what other processes say about one folder.
class BusListener : public QObject {
    Q_OBJECT
public:
    /// `ownsName`: this program answers to the application's name (the default folder's does).
    BusListener(const std::filesystem::path& folder, bool ownsName);

Q_SIGNALS:
    void changedElsewhere();
    void raiseRequested(bool isSpasm);

private Q_SLOTS:
    void onChanged(const QString& folder);
    void onRaise(const QString& folder, bool isSpasm);

private:
    QString m_folder;
};

} // namespace unclench::app
