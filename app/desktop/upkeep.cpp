// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/upkeep.h"

#include "core/store/backup_elsewhere.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/upkeep_tasks.h"
#include "core/store/wholeness.h"

#include <spdlog/spdlog.h>

namespace unclench::app {

Upkeep::Upkeep(std::filesystem::path folder, const Clock& clock)
    : m_folder(std::move(folder)), m_clock(clock)
{
    m_worker.setMaxThreadCount(1);
}

Upkeep::~Upkeep()
{
    m_worker.waitForDone();
}

void Upkeep::check()
{
    m_worker.start([this, now = m_clock.now().wall] {
        try {
            const auto database = Database::open(m_folder, {.access = Database::Access::Read});
            if (isWhole(*database)) {
                eraseOld(*database, now);
            } else {
                Q_EMIT foundDamage();
            }
        } catch (const StorageError& error) {
            spdlog::warn("the check could not be made: {}", error.what());
            if (error.fault() == StorageFault::Damaged) {
                Q_EMIT foundDamage();
            }
        }
    });
}

void Upkeep::copyIfDue()
{
    const Moment now = m_clock.now().wall;
    if (isDailyCopyDue(m_folder, now) || isAwaitedThere()) {
        m_worker.start([this, now] { copy(now); });
    }
}

bool Upkeep::isAwaitedThere() const
{
    const std::lock_guard lock{m_mutex};
    std::error_code error;
    return m_elsewhere && m_elsewhere->fault == TargetFault::NotThere &&
           std::filesystem::is_directory(m_elsewhere->folder, error);
}

void Upkeep::copy(const Moment& now)
{
    std::optional<KeptElsewhere> kept;
    try {
        const auto database = Database::open(m_folder, {.access = Database::Access::Read});
        try {
            doDailyTasks(*database, now);
        } catch (const StorageError& error) {
            spdlog::warn("the daily copy could not be made: {}", error.what());
        }
        kept = keptElsewhere(*database);
    } catch (const StorageError& error) {
        spdlog::warn("the daily copy could not be made: {}", error.what());
        return;
    }
    bool isNews = false;
    {
        const std::lock_guard lock{m_mutex};
        isNews = kept && kept->fault && (!m_elsewhere || m_elsewhere->fault != kept->fault);
        m_elsewhere = kept;
    }
    if (isNews) {
        spdlog::warn("the copy elsewhere could not be made: {}", toId(*kept->fault));
        Q_EMIT copyElsewhereFailed(*kept);
    }
}

} // namespace unclench::app
