// SPDX-License-Identifier: GPL-3.0-or-later
// Rows whose table is damaged, put together from the indexes that hold parts of them.
#pragma once

#include "core/store/damaged_file.h"
#include "core/store/rescued.h"

#include <map>
#include <string>

namespace unclench {

/// What was written in notes, by the record that it belongs to: they are kept once more for the
/// search.
using KeptNotes = std::map<std::string, std::string>;

/// Takes into `rescued` what indexes of `file` hold of rows that are not taken yet, and notes
/// which rows are known of and could not be taken. `offsets`: the offset from UTC, in minutes, that
/// held at some moments (UTC ms). True: it is known of every row of this kind that it was there.
bool takeFromIndexes(DamagedFile& file,
                     RecordKind kind,
                     const KeptNotes& notes,
                     const std::map<std::int64_t, std::int64_t>& offsets,
                     Rescued& rescued);

} // namespace unclench
