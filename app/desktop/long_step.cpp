// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/long_step.h"

#include "core/store/file_error.h"
#include "ui/wording/problems.h"

#include <QProgressDialog>

#include <chrono>
#include <cmath>
#include <memory>

namespace unclench::app {

namespace {

/// What is done by then shows nothing that comes and goes.
constexpr std::chrono::milliseconds kShownAfter{500};

} // namespace

LongStep::LongStep(QWidget& window, ui::Bridge& bridge, DeskAround around)
    : m_window(window), m_bridge(bridge), m_around(std::move(around))
{
    connect(&bridge, &ui::Bridge::longStepRequested, this, &LongStep::begin);
    connect(&m_worker, &DataWorker::progressed, this, [this](double share) {
        if (m_progress) {
            m_progress->setValue(static_cast<int>(std::lround(share * 100)));
        }
    });
    connect(&m_worker, &DataWorker::cancelled, this,
            [this] { m_bridge.refuse(tr("Cancelled. Nothing was changed.")); });
    connect(&m_worker, &DataWorker::failed, &bridge, &ui::Bridge::refuse);
    connect(&m_worker, &DataWorker::ended, this, &LongStep::end);
}

LongStep::~LongStep() = default;

void LongStep::begin(const Undo& step, ui::Bridge::Pile to)
{
    if (m_worker.isBusy()) {
        m_bridge.giveBack(step, to);
        m_bridge.refuse(tr("The step before is not done yet. Wait a moment, and try again."));
        return;
    }
    m_step.emplace(step, to);
    showProgress();
    if (step.copy.empty()) {
        revert(step);
    } else {
        restore(step);
    }
}

void LongStep::restore(const Undo& step)
{
    m_worker.start(
        [this, around = m_around, copy = step.copy](const Progress& progress) -> DataWorker::Then {
            OwnEngine engine{around};
            const Restored restored = engine->restore(copy, progress);
            return [this, undo = restored.undo] { accept(undo); };
        },
        [ofDiary = m_around.explain, copy = step.copy](const StorageError& error) {
            return dynamic_cast<const FileError*>(&error) != nullptr
                       ? tr("%1 cannot be read. Your diary is as it was.")
                             .arg(QString::fromStdString(copy.string()))
                       : ofDiary(error);
        });
}

void LongStep::revert(const Undo& step)
{
    m_worker.start(
        [this, around = m_around, step](const Progress& progress) -> DataWorker::Then {
            OwnEngine engine{around};
            auto result = std::make_shared<Result<Saved>>(engine->journal().revert(step, progress));
            return [this, result] {
                if (auto* saved = std::get_if<Saved>(result.get())) {
                    accept(std::move(saved->undo));
                    return;
                }
                m_step.reset(); // it never becomes possible again
                m_bridge.refuse(ui::wording::problems(
                    std::get<Problems>(*result), m_around.vocabulary, m_around.clock.now().wall));
            };
        },
        m_around.explain);
}

void LongStep::accept(Undo undo)
{
    const ui::Bridge::Pile to = m_step->second;
    m_step.reset();
    m_bridge.acceptStep(std::move(undo), to);
    Q_EMIT done();
}

void LongStep::end()
{
    delete m_progress;
    if (m_step) {
        m_bridge.giveBack(std::move(m_step->first), m_step->second);
        m_step.reset();
    }
}

void LongStep::showProgress()
{
    m_progress = new QProgressDialog{
        m_step->second == ui::Bridge::Pile::Redo ? tr("Taking it back…") : tr("Doing it again…"),
        tr("Cancel"), 0, 100, &m_window};
    m_progress->setObjectName(QStringLiteral("longStepProgress"));
    m_progress->setWindowTitle(tr("Unclench"));
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(static_cast<int>(kShownAfter.count()));
    connect(m_progress, &QProgressDialog::canceled, this, [this] { m_worker.cancel(); });
}

} // namespace unclench::app
