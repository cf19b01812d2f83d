// SPDX-License-Identifier: GPL-3.0-or-later
// The files of resources/knowledge. They are built into the program; a broken one must be refused
// with its place, not taken by half.
#include "core/knowledge/care.h"
#include "core/knowledge/emergency_numbers.h"
#include "core/knowledge/guide.h"
#include "core/knowledge/red_flags.h"
#include "core/knowledge/vocabulary.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/targets.h"

namespace unclench::fuzz {

namespace {

constexpr std::string_view kOneSource = R"({"sources":[{"id":"nhs","title":"NHS"}]})";

void parseKnowledge(char which, std::string_view bytes)
{
    static const Vocabulary kVocabulary = Vocabulary::builtIn();
    switch (which) {
    case 'v': static_cast<void>(Vocabulary::parse(bytes, kOneSource)); break;
    case 's': static_cast<void>(Vocabulary::parse("{}", bytes)); break;
    case 'e': static_cast<void>(EmergencyNumbers::parse(bytes)); break;
    case 'g': static_cast<void>(Guide::parse(bytes, kVocabulary)); break;
    case 'c': static_cast<void>(CareRules::parse(bytes, kVocabulary)); break;
    case 'r': static_cast<void>(RedFlags::parse(bytes, kVocabulary)); break;
    default: break;
    }
}

} // namespace

void knowledge(std::string_view bytes)
{
    if (bytes.empty()) {
        return;
    }
    try {
        parseKnowledge(bytes.front(), bytes.substr(1));
    } catch (const KnowledgeError& error) {
        promise(std::string_view{error.what()}.find(".json") != std::string_view::npos,
                "a fault names its file");
    }
}

} // namespace unclench::fuzz
