// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/foreign_importing.h"

#include "core/engine/engine.h"

#include <cassert>
#include <utility>

namespace unclench {

ForeignImport::ForeignImport(std::filesystem::path file,
                             const ForeignWish& wish,
                             const Zone& zone,
                             const Moment& now,
                             const Vocabulary& vocabulary,
                             const Progress& progress)
    : m_file(std::move(file)), m_words(vocabulary),
      m_preview(previewImport(m_file, wish, {m_words, zone, now}, progress))
{
}

bool ForeignImport::canBeTaken(bool skipsBroken) const
{
    return m_preview.plan && (skipsBroken || m_preview.problems.isEmpty());
}

ForeignBrings ForeignImport::stage(Database& diary, bool bringsBack, const Progress& progress)
{
    assert(m_preview.plan && "what cannot be read cannot be taken");
    ForeignBrings brings;
    ForeignTarget target{m_staged, diary.machine(), m_preview.now.utc,
                         DiaryStore{diary}.medicines()};
    brings.made = runImport(m_file, m_preview, m_words, target, progress);
    [[maybe_unused]] const auto orphans = m_staged.finish();
    assert(orphans.empty() && "each record names what was made before");
    brings.stoodBack = standBack(m_staged.database(), diary, bringsBack);
    brings.preview = previewOf(m_staged.database(), diary);
    return brings;
}

Merged ForeignImport::into(Engine& engine, const Progress& progress)
{
    return engine.merge(m_staged.database(), MergeReason::Import, progress);
}

std::variant<PaperTaken, std::vector<ForeignProblem>> takePaper(Engine& engine,
                                                                const std::vector<PaperLine>& lines,
                                                                const Zone& zone,
                                                                const Progress& progress)
{
    auto made = recordsOfPaper(lines, zone, engine.now().wall, engine.database().machine(),
                               engine.vocabulary());
    if (auto* problems = std::get_if<std::vector<ForeignProblem>>(&made)) {
        return std::move(*problems);
    }
    StagedDiary staged;
    for (const AnyRecord& record : std::get<std::vector<AnyRecord>>(made)) {
        [[maybe_unused]] const auto refused = staged.add(record);
        assert(!refused && "what a line makes is a record");
    }
    [[maybe_unused]] const auto orphans = staged.finish();
    assert(orphans.empty() && "each record names what was made before");
    PaperTaken taken;
    taken.stoodBack = standBack(staged.database(), engine.database(), true);
    taken.merged = engine.merge(staged.database(), MergeReason::Import, progress);
    return taken;
}

} // namespace unclench
