// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_import.h"

#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"
#include "core/store/file_error.h"

#include <algorithm>
#include <cerrno>
#include <functional>

namespace unclench {

namespace {

/// So many different things that are left out are named.
constexpr std::size_t kMostVarieties = 20;

/// How far it is when a file is read several times.
class ForeignPasses {
public:
    ForeignPasses(const Progress& progress, std::int64_t bytes, int passes)
        : m_progress(progress), m_total(static_cast<double>(bytes) * passes)
    {
    }

    [[nodiscard]] std::function<void(std::int64_t)> counter()
    {
        return [this](std::int64_t bytes) {
            m_done += static_cast<double>(bytes);
            if (m_total > 0) {
                tell(m_progress, std::min(1.0, m_done / m_total));
            }
        };
    }

private:
    const Progress& m_progress;
    double m_total;
    double m_done = 0;
};

std::uint64_t contentOf(const std::vector<std::string>& cells)
{
    std::uint64_t content = cells.size();
    for (const std::string& cell : cells) {
        content = content * 1'000'003 ^ std::hash<std::string>{}(cell);
    }
    return content;
}

std::optional<ForeignFault> faultOfNature(FileNature nature)
{
    switch (nature) {
    case FileNature::Text: return std::nullopt;
    case FileNature::Zip: return ForeignFault::IsZip;
    case FileNature::Gzip: return ForeignFault::IsGzip;
    case FileNature::Sqlite: return ForeignFault::IsDatabase;
    case FileNature::Pdf: return ForeignFault::IsPdf;
    }
    return std::nullopt; // not reached
}

/// Takes what a person says besides into the mapping.
void changeMapping(ColumnMapping& mapping, const ForeignWish& wish, const ForeignHeader& header)
{
    if (mapping.id.empty()) {
        mapping.id = tableId(header);
    }
    for (const MappedColumn& wished : wish.columns) {
        std::erase_if(mapping.columns, [&](const MappedColumn& mapped) {
            return lowerAscii(trimmed(mapped.column)) == lowerAscii(trimmed(wished.column));
        });
        mapping.columns.push_back(wished);
    }
    if (!wish.rules.empty()) {
        mapping.rules = wish.rules;
        const bool areLeftOut =
            std::all_of(wish.rules.begin(), wish.rules.end(),
                        [](const RowRule& rule) { return rule.kind == RowKind::LeftOut; });
        mapping.otherRows = areLeftOut ? RowKind::Spasm : RowKind::LeftOut;
    }
    for (const auto& [word, pain] : wish.painWords) {
        mapping.painWords[lowerAscii(word)] = pain;
    }
    mapping.painMost = wish.painMost.value_or(mapping.painMost);
    mapping.lengthUnit = wish.lengthUnit.value_or(mapping.lengthUnit);
    mapping.listSeparators = wish.listSeparators.value_or(mapping.listSeparators);
}

/// One look at a file.
class ForeignLook {
public:
    ForeignLook(const std::filesystem::path& file,
                const ForeignWish& wish,
                const ForeignSurroundings& surroundings,
                const Progress& progress)
        : m_file(file), m_wish(wish), m_surroundings(surroundings),
          m_passes(progress, lengthOf(file), 3)
    {
        m_preview.zone = surroundings.zone;
        m_preview.now = surroundings.now;
    }

    ForeignPreview look()
    {
        if (findLayout() && findMapping()) {
            findZone();
            if (findDateOrder()) {
                readRows();
            }
        }
        return std::move(m_preview);
    }

private:
    bool stop(ForeignProblem problem)
    {
        m_preview.problems.add(std::move(problem));
        return false;
    }

    bool findLayout()
    {
        const BytesSeen seen = lookOver(m_file, m_passes.counter());
        if (seen.length == 0) {
            return stop({.fault = ForeignFault::IsEmpty});
        }
        if (const auto fault = faultOfNature(seen.nature)) {
            return stop({.fault = *fault});
        }
        const auto& known = m_wish.mapping;
        const TextEncoding encoding =
            m_wish.encoding.value_or(known && known->encoding ? *known->encoding : seen.encoding);
        const auto separator = m_wish.separator ? m_wish.separator
                               : known          ? known->separator
                                                : std::nullopt;
        auto layout = layoutOf(m_file, encoding, separator, m_preview.problems);
        if (!layout) {
            return false;
        }
        m_preview.layout = *std::move(layout);
        return true;
    }

    bool findMapping()
    {
        const ForeignHeader& header = m_preview.layout.header;
        const std::vector<ImportPreset> presets = importPresets();
        const ImportPreset* preset =
            m_wish.preset ? presetNamed(presets, *m_wish.preset) : presetFor(presets, header);
        if (m_wish.mapping) {
            m_preview.mapping = *m_wish.mapping;
        } else if (preset != nullptr) {
            m_preview.mapping = fittedTo(preset->mapping, header);
            for (const std::string& column : missingIn(header, *preset)) {
                m_preview.problems.add({.fault = ForeignFault::ColumnMissing, .column = column});
            }
            if (!m_preview.problems.isEmpty()) {
                return false;
            }
        } else if (auto guessed = guessMapping(header, m_surroundings.words)) {
            m_preview.mapping = *std::move(guessed);
        } else if (m_wish.columns.empty()) {
            return stop({.fault = ForeignFault::UnknownLayout});
        }
        changeMapping(m_preview.mapping, m_wish, header);
        const auto problems = mappingProblems(m_preview.mapping, header);
        std::for_each(problems.begin(), problems.end(),
                      [&](const ForeignProblem& problem) { m_preview.problems.add(problem); });
        return problems.empty();
    }

    void findZone()
    {
        const auto name = m_wish.zone ? m_wish.zone : m_preview.mapping.zone;
        if (const auto zone = name ? zoneNamed(*name) : std::nullopt) {
            m_preview.zone = *zone;
            m_preview.mapping.zone = name;
        }
    }

    bool findDateOrder()
    {
        const auto known = m_wish.dateOrder ? m_wish.dateOrder : m_preview.mapping.dateOrder;
        if (known) {
            m_preview.dateOrder = *known;
            return true;
        }
        DateEvidence evidence{m_surroundings.now.localDay()};
        const RowReading reading = readingWith(DateOrder::YearFirst);
        eachForeignRow(m_file, m_preview.layout,
                       {.row =
                            [&](const std::vector<std::string>& cells, std::int64_t line) {
                                if (reading.kindOf(cells) == RowKind::LeftOut) {
                                    return;
                                }
                                for (const std::size_t column : reading.timeColumns()) {
                                    evidence.see(cells[column], line);
                                }
                            },
                        .problem = [](const ForeignProblem&) {}, // told when the rows are read
                        .read = m_passes.counter()});
        const DateEvidence::Verdict verdict = evidence.verdict();
        m_preview.dateOrder = verdict.order;
        m_preview.isDateOrderGuessed = true;
        if (verdict.mixed) {
            return stop({.fault = ForeignFault::MixedDates,
                         .line = verdict.mixed->front(),
                         .otherLine = verdict.mixed->back()});
        }
        return verdict.isSure || stop({.fault = ForeignFault::UnsureDates});
    }

    [[nodiscard]] RowReading readingWith(DateOrder order) const
    {
        return RowReading{
            m_preview.mapping, m_preview.layout.header,
            ForeignTerms{m_surroundings.words, m_preview.zone, order, m_surroundings.now}};
    }

    void readRows()
    {
        const auto plan =
            std::make_shared<ForeignPlan>(m_preview.mapping.id, m_surroundings.words.vocabulary());
        const RowReading reading = readingWith(m_preview.dateOrder);
        eachForeignRow(
            m_file, m_preview.layout,
            {.row =
                 [&](const std::vector<std::string>& cells, std::int64_t line) {
                     auto read = reading.read(cells, line);
                     if (auto* problem = std::get_if<ForeignProblem>(&read)) {
                         m_preview.problems.add(std::move(*problem));
                     } else {
                         takeRow(std::get<ForeignRow>(std::move(read)), contentOf(cells), *plan);
                     }
                 },
             .problem = [&](ForeignProblem problem) { m_preview.problems.add(std::move(problem)); },
             .read = m_passes.counter()});
        if (m_preview.problems.hasWhole()) {
            return;
        }
        plan->finish();
        m_preview.episodes = plan->episodes();
        m_preview.bouts = plan->bouts();
        m_preview.painFreeDays = plan->count(RowFate::PainFreeDay);
        m_preview.notNeeded = plan->count(RowFate::NotNeeded);
        m_preview.repeated = plan->count(RowFate::Repeated) + plan->count(RowFate::FreeAgain);
        m_preview.withoutEnd =
            std::count_if(plan->marks().begin(), plan->marks().end(),
                          [](const RowMark& mark) { return mark.isBout && !mark.hasEnd; });
        m_preview.plan = plan;
    }

    static void countBy(std::map<std::string, std::int64_t>& all, const std::string& variety)
    {
        if (all.contains(variety) || all.size() < kMostVarieties) {
            ++all[variety];
        }
    }

    void takeRow(ForeignRow row, std::uint64_t content, ForeignPlan& plan)
    {
        if (row.kind == RowKind::LeftOut) {
            ++m_preview.leftOut;
            countBy(m_preview.leftOutBy, row.variety);
            return;
        }
        if (!row.variety.empty()) {
            countBy(m_preview.takenBy, row.variety);
        }
        plan.add(row, content);
        ++m_preview.rows;
        m_preview.withoutTime += row.hasNoTime ? 1 : 0;
        m_preview.doubled += row.isDoubled ? 1 : 0;
        m_preview.rounded += row.isRounded ? 1 : 0;
        if (!m_preview.earliest || row.begin.utc < m_preview.earliest->utc) {
            m_preview.earliest = row.begin;
        }
        if (!m_preview.latest || row.begin.utc > m_preview.latest->utc) {
            m_preview.latest = row.begin;
        }
        if (m_preview.first.size() < kForeignRowsShown) {
            m_preview.first.push_back(std::move(row));
        }
    }

    const std::filesystem::path& m_file;
    const ForeignWish& m_wish;
    const ForeignSurroundings& m_surroundings;
    ForeignPasses m_passes;
    ForeignPreview m_preview;
};

} // namespace

ForeignPreview previewImport(const std::filesystem::path& file,
                             const ForeignWish& wish,
                             const ForeignSurroundings& surroundings,
                             const Progress& progress)
{
    return ForeignLook{file, wish, surroundings, progress}.look();
}

ForeignRecords runImport(const std::filesystem::path& file,
                         const ForeignPreview& preview,
                         const ForeignWords& words,
                         ForeignTarget& target,
                         const Progress& progress)
{
    ForeignPasses passes{progress, lengthOf(file), 1};
    const RowReading reading{preview.mapping, preview.layout.header,
                             ForeignTerms{words, preview.zone, preview.dateOrder, preview.now}};
    RecordMaker maker{*preview.plan, words.vocabulary(), target};
    const auto& marks = preview.plan->marks();
    std::size_t index = 0;
    eachForeignRow(file, preview.layout,
                   {.row =
                        [&](const std::vector<std::string>& cells, std::int64_t line) {
                            const auto read = reading.read(cells, line);
                            const auto* row = std::get_if<ForeignRow>(&read);
                            if (row == nullptr || row->kind == RowKind::LeftOut) {
                                return;
                            }
                            if (index >= marks.size() || marks[index].content != contentOf(cells)) {
                                throw FileError{EIO, "read a file that is another one by now"};
                            }
                            maker.take(index++, *row);
                        },
                    .problem = [](const ForeignProblem&) {}, // told in the preview
                    .read = passes.counter()});
    if (index != marks.size()) {
        throw FileError{EIO, "read a file that is another one by now"};
    }
    return maker.made();
}

} // namespace unclench
