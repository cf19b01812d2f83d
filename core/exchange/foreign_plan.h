// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a file belong together: the spasms that they make, and what of them is said twice.
//
// A file is read twice: the first time each row leaves a mark here, however long it is; the second
// time its records are made. So it does not matter in which order the rows stand.
#pragma once

#include "core/exchange/content_id.h"
#include "core/exchange/foreign_row.h"

#include <cstdint>
#include <vector>

namespace unclench {

/// All places and triggers of the vocabulary as bits of a number.
class WordBits {
public:
    explicit WordBits(const Vocabulary& vocabulary);

    [[nodiscard]] std::uint64_t of(const std::vector<Place>& places) const;
    [[nodiscard]] std::uint64_t of(const std::vector<std::string>& triggers) const;
    [[nodiscard]] std::vector<Place> places(std::uint64_t bits) const;
    [[nodiscard]] std::vector<std::string> triggers(std::uint64_t bits) const;

private:
    std::vector<Place> m_places;
    std::vector<std::string> m_triggers;
};

/// What becomes of a row.
enum class RowFate : std::uint8_t {
    Spasm,
    EndOfPain,   ///< no pain any more: a reading in the spasm before it
    PainFreeDay, ///< no pain, on a day of which nothing else is told
    NotNeeded,   ///< no pain, before or long after the pain of the same day
    FreeAgain,   ///< no pain, on a day of which that is told already
    Medicine,
    Repeated ///< word for word as another row
};

struct RowMark {
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};

    ContentKey key;
    /// In milliseconds since 1970, as all here.
    std::int64_t begin = 0;
    std::int64_t end = 0;
    /// Of the whole row, to find those that are repeated.
    std::uint64_t content = 0;
    /// All that is told of the spasm up to this row.
    std::uint64_t places = 0;
    std::uint64_t triggers = 0;
    /// Local days since 1970.
    std::int32_t firstDay = 0;
    std::int32_t lastDay = 0;
    /// Which of the rows with the same key.
    std::uint32_t number = 0;
    /// The row with which its episode begins; kNone: it belongs to none.
    std::uint32_t episode = kNone;
    RowFate fate = RowFate::Spasm;
    /// A stretch of pain begins with this row; else it lies in one that did before.
    bool isBout = false;
    bool hasEnd = false;
    /// What its spasm does not have yet. Of EndOfPain: and will not have, for it hurts no more.
    bool addsPlaces = false;
    bool addsTriggers = false;
};

class ForeignPlan {
public:
    /// `origin`: the id of the mapping.
    ForeignPlan(std::string origin, const Vocabulary& vocabulary)
        : m_origin(std::move(origin)), m_bits(vocabulary)
    {
    }

    /// `content`: a number that rows which are alike have in common. Requires: `row` is not left
    /// out.
    void add(const ForeignRow& row, std::uint64_t content);
    /// Once, after the last row.
    void finish();

    /// In the order in which they were added.
    [[nodiscard]] const std::vector<RowMark>& marks() const { return m_marks; }
    [[nodiscard]] const WordBits& bits() const { return m_bits; }
    [[nodiscard]] const std::string& origin() const { return m_origin; }
    [[nodiscard]] std::int64_t count(RowFate fate) const;
    [[nodiscard]] std::int64_t bouts() const;
    [[nodiscard]] std::int64_t episodes() const;

private:
    /// A stretch of pain, out of one row or several that overlap.
    struct Stretch {
        std::uint32_t row = 0;
        std::int64_t begin = 0;
        std::int64_t end = 0;
        std::int32_t lastDay = 0;
        bool hasEnd = false;
        std::vector<std::uint32_t> rows;
    };

    void findRepeated();
    void findStretches();
    void placePainFree();
    void tieEpisodes();
    void placeMedicines();
    /// The last that begins at or before it. nullptr: none.
    [[nodiscard]] Stretch* stretchBefore(std::int64_t time);
    [[nodiscard]] std::vector<std::uint32_t> rowsOf(RowFate fate) const;

    std::string m_origin;
    WordBits m_bits;
    std::vector<RowMark> m_marks;
    std::vector<Stretch> m_stretches;
};

} // namespace unclench
