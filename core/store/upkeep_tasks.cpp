// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep_tasks.h"

#include "core/store/backup_elsewhere.h"
#include "core/store/change_store.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/machine_settings.h"
#include "core/store/wholeness.h"

#include <exception>

namespace unclench {

namespace {

void rememberDamage(Database& database)
{
    try {
        Transaction transaction{database};
        setMachineSetting(database, MachineSetting::DamageFound, "yes");
        transaction.commit();
    } catch (const StorageError& error) {
        if (error.fault() != StorageFault::Damaged) {
            throw;
        }
        // It is so broken that each command will say so.
    }
}

} // namespace

void eraseOld(Database& database, const Moment& now)
{
    if (database.file().empty() || database.isReadOnly()) {
        return;
    }
    Transaction transaction{database};
    ChangeStore{database}.eraseDeleted(now.utc - kRestorable, now.utc);
    transaction.commit();
}

void doDailyTasks(Database& database, const Moment& now)
{
    if (database.file().empty() || database.isReadOnly()) {
        return;
    }
    eraseOld(database, now);
    std::exception_ptr failed;
    try {
        makeDailyCopy(database, now);
    } catch (const StorageError& error) {
        if (error.fault() == StorageFault::Damaged) {
            rememberDamage(database);
            throw; // no copy of that takes the place of a good one, wherever
        }
        failed = std::current_exception(); // another disk may still have room
    }
    keepElsewhere(database, now);
    if (failed) {
        std::rethrow_exception(failed);
    }
}

bool isFoundDamaged(Database& database)
{
    return machineSetting(database, MachineSetting::DamageFound) && !isWhole(database);
}

} // namespace unclench
