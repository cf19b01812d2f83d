// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/upkeep.h"

#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/upkeep_tasks.h"

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
    if (!isDailyCopyDue(m_folder, now)) {
        return;
    }
    m_worker.start([this, now] {
        try {
            const auto database = Database::open(m_folder, {.access = Database::Access::Read});
            doDailyTasks(*database, now);
        } catch (const StorageError& error) {
            spdlog::warn("the daily copy could not be made: {}", error.what());
        }
    });
}

} // namespace unclench::app
