// SPDX-License-Identifier: GPL-3.0-or-later
// What asks in the window: the questions page, the card of *Now* and *Something changed*, wired to
// their bridges.
#pragma once

#include "ui/asking_bridge.h"
#include "ui/changed_bridge.h"

namespace unclench::ui {

class ChangedPage;
class MainWindow;
class QuestionsPage;

class AskingShowing : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    AskingShowing(Engine& engine,
                  Bridge& bridge,
                  MainWindow& window,
                  const Words& words,
                  const std::function<QString(const StorageError&)>& explain);

    [[nodiscard]] AskingBridge& asking() { return m_asking; }
    /// Has what is half answered or typed saved. False: some of it could not be.
    bool saveDrafts();

public Q_SLOTS:
    void showQuestions();
    void showChanged();

private:
    void connectQuestions();
    void connectChanged();

    Bridge& m_bridge;
    MainWindow& m_window;
    QuestionsPage* m_questionsPage;
    ChangedPage* m_changedPage;
    AskingBridge m_asking;
    ChangedBridge m_changed;
};

} // namespace unclench::ui
