// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows, parsed once for all tests of a program.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/knowledge/vocabulary.h"

namespace unclench::tests {

inline const Vocabulary& vocabulary()
{
    static const Vocabulary kVocabulary = Vocabulary::builtIn();
    return kVocabulary;
}

inline const RedFlags& redFlags()
{
    static const RedFlags kRedFlags = RedFlags::builtIn(vocabulary());
    return kRedFlags;
}

} // namespace unclench::tests
