// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept_over.h"

#include "core/store/alert_store.h"
#include "core/store/record_table.h"

#include <utility>

namespace unclench {

namespace {

bool isOpenEmergency(const Alert& alert)
{
    return alert.level == Level::Emergency && !alert.isClosed() && !alert.stamp.isDeleted();
}

} // namespace

OpenEmergencies openEmergencies(Database& database)
{
    OpenEmergencies open;
    AlertStore store{database};
    for (Alert& alert : store.active()) {
        if (isOpenEmergency(alert)) {
            auto steps = store.stepsOf(alert.stamp.id);
            open.steps.insert(open.steps.end(), steps.begin(), steps.end());
            open.alerts.push_back(std::move(alert));
        }
    }
    return open;
}

int keepEmergencies(Database& diary, const OpenEmergencies& emergencies)
{
    int stillOpen = 0;
    RecordTable<Alert> alerts{diary};
    for (const Alert& alert : emergencies.alerts) {
        const auto stored = alerts.find(alert.stamp.id);
        // Only a person ends an emergency, and then it is closed at that level.
        const bool isLater = stored && stored->level == Level::Emergency &&
                             !stored->stamp.isDeleted() &&
                             stored->stamp.updated > alert.stamp.updated;
        if (!isLater) {
            putRecord(diary, alert);
        }
        stillOpen += !isLater || isOpenEmergency(*stored) ? 1 : 0;
    }
    RecordTable<AlertStep> steps{diary};
    for (const AlertStep& step : emergencies.steps) {
        if (!steps.find(step.stamp.id)) {
            steps.insert(step);
        }
    }
    return stillOpen;
}

void putRecord(Database& diary, const AnyRecord& record)
{
    std::visit(
        [&]<class Record>(const Record& one) {
            RecordTable<Record> table{diary};
            if (table.find(one.stamp.id)) {
                table.update(one);
            } else {
                table.insert(one);
            }
        },
        record);
}

} // namespace unclench
