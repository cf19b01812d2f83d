// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back what takes long: a restore, or an import of a hundred thousand rows.
#pragma once

#include "app/desktop/data_worker.h"
#include "app/desktop/own_engine.h"
#include "ui/bridge.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <utility>

class QProgressDialog;
class QWidget;

namespace unclench::app {

/// Carries out what `Bridge::longStepRequested` wishes while the window stays alive, on a
/// connection of its own. How far it is stands over the window, where it can be cancelled; what
/// came to nothing can be wished for again.
class LongStep : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    LongStep(QWidget& window, ui::Bridge& bridge, DeskAround around);
    ~LongStep() override;

Q_SIGNALS:
    /// The diary is another one now.
    void done();

private:
    void begin(const Undo& step, ui::Bridge::Pile to);
    void restore(const Undo& step);
    void revert(const Undo& step);
    /// Of what carried the step out: what takes that back in turn.
    void accept(Undo undo);
    void end();
    void showProgress();

    QWidget& m_window;
    ui::Bridge& m_bridge;
    DeskAround m_around;
    /// What is being carried out, and the pile that its reverse goes to.
    std::optional<std::pair<Undo, ui::Bridge::Pile>> m_step;
    QPointer<QProgressDialog> m_progress;
    DataWorker m_worker;
};

} // namespace unclench::app
