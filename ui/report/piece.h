// SPDX-License-Identifier: GPL-3.0-or-later
// One element of the page at one width and size: how high it is with so many of its lines, and
// where its text then stands.
#pragma once

#include "ui/report/content.h"
#include "ui/report/set_texts.h"

#include <memory>
#include <optional>
#include <vector>

namespace unclench::ui::report {

/// What stands somewhere on the page. A test looks at these: nothing may overlap, and `needed` must
/// lie in `given`.
struct Box {
    enum class Kind { Text, Rule, Picture };
    Kind kind = Kind::Text;
    QRectF given;
    QRectF needed;
    std::shared_ptr<const SetText> text{};
    Picture::Kind picture = Picture::Kind::Back;
    QColor ink{};
};

class Piece {
public:
    /// `element` and `texts` must outlive it.
    Piece(const Element& element, double points, double width, SetTexts& texts);

    [[nodiscard]] double height() const;
    /// How much it could still give without cutting a text.
    [[nodiscard]] double spare() const;
    /// How much its texts could give by being cut, once only the least of its rows are left.
    [[nodiscard]] double spareOfText() const;
    /// The same where only texts give that are long, or cut already.
    [[nodiscard]] double spareOfLongText() const;
    [[nodiscard]] bool isPicture() const;
    /// Gives up its last line; where only the least of them are left, lines of long texts; of a
    /// picture, some of its height. Requires: `spare() > 0` or `spareOfText() > 0`.
    void shrink();
    /// Says the same in a shorter way. `isSoon`: only while other parts may give more. False: there
    /// is none.
    bool shorten(bool isSoon);
    /// From now on one row or line of it is enough; of the numbers, three.
    void needOnlyFew();
    /// Is not on the page any more.
    void drop();
    /// How much it would be missed: the back, which the list beside it tells too; lists of words;
    /// sentences; tables and the timeline.
    [[nodiscard]] int importance() const;

    /// With the corner at `at`.
    void place(const QPointF& at, std::vector<Box>& boxes) const;
    /// What the page does not say of it, in sentences.
    [[nodiscard]] QStringList leftOut() const;
    /// The same in full.
    [[nodiscard]] std::vector<Entry> inFull() const;

private:
    struct Line {
        std::vector<std::shared_ptr<const SetText>> cells;
        double height = 0;
    };
    /// Sets those that are kept, anew.
    void set();
    void setLines(const Lines& lines);
    void setTable(const Table& table);
    void setRun(const Run& run);
    void setMore();
    /// Sets the columns so that the table is as low as it can be.
    void chooseColumns(const Table& table);
    [[nodiscard]] const std::vector<Entry>& entriesOf(const Lines& lines) const;
    [[nodiscard]] std::shared_ptr<const SetText>
    cell(const Entry& entry, const TextStyle& style, double width) const;
    [[nodiscard]] double cellWidth(std::size_t column) const;
    [[nodiscard]] Line
    rowOf(const Table& table, const std::vector<Entry>& cells, bool isHead) const;
    [[nodiscard]] static bool isCut(const Line& line);
    void placeLine(const Line& line, const QPointF& at, std::vector<Box>& boxes) const;
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::size_t least() const;
    /// What would be won by setting each text in fewer lines.
    [[nodiscard]] double tightening() const;

    const Element& m_element;
    SetTexts* m_texts;
    double m_points;
    double m_width;
    std::size_t m_kept = 0;
    /// The most lines of one text.
    int m_linesEach = 0;
    /// Of each entry, where they give from their end; else empty.
    std::vector<int> m_linesOf;
    /// Of all lines that have a budget.
    int m_budget = 0;
    /// Which of `Lines::shorter` is said, from 1.
    std::size_t m_form = 0;
    bool m_needsOnlyFew = false;
    bool m_isGone = false;
    double m_pictureHeight = 0;
    /// Of a table, the gap to the next column included.
    std::vector<double> m_columns;
    std::optional<Line> m_head;
    std::vector<Line> m_lines;
    /// "and 12 more".
    std::optional<Line> m_more;
};

} // namespace unclench::ui::report
