// SPDX-License-Identifier: GPL-3.0-or-later
// What the system sends to end a program: at log-out and shutdown, by `kill`, by Ctrl+C in its
// terminal.
#pragma once

#include <QObject>

namespace unclench::app {

/// While it lives, what is typed is saved before such a signal ends the program, also one that
/// would stay for an alarm: the system waits for nobody. A second one of the same kind ends it at
/// once. At most one lives at a time.
class EndSignals : public QObject {
    Q_OBJECT
public:
    EndSignals();
    ~EndSignals() override;
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
};

} // namespace unclench::app
