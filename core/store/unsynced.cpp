// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/unsynced.h"

#include "core/store/storage_error.h"

#include <cassert>

namespace unclench {

Unsynced::~Unsynced()
{
    try {
        m_database.script("PRAGMA synchronous = FULL");
    } catch (const StorageError&) {
        assert(false && "a pragma that touches no file cannot fail");
    }
}

} // namespace unclench
