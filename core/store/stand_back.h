// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from another program a second time stands back for what the diary makes of it by now.
#pragma once

#include "core/diary/record.h"
#include "core/store/import_preview.h"

#include <array>
#include <map>
#include <optional>
#include <variant>

namespace unclench {

class Database;

/// Numbers of records that come.
struct StoodBack {
    /// Here already; as they are here, they stay.
    int kept = 0;
    /// Deleted here, or part of a spasm that was.
    int deleted = 0;
};

/// What is to be done with a record.
enum class Arrival {
    /// It is not here: it is added.
    New,
    /// It is here: nothing is done.
    Here,
    /// Its later version stands, as in any merge.
    Merge,
};

/// Looks at records one by one, before any of them is taken into the diary. Throws StorageError.
class StandingBack {
public:
    /// `bringsBack`: what was deleted in `diary` comes back. `diary` must outlive it.
    StandingBack(Database& diary, bool bringsBack);

    /// Changes `record` so that doing what is returned touches nothing that is here: what was
    /// changed stays so, what was deleted stays deleted.
    [[nodiscard]] Arrival arrange(AnyRecord& record);

    [[nodiscard]] const StoodBack& counts() const { return m_counts; }
    /// What taking them would bring.
    [[nodiscard]] const ImportPreview& preview() const { return m_preview; }

private:
    template <class Record>
    [[nodiscard]] Arrival arrangeOne(Record& record);
    template <class Record>
    [[nodiscard]] Arrival arrangeFor(Record& record, const Record& here);

    /// When the record was deleted whose content is gone. Absent: it was not.
    [[nodiscard]] std::optional<UtcTime> erasedSince(const Uuid& id);

    Database& m_diary;
    bool m_bringsBack;
    /// Kinds of which nothing was here: nothing needs to be looked for.
    std::array<bool, std::variant_size_v<AnyRecord>> m_isAnyHere{};
    bool m_isAnyErased;
    /// With when each was deleted; none where they come back.
    std::map<Uuid, UtcTime> m_deletedEpisodes;
    StoodBack m_counts;
    ImportPreview m_preview;
};

} // namespace unclench
