// SPDX-License-Identifier: GPL-3.0-or-later
// The members of every row, records or not, in the order of their columns: for flat_row.cpp and
// flat_reading.cpp alone.
#pragma once

#include "core/exchange/rows.h"

#include <optional>
#include <type_traits>

namespace unclench {

template <class T>
inline constexpr bool kIsMaybe = false;
template <class T>
inline constexpr bool kIsMaybe<std::optional<T>> = true;

/// What `fields` of a record is to these two, which have no stamp.
template <class Self, class Visit>
void flatFields(Self& version,
                Visit&& visit) requires std::is_same_v<std::remove_const_t<Self>, OldVersion>
{
    visit("kind", version.kind);
    visit("record_id", version.record);
    visit("replaced", version.replaced);
    visit("machine", version.machine);
    visit("old", version.old);
}
template <class Self, class Visit>
void flatFields(Self& erased,
                Visit&& visit) requires std::is_same_v<std::remove_const_t<Self>, ErasedRecord>
{
    visit("kind", erased.kind);
    visit("id", erased.id);
    visit("created", erased.created);
    visit("deleted", erased.deleted);
    visit("erased", erased.erased);
}
template <class Self, class Visit>
void flatFields(Self& record, Visit&& visit) requires requires
{
    record.stamp;
}
{
    visit("id", record.stamp.id);
    visit("created", record.stamp.created);
    visit("updated", record.stamp.updated);
    visit("machine", record.stamp.machine);
    visit("deleted", record.stamp.deleted);
    std::remove_const_t<Self>::fields(record, visit);
}

} // namespace unclench
