// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_row.h"

#include "core/diary/check.h"
#include "core/exchange/foreign_pain.h"
#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"

#include <algorithm>

namespace unclench {

using namespace std::chrono;

namespace {

constexpr hours kNoon{12};

/// Thrown while a row is read, and caught in `RowReading::read`.
struct RowFaulty {
    ForeignFault fault;
    std::string column;
    std::string given;
};

} // namespace

bool ForeignRow::isPainFree() const
{
    const bool hasLength = end && end->utc > begin.utc;
    return kind == RowKind::Spasm && pain == 0 && worst.value_or(0) == 0 && !hasLength;
}

/// Puts one row together.
class RowReading::Builder {
public:
    Builder(const RowReading& reading, const std::vector<std::string>& cells)
        : m_reading(reading), m_cells(cells)
    {
    }

    ForeignRow build(std::int64_t line)
    {
        m_row.line = line;
        m_row.kind = m_reading.m_rules.kindOf(m_cells);
        m_row.variety = m_reading.m_rules.varietyOf(m_cells);
        if (m_row.kind == RowKind::LeftOut) {
            return std::move(m_row);
        }
        takeBegin();
        takeEnd();
        takePains();
        takePlaces();
        takeIds(Meaning::Triggers, Topic::Trigger, m_row.triggers);
        takeIds(Meaning::Relief, Topic::Relief, m_row.relief);
        takeIds(Meaning::Symptoms, Topic::Symptom, m_row.symptoms);
        takeMedicines();
        takeNote();
        return std::move(m_row);
    }

private:
    [[noreturn]] void fail(ForeignFault fault, std::size_t column) const
    {
        throw RowFaulty{fault, cutShort(m_reading.m_header[column]), cutShort(m_cells[column])};
    }
    /// Calls `take(column, text)` for each cell of that meaning that says something.
    template <class Take>
    void each(Meaning meaning, Take&& take) const
    {
        for (const std::size_t column : m_reading.m_places[static_cast<std::size_t>(meaning)]) {
            const std::string_view text = said(column);
            if (!text.empty()) {
                take(column, text);
            }
        }
    }
    /// The first cell of that meaning that says something. Absent: none does.
    [[nodiscard]] std::optional<std::size_t> firstOf(Meaning meaning) const
    {
        std::optional<std::size_t> first;
        each(meaning, [&](std::size_t column, std::string_view) {
            first = first ? first : std::optional{column};
        });
        return first;
    }
    [[nodiscard]] std::string_view said(std::size_t column) const
    {
        const std::string_view text = trimmed(m_cells[column]);
        const auto& empty = m_reading.m_mapping.emptyWords;
        const bool saysNothing = !empty.empty() && std::find(empty.begin(), empty.end(),
                                                             lowerAscii(text)) != empty.end();
        return saysNothing ? std::string_view{} : text;
    }

    /// A local time in the zone of the file. `notBefore`: of two readings the first that is not
    /// earlier.
    Moment momentOf(const WrittenTime& written,
                    std::size_t column,
                    std::optional<UtcTime> notBefore = std::nullopt)
    {
        const Resolved resolved = m_reading.m_terms.zone.resolve(written);
        if (const auto* moment = std::get_if<Moment>(&resolved)) {
            return *moment;
        }
        const auto* doubled = std::get_if<DoubledTime>(&resolved);
        if (doubled == nullptr) {
            fail(ForeignFault::SkippedTime, column);
        }
        m_row.isDoubled = true;
        const auto with = [&](minutes offset) {
            return Moment{UtcTime{written.local.time_since_epoch() - offset}, offset};
        };
        const Moment first = with(doubled->first);
        return notBefore && first.utc < *notBefore ? with(doubled->second) : first;
    }

    [[nodiscard]] Moment atUtc(UtcTime utc) const
    {
        return {utc, m_ownOffset.value_or(m_reading.m_terms.zone.offsetAt(utc))};
    }

    void demandPast(const Moment& moment, std::size_t column) const
    {
        if (moment.utc > m_reading.m_terms.now.utc) {
            fail(ForeignFault::InTheFuture, column);
        }
        if (moment.utc < UtcTime{}) {
            fail(ForeignFault::BeforeAll, column);
        }
    }

    void takeBegin()
    {
        const auto whole = firstOf(Meaning::Begin);
        const auto day = whole ? whole : firstOf(Meaning::Date);
        if (!day) {
            throw RowFaulty{ForeignFault::NoTime, {}, {}};
        }
        auto time = parseForeignTime(said(*day), m_reading.m_terms.order);
        if (!time) {
            fail(ForeignFault::UnreadableTime, *day);
        }
        if (time->utc) {
            m_row.begin = atUtc(*time->utc);
            m_row.written = m_row.begin.utc;
            return demandPast(m_row.begin, *day);
        }
        if (const auto column = whole ? std::nullopt : firstOf(Meaning::Time)) {
            time->timeOfDay = timeOfDay(*column, ForeignFault::UnreadableTime);
        }
        m_ownOffset = time->offset;
        m_row.hasNoTime = !time->timeOfDay;
        m_begin = LocalTime{time->day} + time->timeOfDay.value_or(kNoon);
        m_row.begin = momentOf({m_begin, time->offset}, *day);
        m_row.written = m_row.begin.utc;
        const Moment& now = m_reading.m_terms.now;
        if (m_row.hasNoTime && m_row.begin.utc > now.utc &&
            m_row.begin.localDay() == now.localDay()) {
            m_row.begin = now;
        }
        demandPast(m_row.begin, *day);
    }

    milliseconds timeOfDay(std::size_t column, ForeignFault fault) const
    {
        const std::string_view text = said(column);
        const auto& words = m_reading.m_mapping.timesOfDay;
        if (const auto word = words.find(lowerAscii(text)); word != words.end()) {
            return word->second;
        }
        const auto time = parseTimeOfDay(text);
        if (!time) {
            fail(fault, column);
        }
        return *time;
    }

    void takeEnd()
    {
        if (const auto whole = firstOf(Meaning::End)) {
            return takeWholeEnd(*whole);
        }
        if (const auto column = firstOf(Meaning::EndTime)) {
            return endAt(*column, timeOfDay(*column, ForeignFault::UnreadableEnd));
        }
        if (const auto column = firstOf(Meaning::Length)) {
            takeLength(*column, said(*column));
        }
    }

    void takeWholeEnd(std::size_t column)
    {
        if (const auto time = parseTimeOfDay(said(column))) {
            return endAt(column, *time);
        }
        const auto time = parseForeignTime(said(column), m_reading.m_terms.order);
        if (!time) {
            fail(ForeignFault::UnreadableEnd, column);
        }
        if (time->utc) {
            m_row.end = atUtc(*time->utc);
        } else {
            const LocalTime local = LocalTime{time->day} + time->timeOfDay.value_or(kNoon);
            m_row.end = momentOf({local, time->offset}, column, m_row.begin.utc);
        }
        checkEnd(column);
    }

    /// At that time of the day on which it began, or of the next one.
    void endAt(std::size_t column, milliseconds timeOfDay)
    {
        if (m_row.hasNoTime && timeOfDay < kNoon) {
            m_row.end = m_row.begin; // noon is only where we put it
            return;
        }
        const LocalTime begin = m_row.begin.local();
        LocalTime local = LocalTime{floor<days>(begin)} + timeOfDay;
        local += local < floor<minutes>(begin) ? days{1} : days{0};
        const Moment end = momentOf({local, m_ownOffset}, column, m_row.begin.utc);
        m_row.end = end.utc < m_row.begin.utc ? m_row.begin : end; // told to the minute alone
        checkEnd(column);
    }

    void takeLength(std::size_t column, std::string_view text)
    {
        const auto length = parseLength(text, m_reading.m_mapping.lengthUnit);
        if (!length) {
            fail(ForeignFault::UnreadableLength, column);
        }
        m_row.end = atUtc(m_row.begin.utc + *length);
        checkEnd(column);
    }

    void checkEnd(std::size_t column)
    {
        if (m_row.end->utc < m_row.begin.utc) {
            fail(ForeignFault::EndBeforeBegin, column);
        }
        demandPast(*m_row.end, column);
    }

    int painIn(std::string_view text, std::size_t column)
    {
        const auto read = parsePain(text, m_reading.m_mapping);
        if (const auto* fault = std::get_if<ForeignFault>(&read)) {
            fail(*fault, column);
        }
        const auto& pain = std::get<ForeignPain>(read);
        m_row.isRounded = m_row.isRounded || pain.isRounded;
        return pain.value;
    }

    void takePains()
    {
        if (m_row.kind == RowKind::Medicine) { // what stands there is no pain
            return each(Meaning::PainOrLength, [&](std::size_t, std::string_view text) {
                m_amount = std::string{trimmed(text.substr(0, text.find(':')))};
            });
        }
        each(Meaning::Pain,
             [&](std::size_t column, std::string_view text) { m_row.pain = painIn(text, column); });
        each(Meaning::WorstPain, [&](std::size_t column, std::string_view text) {
            m_row.worst = painIn(text, column);
        });
        each(Meaning::PainOrLength,
             [&](std::size_t column, std::string_view text) { takePainOrLength(column, text); });
        each(Meaning::PainWord,
             [&](std::size_t column, std::string_view text) { takePainWord(column, text); });
    }

    /// "7", "1:30:00", and with a label behind it as older versions write it: "7:left".
    void takePainOrLength(std::size_t column, std::string_view text)
    {
        const auto first = text.find(':');
        const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
        const auto third = second == std::string_view::npos ? second : text.find(':', second + 1);
        if (second != std::string_view::npos &&
            foreignNumber(text.substr(first + 1, second - first - 1))) {
            takeLength(column, text.substr(0, third));
            addLabel(third == std::string_view::npos ? "" : text.substr(third + 1));
        } else {
            m_row.pain = painIn(text.substr(0, first), column);
            addLabel(first == std::string_view::npos ? "" : text.substr(first + 1));
        }
    }

    void takePainWord(std::size_t column, std::string_view text)
    {
        const ToldPain told = m_reading.m_rules.painIn(column, text);
        if (!told.unknown.empty()) {
            throw RowFaulty{ForeignFault::UnreadablePain, cutShort(m_reading.m_header[column]),
                            cutShort(told.unknown)};
        }
        m_row.pain = told.pain ? told.pain : m_row.pain;
    }

    /// Calls `take(entry)` for each entry of a list.
    template <class Take>
    void eachEntry(std::string_view text, Take&& take) const
    {
        for (const std::string_view entry : listEntries(text, m_reading.m_mapping.listSeparators)) {
            take(entry);
        }
    }

    void takePlaces()
    {
        const auto side = firstOf(Meaning::Side);
        const auto all = side ? m_reading.m_terms.words.side(said(*side)) : std::nullopt;
        if (side && !all) {
            addToNote(*side, said(*side));
        }
        each(Meaning::Place, [&](std::size_t column, std::string_view text) {
            eachEntry(text, [&](std::string_view entry) {
                auto place = m_reading.m_terms.words.place(entry);
                if (!place) {
                    return addToNote(column, entry);
                }
                const auto& sides =
                    m_reading.m_terms.words.vocabulary().find(Topic::Region, place->region)->sides;
                if (!place->side && all &&
                    std::find(sides.begin(), sides.end(), *all) != sides.end()) {
                    place->side = all;
                }
                addOnce(m_row.places, *std::move(place));
            });
        });
    }

    void takeIds(Meaning meaning, Topic topic, std::vector<std::string>& ids)
    {
        each(meaning, [&](std::size_t column, std::string_view text) {
            eachEntry(text, [&](std::string_view entry) {
                if (auto id = m_reading.m_terms.words.id(topic, entry)) {
                    addOnce(ids, *std::move(id));
                } else {
                    addToNote(column, entry);
                }
            });
        });
    }

    template <class Entry>
    static void addOnce(std::vector<Entry>& list, Entry entry)
    {
        if (std::find(list.begin(), list.end(), entry) == list.end()) {
            list.push_back(std::move(entry));
        }
    }

    void takeMedicines()
    {
        each(Meaning::Medicines, [&](std::size_t column, std::string_view text) {
            eachEntry(text, [&](std::string_view entry) {
                if (entry.size() > kLongestLine) {
                    fail(ForeignFault::TextTooLong, column);
                }
                m_row.medicines.push_back({std::string{entry}, {}});
            });
        });
        if (m_row.kind == RowKind::Medicine && m_row.medicines.empty() && !m_row.variety.empty()) {
            if (m_row.variety.size() > kLongestLine || m_amount.size() > kLongestLine) {
                throw RowFaulty{ForeignFault::TextTooLong, {}, {}};
            }
            m_row.medicines.push_back({m_row.variety, m_amount});
        }
        each(Meaning::Dose, [&](std::size_t column, std::string_view text) {
            if (text.size() > kLongestLine) {
                fail(ForeignFault::TextTooLong, column);
            }
            if (m_row.medicines.size() == 1) {
                m_row.medicines.front().dose = std::string{text};
            } else {
                addToNote(column, text); // of which one it is, nobody says
            }
        });
    }

    /// "Header: text; text", in the order of the columns in which it was found.
    void addToNote(std::size_t column, std::string_view text)
    {
        const auto found = std::find_if(m_others.begin(), m_others.end(),
                                        [&](const auto& other) { return other.first == column; });
        if (found == m_others.end()) {
            m_others.emplace_back(column, std::string{text});
        } else {
            found->second += "; " + std::string{text};
        }
    }
    void addLabel(std::string_view text)
    {
        if (const auto label = trimmed(text); !label.empty()) {
            m_row.note += (m_row.note.empty() ? "" : "\n") + std::string{label};
        }
    }

    void takeNote()
    {
        each(Meaning::Note, [&](std::size_t, std::string_view text) { addLabel(text); });
        for (const auto& [column, text] : m_others) {
            addLabel(m_reading.m_header[column] + ": " + text);
        }
        if (m_row.note.size() > kLongestNote) {
            throw RowFaulty{ForeignFault::TextTooLong, {}, {}};
        }
    }

    const RowReading& m_reading;
    const std::vector<std::string>& m_cells;
    ForeignRow m_row;
    LocalTime m_begin{};
    std::optional<minutes> m_ownOffset;
    std::string m_amount;
    std::vector<std::pair<std::size_t, std::string>> m_others;
};

RowReading::RowReading(const ColumnMapping& mapping,
                       const ForeignHeader& header,
                       ForeignTerms terms)
    : m_mapping(mapping), m_header(header), m_terms(std::move(terms)), m_rules(mapping, header)
{
    for (const MappedColumn& mapped : mapping.columns) {
        if (const auto column = columnNamed(header, mapped.column)) {
            m_places[static_cast<std::size_t>(mapped.meaning)].push_back(*column);
        }
    }
    for (auto& places : m_places) {
        std::sort(places.begin(), places.end()); // texts follow one another as in the file
    }
    for (const Meaning meaning : {Meaning::Begin, Meaning::Date, Meaning::End}) {
        const auto& places = m_places[static_cast<std::size_t>(meaning)];
        m_timeColumns.insert(m_timeColumns.end(), places.begin(), places.end());
    }
}

std::variant<ForeignRow, ForeignProblem> RowReading::read(const std::vector<std::string>& cells,
                                                          std::int64_t line) const
{
    try {
        return Builder{*this, cells}.build(line);
    } catch (RowFaulty& faulty) {
        return ForeignProblem{.fault = faulty.fault,
                              .line = line,
                              .column = std::move(faulty.column),
                              .given = std::move(faulty.given)};
    }
}

} // namespace unclench
