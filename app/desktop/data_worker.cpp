// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/data_worker.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

namespace unclench::app {

namespace {

/// Nobody sees less, and a hundred thousand records would tell a hundred thousand times.
constexpr double kToldStep = 0.01;

} // namespace

DataWorker::DataWorker()
{
    m_worker.setMaxThreadCount(1);
}

DataWorker::~DataWorker()
{
    cancel();
    m_worker.waitForDone();
}

void DataWorker::cancel()
{
    m_isCancelled = true;
}

bool DataWorker::start(Job job, Explain explain)
{
    if (m_isBusy) {
        return false;
    }
    m_isBusy = true;
    m_isCancelled = false;
    m_worker.start([this, job = std::move(job), explain = std::move(explain)] {
        m_told = 0;
        Q_EMIT progressed(0);
        QMetaObject::invokeMethod(
            this,
            [this, then = carryOut(job, explain)] {
                m_isBusy = false; // what follows may begin the next one
                then();
                if (!m_isBusy) {
                    Q_EMIT ended();
                }
            },
            Qt::QueuedConnection);
    });
    return true;
}

DataWorker::Then DataWorker::carryOut(const Job& job, const Explain& explain)
{
    try {
        return job([this](double share) {
            tell(share);
            return !m_isCancelled;
        });
    } catch (const Cancelled&) {
        return [this] { Q_EMIT cancelled(); };
    } catch (const StorageError&) {
        // A copy would lose what sort of StorageError it is.
        return [this, thrown = std::current_exception(), explain] {
            try {
                std::rethrow_exception(thrown);
            } catch (const StorageError& same) {
                spdlog::warn("work on the diary failed: {}", same.what());
                Q_EMIT failed(explain(same));
            }
        };
    }
}

void DataWorker::tell(double share)
{
    if (share >= m_told + kToldStep || share < m_told) {
        m_told = share;
        Q_EMIT progressed(share);
    }
}

} // namespace unclench::app
