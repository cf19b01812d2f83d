// SPDX-License-Identifier: GPL-3.0-or-later
// A PATH on which nothing stands but what a test puts there, each of which writes how it was
// called.
#pragma once

#include "tests/support/temp_folder.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <filesystem>
#include <string>

namespace unclench::tests {

/// Runs the event loop until `holds`; false where it never does.
template <class Holds>
[[nodiscard]] bool comes(Holds&& holds)
{
    const QDeadlineTimer end{20'000};
    QTimer asksAgain; // what ends elsewhere is no event
    asksAgain.start(5);
    while (!holds()) {
        if (end.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// Everything that was posted or has come has been heard.
inline void settle()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

class FakePrograms {
public:
    static constexpr const char* kDoes = "exit 0";
    static constexpr const char* kFails = "exit 1";
    /// Never ends, and neither does what it started. The second one's number stands in "hanging".
    static constexpr const char* kHangs = "/bin/sleep 1000 & echo $! > \"$here/hanging\"; wait";

    FakePrograms() : m_path(qgetenv("PATH")) { qputenv("PATH", m_folder.path().c_str()); }
    ~FakePrograms() { qputenv("PATH", m_path); }
    FakePrograms(const FakePrograms&) = delete;
    FakePrograms& operator=(const FakePrograms&) = delete;

    /// `does`: shell commands after the call was written.
    void add(const char* name, const char* does = kDoes)
    {
        const std::filesystem::path file = m_folder / name;
        writeBytes(file, "#!/bin/sh\nhere='" + m_folder.path().string() + "'\necho \"" + name +
                             " $*\" >> \"$here/calls\"\n" + does + "\n");
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }
    void remove(const char* name) { std::filesystem::remove(m_folder / name); }

    /// "name arguments" of each call, the first one first.
    [[nodiscard]] QStringList calls() const
    {
        return QString::fromStdString(bytesOf(m_folder / "calls"))
            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    /// The names alone.
    [[nodiscard]] QStringList called() const
    {
        QStringList names;
        for (const QString& call : calls()) {
            names << call.section(QLatin1Char(' '), 0, 0);
        }
        return names;
    }
    /// What `kHangs` started. Absent: it did not yet.
    [[nodiscard]] int hanging() const
    {
        return QByteArray::fromStdString(bytesOf(m_folder / "hanging")).trimmed().toInt();
    }
    [[nodiscard]] QString file(const char* name) const
    {
        return QString::fromStdString((m_folder / name).string());
    }

private:
    TempFolder m_folder;
    QByteArray m_path;
};

/// Whether the process is over; one that waits to be cleared up by its parent is.
[[nodiscard]] inline bool isOver(int pid)
{
    const std::string stat = bytesOf("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t name = stat.rfind(')');
    return name == std::string::npos || stat.substr(name + 2, 1) == "Z";
}

} // namespace unclench::tests
