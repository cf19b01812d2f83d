// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold in the window: the cards and the dial of *Now*, and the pages before and after a
// session, wired to their bridge.
#pragma once

#include "ui/care_bridge.h"

namespace unclench::ui {

class CareAfter;
class CareQuestions;
class MainWindow;

class CareShowing : public QObject {
    Q_OBJECT
public:
    /// All must outlive it; the window owns what is shown.
    CareShowing(Engine& engine,
                Bridge& bridge,
                MainWindow& window,
                const Words& words,
                const std::function<QString(const StorageError&)>& explain);

    [[nodiscard]] CareBridge& care() { return m_care; }
    /// The dial is in view, so that its seconds are.
    [[nodiscard]] bool isDialSeen() const;
    /// Until what is in view changes by time alone. Absent: it does not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTick();

private:
    void connectNow();
    void connectPages();

    Bridge& m_bridge;
    MainWindow& m_window;
    CareQuestions* m_questions;
    CareAfter* m_after;
    CareBridge m_care;
};

} // namespace unclench::ui
