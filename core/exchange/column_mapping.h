// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a file of another program mean, and how their values are written.
#pragma once

#include "core/exchange/foreign_encoding.h"
#include "core/exchange/foreign_time.h"
#include "core/knowledge/names.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unclench {

enum class Meaning {
    Ignore,
    Begin,   ///< day and time, or the day alone
    Date,    ///< the day, where `Time` stands in a column of its own
    Time,    ///< of day, or a word of `timesOfDay`
    End,     ///< day and time, or the time of day alone
    EndTime, ///< of day; earlier than the beginning: of the next one
    Length,
    Pain,
    WorstPain,
    PainOrLength, ///< a number is the pain, "1:30:00" a length
    PainWord,     ///< a word of `painWords` in a text; of what the rules look for there alone
    Place,
    Side,
    Triggers,
    Medicines,
    Dose,
    Relief,
    Symptoms,
    Note
};
template <>
inline constexpr std::array kNames<Meaning> = std::to_array<std::string_view>(
    {"ignore", "begin", "date", "time", "end", "end_time", "length", "pain", "worst_pain",
     "pain_or_length", "pain_word", "place", "side", "triggers", "medicines", "dose", "relief",
     "symptoms", "note"});

struct MappedColumn {
    /// As its header has it, whatever the case; where the file has no header, its number from 1 on.
    std::string column;
    Meaning meaning = Meaning::Ignore;

    friend bool operator==(const MappedColumn&, const MappedColumn&) = default;
};

/// What a row tells of.
enum class RowKind { Spasm, Medicine, LeftOut };
template <>
inline constexpr std::array kNames<RowKind> = std::to_array<std::string_view>({"spasm", "medicine",
                                                                               "left_out"});

/// A word of a rule that begins with it stands for all of an entry: "=spasm" fits "Spasm" and not
/// "Leg spasm".
inline constexpr char kWholeEntry = '=';

/// Rows of a kind, where a file mixes several: those whose `column` holds one of `words` as whole
/// words, whatever the case; the first rule that fits decides.
struct RowRule {
    std::string column;
    std::vector<std::string> words;
    RowKind kind = RowKind::Spasm;
    /// An entry of the list in the cell that holds one of these beside is not meant: "Back pain
    /// exercises".
    std::vector<std::string> butNot{};

    friend bool operator==(const RowRule&, const RowRule&) = default;
};

struct ColumnMapping {
    /// Part of the ids of what is imported: the same file under the same id is the same spasms.
    std::string id;
    /// How the program that writes such files calls itself; empty for a person's own.
    std::string program;
    std::vector<MappedColumn> columns;
    std::vector<RowRule> rules;
    /// Of rows that no rule fits.
    RowKind otherRows = RowKind::Spasm;
    /// Each of these signs parts the entries of a list.
    std::string listSeparators = ";|";
    /// Small letters. Looked up before a value is read as a number.
    std::map<std::string, int> painWords;
    /// The greatest pain there is; what is told on another scale is stretched to 0 to 10.
    int painMost = 10;
    /// Of a length without a unit.
    LengthUnit lengthUnit = LengthUnit::Minutes;
    /// Small letters: "morning" is 08:00.
    std::map<std::string, std::chrono::minutes> timesOfDay;
    /// Small letters. A cell that says only this says nothing.
    std::vector<std::string> emptyWords;
    // Absent: to be guessed.
    std::optional<TextEncoding> encoding;
    std::optional<char> separator;
    std::optional<DateOrder> dateOrder;
    /// The zone of times without an offset, an IANA name or "+01:00". Absent: that of this machine.
    std::optional<std::string> zone;

    [[nodiscard]] bool has(Meaning meaning) const;
    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// Why a text is no mapping: the key at which it stops being one; empty: it is no JSON object.
struct MappingFault {
    std::string key;
};

/// From and to JSON, in the form that docs/import.md gives.
[[nodiscard]] std::variant<ColumnMapping, MappingFault> parseMapping(std::string_view json);
[[nodiscard]] std::string toJson(const ColumnMapping& mapping);

/// "+01:00", "UTC" or a name with data on this system. Absent: neither.
class Zone;
[[nodiscard]] std::optional<Zone> zoneNamed(std::string_view name);

} // namespace unclench
