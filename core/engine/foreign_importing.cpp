// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/foreign_importing.h"

#include "core/engine/engine.h"
#include "core/store/record_merge.h"

#include <cassert>
#include <utility>

namespace unclench {

namespace {

/// What another program's records are handed to.
class ArrivalSink : public RowSink {
public:
    ArrivalSink(Database& diary, bool bringsBack) : m_standingBack(diary, bringsBack) {}

    [[nodiscard]] std::optional<std::string> add(const AnyRecord& record) override
    {
        AnyRecord arranged = record;
        const Arrival arrival = m_standingBack.arrange(arranged);
        take(arrival, std::move(arranged));
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> add(const OldVersion&) override
    {
        return "no_diary_of_ours";
    }
    [[nodiscard]] std::optional<std::string> add(const ErasedRecord&) override
    {
        return "no_diary_of_ours";
    }

    [[nodiscard]] const StandingBack& standingBack() const { return m_standingBack; }

protected:
    virtual void take(Arrival /*arrival*/, AnyRecord /*record*/) {} // looked at is enough

private:
    StandingBack m_standingBack;
};

/// The same, and they go into the diary.
class TakingSink : public ArrivalSink {
public:
    /// Requires what RecordMerge does.
    TakingSink(Database& diary, bool bringsBack, UtcTime now, const MergeListener& listener)
        : ArrivalSink(diary, bringsBack), m_merge(diary, now, listener)
    {
        diary.run("PRAGMA defer_foreign_keys = ON"); // a part may come before its spasm
    }

    [[nodiscard]] MergeCounts finish() { return m_merge.finish(); }

protected:
    void take(Arrival arrival, AnyRecord record) override
    {
        switch (arrival) {
        case Arrival::New: m_merge.add(record); break;
        case Arrival::Here: m_merge.countAlike(); break;
        case Arrival::Merge: m_merge.take(std::move(record)); break;
        }
    }

private:
    RecordMerge m_merge;
};

} // namespace

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

ForeignRecords
ForeignImport::makeRecords(RowSink& sink, Database& diary, const Progress& progress) const
{
    assert(m_preview.plan && "what cannot be read cannot be taken");
    ForeignTarget target{sink, diary.machine(), m_preview.now.utc, DiaryStore{diary}.medicines()};
    return runImport(m_file, m_preview, m_words, target, progress);
}

ForeignBrings
ForeignImport::brings(Database& diary, bool bringsBack, const Progress& progress) const
{
    ArrivalSink sink{diary, bringsBack};
    const ForeignRecords made = makeRecords(sink, diary, progress);
    return {made, sink.standingBack().preview(), sink.standingBack().counts()};
}

ForeignTaken ForeignImport::into(Engine& engine, bool bringsBack, const Progress& progress) const
{
    Database& diary = engine.database();
    ForeignTaken taken;
    taken.merged = engine.takeIn(
        MergeReason::Import,
        [&](UtcTime now, const MergeListener& listener, const Progress& share) {
            TakingSink sink{diary, bringsBack, now, listener};
            const ForeignRecords made = makeRecords(sink, diary, share);
            taken.brings = {made, sink.standingBack().preview(), sink.standingBack().counts()};
            return sink.finish();
        },
        progress);
    return taken;
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
    const auto& records = std::get<std::vector<AnyRecord>>(made);
    PaperTaken taken;
    taken.merged = engine.takeIn(
        MergeReason::Import,
        [&](UtcTime now, const MergeListener& listener, const Progress&) {
            TakingSink sink{engine.database(), true, now, listener};
            for (const AnyRecord& record : records) {
                [[maybe_unused]] const auto refused = sink.add(record);
                assert(!refused && "a record is taken");
            }
            taken.stoodBack = sink.standingBack().counts();
            return sink.finish();
        },
        progress);
    return taken;
}

} // namespace unclench
