// SPDX-License-Identifier: GPL-3.0-or-later
// Rows straight from the pages of a SQLite file, page by page: what is readable where the way that
// leads there, or the list of tables, is not.
#pragma once

#include "core/store/raw_row.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace unclench {

/// Calls `row` for each row that can be taken apart on a page that is in use, of whatever table;
/// `isTable` is false for rows of indexes and of tables without rowid. Stops nowhere: what cannot
/// be taken apart is passed over. `bytes` are whole pages.
void eachLeafRow(std::string_view bytes,
                 std::uint32_t pageSize,
                 const std::function<void(bool isTable, const RawRow& row)>& row);

} // namespace unclench
