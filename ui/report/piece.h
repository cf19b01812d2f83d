// SPDX-License-Identifier: GPL-3.0-or-later
// One element of the page at one width and size: how high it is with so many of its lines, and
// where its text then stands.
#pragma once

#include "ui/report/content.h"
#include "ui/report/set_text.h"

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
    /// `element` must outlive it.
    Piece(const Element& element, double points, double width);

    [[nodiscard]] double height() const;
    /// How much it could still give.
    [[nodiscard]] double spare() const;
    [[nodiscard]] bool isPicture() const;
    /// Gives up its last line; where only the least of them are left, lines of long texts; of a
    /// picture, some of its height. Requires: `spare() > 0`.
    void shrink();
    /// Gives up the days in its sentences. False: there are none, or they are gone already.
    bool dropDays();

    /// With the corner at `at`.
    void place(const QPointF& at, std::vector<Box>& boxes) const;
    /// What the page does not say of it, in sentences.
    [[nodiscard]] QStringList leftOut() const;

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
    void measureColumns(const Table& table);
    [[nodiscard]] double cellWidth(std::size_t column) const;
    [[nodiscard]] Line
    rowOf(const Table& table, const std::vector<Entry>& cells, bool isHead) const;
    void placeLine(const Line& line, const QPointF& at, std::vector<Box>& boxes) const;
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::size_t least() const;
    /// What would be won by setting each text in fewer lines.
    [[nodiscard]] double tightening() const;

    const Element& m_element;
    double m_points;
    double m_width;
    std::size_t m_kept = 0;
    /// The most lines of one text.
    int m_linesEach = 0;
    bool m_hasDays = true;
    double m_pictureHeight = 0;
    /// Of a table, the gap to the next column included.
    std::vector<double> m_columns;
    std::optional<Line> m_head;
    std::vector<Line> m_lines;
    /// "and 12 more".
    std::optional<Line> m_more;
};

} // namespace unclench::ui::report
