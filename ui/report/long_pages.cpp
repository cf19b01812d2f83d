// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/long_pages.h"

#include "ui/report/paper.h"

#include <QHash>

#include <algorithm>

namespace unclench::ui::report {

namespace {

constexpr double kHeadPoints = 11;
constexpr double kRowPadding = 1.5 * kPoint;
constexpr double kCellGap = 5 * kPoint;
constexpr double kTableGap = 5 * kMillimetre;
/// A row is never higher than a page, whatever was typed into it.
constexpr int kMostLinesOfRow = 24;
constexpr std::size_t kRowsPerProgress = 64;
/// The same few words come again and again.
constexpr int kMostKept = 4096;

class Setter {
public:
    Setter(QPageSize::PageSizeId paper, const PageVisitor& visitor)
        : m_body(bodyRect(paper)), m_visitor(visitor), m_top(m_body.top())
    {
    }

    bool table(const LongTable& table)
    {
        const SetRow head = rowOf(table, table.head, true);
        beginTable(table.caption, head);
        for (std::size_t i = 0; i < table.count; ++i) {
            if (++m_rows % kRowsPerProgress == 0 && !m_visitor.progress(doneOf(m_rows))) {
                return false;
            }
            const SetRow row = rowOf(table, table.row(i), false);
            if (m_top + row.height > m_body.bottom()) {
                finishPage();
                place(head, true);
            }
            place(row, false);
        }
        m_top += kTableGap;
        return true;
    }
    void methods()
    {
        const QString caption = wording::reportLabel(wording::ReportLabel::Methods);
        std::vector<std::shared_ptr<const SetText>> lines;
        double height = 0;
        for (const QString& sentence : wording::reportMethods()) {
            lines.push_back(set(sentence, false, m_body.width()));
            height += lines.back()->height() + kRowPadding;
        }
        const auto heading = captionOf(caption);
        if (m_top + heading->height() + height > m_body.bottom()) {
            finishPage();
        }
        placeAt(heading, m_body.left(), m_body.width());
        m_top += heading->height() + kRowPadding;
        for (const auto& line : lines) {
            placeAt(line, m_body.left(), m_body.width());
            m_top += line->height() + kRowPadding;
        }
    }
    void finishPage()
    {
        m_visitor.page(m_page, m_boxes);
        m_boxes.clear();
        m_top = m_body.top();
        ++m_page;
    }
    [[nodiscard]] int pagesSoFar() const { return m_page - 1; }
    void setTotal(std::size_t rows) { m_total = std::max<std::size_t>(rows, 1); }

private:
    struct SetRow {
        std::vector<std::shared_ptr<const SetText>> cells;
        std::vector<double> widths;
        double height = 0;
    };

    [[nodiscard]] double doneOf(std::size_t rows) const
    {
        return static_cast<double>(rows) / static_cast<double>(m_total);
    }
    std::shared_ptr<const SetText> set(const QString& text, bool isBold, double width)
    {
        const QString key =
            QStringLiteral("%1|%2|%3").arg(static_cast<int>(width)).arg(isBold ? 1 : 0).arg(text);
        auto& kept = m_kept[key];
        if (!kept) {
            kept = std::make_shared<SetText>(QString{}, text, TextStyle{kLeastPoints, isBold},
                                             width, kMostLinesOfRow);
        }
        auto found = kept;
        if (m_kept.size() > kMostKept) {
            m_kept.clear();
        }
        return found;
    }
    std::shared_ptr<const SetText> captionOf(const QString& caption)
    {
        return std::make_shared<SetText>(
            QString{}, caption, TextStyle{kHeadPoints, true, ink::kAccent}, m_body.width(), 1);
    }
    SetRow rowOf(const LongTable& table, const QStringList& cells, bool isHead)
    {
        SetRow row;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const double width = m_body.width() * table.shares[static_cast<std::size_t>(i)];
            row.widths.push_back(width);
            row.cells.push_back(set(cells[i], isHead, width - kCellGap));
            row.height = std::max(row.height, row.cells.back()->height() + 2 * kRowPadding);
        }
        return row;
    }
    void beginTable(const QString& caption, const SetRow& head)
    {
        const auto heading = captionOf(caption);
        // A heading with nothing under it would be lost.
        const double least = heading->height() + head.height + 4 * kLeastPoints * kPoint;
        if (m_top + least > m_body.bottom()) {
            finishPage();
        }
        placeAt(heading, m_body.left(), m_body.width());
        m_top += heading->height() + kRowPadding;
        place(head, true);
    }
    void place(const SetRow& row, bool isHead)
    {
        double left = m_body.left();
        const double top = m_top;
        m_top += kRowPadding;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            placeAt(row.cells[i], left, row.widths[i] - kCellGap);
            left += row.widths[i];
        }
        m_top = top + row.height;
        const QRectF line{m_body.left(), m_top, m_body.width(), 0};
        m_boxes.push_back({Box::Kind::Rule, line, line, nullptr, Picture::Kind::Back,
                           isHead ? ink::kRule : ink::kFaint});
    }
    void placeAt(const std::shared_ptr<const SetText>& text, double left, double width)
    {
        const QRectF given{left, m_top, width, text->height()};
        m_boxes.push_back({Box::Kind::Text,
                           given,
                           text->covers().translated(given.topLeft()),
                           text,
                           Picture::Kind::Back,
                           {}});
    }

    QRectF m_body;
    const PageVisitor& m_visitor;
    double m_top;
    int m_page = 2;
    std::size_t m_rows = 0;
    std::size_t m_total = 1;
    std::vector<Box> m_boxes;
    QHash<QString, std::shared_ptr<const SetText>> m_kept;
};

} // namespace

std::optional<int> setLongPages(const std::vector<LongTable>& tables,
                                QPageSize::PageSizeId paper,
                                const PageVisitor& visitor)
{
    Setter setter{paper, visitor};
    std::size_t rows = 0;
    for (const LongTable& table : tables) {
        rows += table.count;
    }
    setter.setTotal(rows);
    for (const LongTable& table : tables) {
        if (!setter.table(table)) {
            return std::nullopt;
        }
    }
    setter.methods();
    setter.finishPage();
    return setter.pagesSoFar();
}

} // namespace unclench::ui::report
