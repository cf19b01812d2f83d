// SPDX-License-Identifier: GPL-3.0-or-later
// A diary that was opened, on its way into a window.
#pragma once

#include "core/store/database.h"

#include <QString>

#include <memory>

namespace unclench::app {

struct OpenedFile {
    std::unique_ptr<Database> database;
    /// What to say of it first. Empty: there is nothing to say.
    QString notice;
    /// What could be read of a damaged diary: it lies in memory, and nothing is done for its file.
    bool isForReadingAlone = false;
};

} // namespace unclench::app
