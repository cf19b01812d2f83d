// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep_tasks.h"

#include "core/store/backup_elsewhere.h"
#include "core/store/change_store.h"
#include "core/store/copies.h"
#include "core/store/database.h"

#include <exception>

namespace unclench {

bool isWhole(Database& database)
{
    std::string answer;
    database.each("PRAGMA quick_check(1)",
                  [&](SQLite::Statement& row) { answer = row.getColumn(0).getString(); });
    return answer == "ok";
}

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
    } catch (const StorageError&) {
        failed = std::current_exception(); // another disk may still have room
    }
    keepElsewhere(database, now);
    if (failed) {
        std::rethrow_exception(failed);
    }
}

} // namespace unclench
