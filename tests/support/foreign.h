// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs, and what comes of them.
#pragma once

#include "core/exchange/foreign_import.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace unclench::tests {

/// Keeps what it is given.
class KeptRows : public RowSink {
public:
    std::vector<AnyRecord> records;

    [[nodiscard]] std::optional<std::string> add(const AnyRecord& record) override
    {
        records.push_back(record);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> add(const OldVersion&) override
    {
        return "not expected";
    }
    [[nodiscard]] std::optional<std::string> add(const ErasedRecord&) override
    {
        return "not expected";
    }
};

template <class Record>
[[nodiscard]] std::vector<Record> recordsOf(const std::vector<AnyRecord>& all)
{
    std::vector<Record> found;
    for (const AnyRecord& record : all) {
        if (const auto* one = std::get_if<Record>(&record)) {
            found.push_back(*one);
        }
    }
    return found;
}

/// One file, looked at in Berlin on 2 March 2026.
class ForeignFile {
public:
    explicit ForeignFile(std::string_view bytes) { writeBytes(path(), bytes); }

    [[nodiscard]] std::filesystem::path path() const { return m_folder / "diary.csv"; }
    [[nodiscard]] ForeignPreview preview(const ForeignWish& wish = {}) const
    {
        return previewImport(path(), wish, {m_words, Zone::named("Europe/Berlin", {}), m_now}, {});
    }
    /// Requires: a preview without problems.
    [[nodiscard]] std::vector<AnyRecord> records(const ForeignWish& wish = {}) const
    {
        KeptRows sink;
        ForeignTarget target{sink, "0123456789ab", m_now.utc, {}};
        runImport(path(), preview(wish), m_words, target, {});
        return sink.records;
    }
    [[nodiscard]] const ForeignWords& words() const { return m_words; }

private:
    TempFolder m_folder;
    Vocabulary m_vocabulary = Vocabulary::builtIn();
    ForeignWords m_words{m_vocabulary};
    Moment m_now = at("2026-03-02T08:00:00+01:00");
};

/// The faults of a preview with their lines: "wrong_width 3".
[[nodiscard]] inline std::vector<std::string> faultsOf(const ForeignPreview& preview)
{
    std::vector<std::string> faults;
    for (const ForeignProblem& problem : preview.problems.first()) {
        faults.push_back(std::string{toId(problem.fault)} + " " + std::to_string(problem.line));
    }
    return faults;
}

} // namespace unclench::tests
