// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_preview.h"

#include "core/store/record_table.h"

namespace unclench {

ImportPreview previewOf(Database& staged, Database& diary)
{
    ImportPreview preview;
    forEachKind([&]<class Record>(const Record&) {
        RecordTable<Record>{staged}.each("", [&](const Record& record) {
            const auto stands = RecordTable<Record>{diary}.find(record.stamp.id);
            if (stands) {
                ++(*stands == record ? preview.alike : preview.different);
                return;
            }
            const auto erased =
                diary.number("SELECT count(*) FROM erased WHERE id = ?", record.stamp.id.text());
            ++(erased > 0 ? preview.erased : preview.fresh);
        });
    });
    return preview;
}

} // namespace unclench
