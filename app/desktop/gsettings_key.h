// SPDX-License-Identifier: GPL-3.0-or-later
// One key of GNOME's settings, which are on no bus that could be asked: `gsettings` tells.
#pragma once

#include <QObject>
#include <QString>

class QProcess;

namespace unclench::app {

/// Runs `gsettings monitor` for as long as it lives, and `gsettings get` once when that starts. A
/// monitor that ends is started again, a few times without a word from it. Where there is no
/// `gsettings`, or no such key, the value stays empty.
class GsettingsKey : public QObject {
    Q_OBJECT
public:
    GsettingsKey(const QString& schema, const QString& key);
    ~GsettingsKey() override;

    /// As `gsettings` writes it. Empty: not known.
    [[nodiscard]] const QString& value() const { return m_value; }

Q_SIGNALS:
    void changed();

private:
    void start();
    QProcess* run(const QString& command);
    void end(QProcess*& process);
    void set(const QString& value);

    QString m_schema;
    QString m_key;
    QProcess* m_monitor = nullptr;
    /// Absent: answered, or superseded by what the monitor said.
    QProcess* m_get = nullptr;
    int m_starts = 0;
    QString m_value;
};

} // namespace unclench::app
