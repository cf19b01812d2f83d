// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows, under short names.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/knowledge/vocabulary.h"

namespace unclench::tests {

inline const Vocabulary& vocabulary()
{
    return Vocabulary::builtIn();
}

inline const RedFlags& redFlags()
{
    return RedFlags::builtIn();
}

} // namespace unclench::tests
