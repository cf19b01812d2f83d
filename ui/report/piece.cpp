// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/piece.h"

#include "ui/report/columns.h"
#include "ui/report/overloaded.h"
#include "ui/report/paper.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace unclench::ui::report {

namespace {

/// Between one entry and the next, between columns, and over and under the cells of a row.
constexpr double kEntryGap = 1.0 * kPoint;
constexpr double kColumnGap = 6 * kPoint;
constexpr double kCellPadding = 0.7 * kPoint;
/// By so much a picture gives way at a time.
constexpr double kPictureStep = 2 * kMillimetre;
/// What is longer than so many lines is cut wherever it stands, and then to fewer, so that it does
/// not take the room of others.
constexpr int kLinesOfCell = 10;
constexpr int kLinesOfAbsurd = 3;
constexpr int kLinesOfHead = 3;
/// Words of ours are shorter than so many letters, and a person's own are seldom longer.
constexpr qsizetype kLong = 150;
/// Of the numbers, which should have more: those that answer the most stand first.
constexpr std::size_t kFewRows = 3;
/// A heading may wrap between its words; two lines then need a little more than half of it.
constexpr double kHalfOfHeading = 0.55;
constexpr int kLinesOfRun = 3;
const QString kBetween = QStringLiteral("; ");

QString runText(const Run& run, std::size_t kept)
{
    if (kept == 0 && !run.items.isEmpty()) {
        return wording::reportNoRoom(static_cast<int>(run.items.size()));
    }
    QStringList items;
    for (qsizetype i = 0; i < static_cast<qsizetype>(kept); ++i) {
        items << (run.isTyped ? isolated(run.items[i]) : run.items[i]);
    }
    const auto left = run.items.size() - static_cast<qsizetype>(kept);
    if (left > 0) {
        items << wording::reportMore(static_cast<int>(left));
    }
    return items.join(kBetween);
}

int mostLinesOf(const std::vector<Entry>& entries)
{
    int most = 1;
    for (const Entry& entry : entries) {
        most = std::max(most, entry.mostLines);
    }
    return most;
}

} // namespace

Piece::Piece(const Element& element, double points, double width, SetTexts& texts)
    : m_element(element), m_texts(&texts), m_points(points), m_width(width)
{
    std::visit(
        Overloaded{
            [&](const Lines& lines) {
                m_kept = std::min(lines.entries.size(), lines.most);
                m_budget = lines.budget;
                m_linesEach = lines.budget > 0 ? lines.budget : mostLinesOf(lines.entries);
            },
            [&](const Table& table) {
                m_kept = std::min(table.rows.size(), table.most);
                m_linesEach = kLinesOfCell;
                chooseColumns(table);
            },
            [&](const Run& run) {
                m_kept = std::min(static_cast<std::size_t>(run.items.size()), run.most);
                m_linesEach = kLinesOfRun;
            },
            [&](const Picture& picture) { m_pictureHeight = picture.mostHeight * kMillimetre; }},
        element);
    set();
}

void Piece::set()
{
    m_lines.clear();
    std::visit(Overloaded{[&](const Lines& lines) { setLines(lines); },
                          [&](const Table& table) { setTable(table); },
                          [&](const Run& run) { setRun(run); }, [](const Picture&) {}},
               m_element);
    setMore();
}

const std::vector<Entry>& Piece::entriesOf(const Lines& lines) const
{
    return m_form == 0 ? lines.entries : lines.shorter[m_form - 1];
}

void Piece::setLines(const Lines& lines)
{
    const std::vector<Entry>& entries = entriesOf(lines);
    if (lines.givesFromEnd && m_linesOf.size() != entries.size()) {
        m_linesOf.assign(entries.size(), m_linesEach);
    }
    // Of a budget each has one line, and what is left of it goes to the first that need it.
    int extra = m_budget - static_cast<int>(m_kept);
    int longest = 1;
    int used = 0;
    for (std::size_t i = 0; i < m_kept; ++i) {
        const Entry& entry = entries[i];
        int most = std::min(m_linesEach, m_budget > 0 ? 1 + std::max(extra, 0) : entry.mostLines);
        if (lines.givesFromEnd) {
            most = std::min(most, m_linesOf[i]);
        }
        auto text = m_texts->get(entry.lead, entry.text, TextStyle{m_points}, m_width, most);
        extra -= text->lines() - 1;
        used += text->lines();
        longest = std::max(longest, text->lines());
        if (lines.givesFromEnd) {
            m_linesOf[i] = text->lines();
        }
        const double height = text->height() + kEntryGap;
        m_lines.push_back({{std::move(text)}, height});
    }
    // So that one line less is one line less.
    if (m_budget > 0) {
        m_budget = std::min(m_budget, used);
    } else {
        m_linesEach = std::min(m_linesEach, longest);
    }
}

void Piece::setRun(const Run& run)
{
    const auto made = [&] {
        return m_texts->get(run.lead, runText(run, m_kept), TextStyle{m_points}, m_width,
                            m_linesEach);
    };
    auto text = made();
    // Better fewer of them than one that is cut, and how many there are is said.
    while (text->isCut() && m_kept > 1) {
        --m_kept;
        text = made();
    }
    const double height = text->height() + kEntryGap;
    m_lines.push_back({{std::move(text)}, height});
}

void Piece::chooseColumns(const Table& table)
{
    const std::size_t count = static_cast<std::size_t>(table.head.size());
    const auto gapAfter = [&](std::size_t column) {
        return kHairline + (column + 1 < count ? kColumnGap : 0);
    };
    std::vector<ColumnNeeds> needs(count);
    for (std::size_t column = 0; column < count; ++column) {
        const TextNeeds heading =
            m_texts->needs(table.head[static_cast<qsizetype>(column)], TextStyle{m_points, true});
        const double inTwoLines = std::max(heading.least, heading.most * kHalfOfHeading);
        TextNeeds all{inTwoLines, inTwoLines};
        for (std::size_t row = 0; row < m_kept; ++row) {
            const TextNeeds one = m_texts->needs(table.rows[row][column].text, TextStyle{m_points});
            all.least = std::max(all.least, one.least);
            all.most = std::max(all.most, one.most);
        }
        const double gap = gapAfter(column);
        needs[column] = {all.least + gap, all.most + gap, heading.most + gap};
    }
    m_columns.clear();
    m_linesEach = kLinesOfCell;
    const auto choices = columnChoices(needs, m_width, table.flexible);
    std::pair<std::size_t, double> best{std::numeric_limits<std::size_t>::max(), 0.0};
    std::vector<double> chosen = choices.front();
    for (std::size_t i = 0; choices.size() > 1 && i < choices.size(); ++i) {
        m_columns = choices[i];
        m_lines.clear();
        setTable(table);
        std::size_t cut = 0;
        for (const Line& line : m_lines) {
            cut += static_cast<std::size_t>(std::count_if(
                line.cells.begin(), line.cells.end(), [](const auto& c) { return c->isCut(); }));
        }
        if (const std::pair found{cut, height()}; found < best) {
            best = found;
            chosen = choices[i];
        }
        m_linesEach = kLinesOfCell;
    }
    m_columns = std::move(chosen);
}

double Piece::cellWidth(std::size_t column) const
{
    return m_columns[column] - (column + 1 < m_columns.size() ? kColumnGap : 0);
}

std::shared_ptr<const SetText>
Piece::cell(const Entry& entry, const TextStyle& style, double width) const
{
    const auto in = [&](int lines) {
        return m_texts->get(QString{}, entry.text, style, width, lines, entry.keptEnd);
    };
    auto text = in(m_linesEach);
    if (text->isCut() && m_linesEach > kLinesOfAbsurd &&
        (m_linesEach == kLinesOfCell || in(kLinesOfCell)->isCut())) {
        text = in(kLinesOfAbsurd);
    }
    return text;
}

Piece::Line Piece::rowOf(const Table& table, const std::vector<Entry>& cells, bool isHead) const
{
    Line line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        TextStyle style{m_points};
        style.isBold = isHead;
        if (i >= table.firstNumber) {
            style.alignment = Qt::AlignRight;
        }
        auto text = isHead
                        ? m_texts->get(QString{}, cells[i].text, style, cellWidth(i), kLinesOfHead)
                        : cell(cells[i], style, cellWidth(i));
        line.height = std::max(line.height, text->height() + 2 * kCellPadding);
        line.cells.push_back(std::move(text));
    }
    return line;
}

void Piece::setTable(const Table& table)
{
    std::vector<Entry> head;
    for (const QString& text : table.head) {
        head.push_back({{}, text});
    }
    m_head = rowOf(table, head, true);
    int longest = 1;
    for (std::size_t i = 0; i < m_kept; ++i) {
        m_lines.push_back(rowOf(table, table.rows[i], false));
        for (const auto& one : m_lines.back().cells) {
            longest = std::max(longest, one->lines());
        }
    }
    m_linesEach = std::min(m_linesEach, longest); // so that one line less is one line less
}

std::size_t Piece::count() const
{
    return std::visit(
        Overloaded{[&](const Lines& lines) { return entriesOf(lines).size(); },
                   [](const Table& table) { return table.rows.size(); },
                   [](const Run& run) { return static_cast<std::size_t>(run.items.size()); },
                   [](const Picture&) { return std::size_t{0}; }},
        m_element);
}

std::size_t Piece::least() const
{
    const auto* lines = std::get_if<Lines>(&m_element);
    if (lines != nullptr && lines->givesFromEnd) {
        return count();
    }
    const auto least = std::visit(Overloaded{[](const Picture&) { return std::size_t{0}; },
                                             [](const auto& list) { return list.least; }},
                                  m_element);
    const std::size_t few = least > kFewRows ? kFewRows : 1;
    return std::min({least, count(), m_needsOnlyFew ? few : least});
}

void Piece::setMore()
{
    m_more.reset();
    const bool isList =
        std::holds_alternative<Lines>(m_element) || std::holds_alternative<Table>(m_element);
    if (isList && m_kept < count()) {
        auto text = m_texts->get(QString{}, wording::reportMore(static_cast<int>(count() - m_kept)),
                                 TextStyle{m_points, false, ink::kMuted}, m_width, 1);
        const double height = text->height() + 2 * kCellPadding;
        m_more = Line{{std::move(text)}, height};
    }
}

bool Piece::isPicture() const
{
    return std::holds_alternative<Picture>(m_element);
}

double Piece::height() const
{
    if (m_isGone) {
        return 0;
    }
    if (isPicture()) {
        return m_pictureHeight;
    }
    double height = m_head ? m_head->height : 0;
    const std::size_t shown = std::holds_alternative<Run>(m_element) ? 1 : m_kept;
    for (std::size_t i = 0; i < shown; ++i) {
        height += m_lines[i].height;
    }
    return height + (m_more ? m_more->height : 0);
}

double Piece::tightening() const
{
    const auto* lines = std::get_if<Lines>(&m_element);
    const bool isByText = m_budget > 0 || (lines != nullptr && lines->givesFromEnd);
    double won = 0;
    for (const Line& line : m_lines) {
        int most = 0;
        for (const auto& cell : line.cells) {
            most = std::max(most, cell->lines());
        }
        if (most > 1 && isByText) {
            return line.height / (most + 1);
        }
        won += most > 1 && most == m_linesEach ? line.height / (most + 1) : 0;
    }
    return won;
}

double Piece::spare() const
{
    if (m_isGone) {
        return 0;
    }
    if (const auto* picture = std::get_if<Picture>(&m_element)) {
        return m_pictureHeight - picture->leastHeight * kMillimetre;
    }
    if (m_kept <= least()) {
        return 0;
    }
    if (std::holds_alternative<Run>(m_element)) {
        return m_lines.front().height * static_cast<double>(m_kept - least()) /
               static_cast<double>(m_kept);
    }
    double spare = 0;
    for (std::size_t i = least(); i < m_kept; ++i) {
        spare += m_lines[i].height;
    }
    return spare;
}

double Piece::spareOfText() const
{
    return m_isGone || isPicture() || m_kept > least() ? 0 : tightening();
}

double Piece::spareOfLongText() const
{
    const auto wouldCutShort = [&](const auto& cell) {
        return cell->lines() == m_linesEach && !cell->isCut() && cell->given().size() <= kLong;
    };
    const bool isLong = std::none_of(m_lines.begin(), m_lines.end(), [&](const Line& line) {
        return std::any_of(line.cells.begin(), line.cells.end(), wouldCutShort);
    });
    return isLong ? spareOfText() : 0;
}

void Piece::shrink()
{
    if (const auto* picture = std::get_if<Picture>(&m_element)) {
        m_pictureHeight =
            std::max(picture->leastHeight * kMillimetre, m_pictureHeight - kPictureStep);
        return;
    }
    if (m_kept > least()) {
        --m_kept;
        if (const auto* table = std::get_if<Table>(&m_element)) {
            chooseColumns(*table); // what needed the most may be gone
        }
    } else if (std::holds_alternative<Run>(m_element) && m_kept > 0) {
        m_kept = 0; // better none of them than one that is cut
    } else if (m_budget > 0) {
        --m_budget;
    } else if (!m_linesOf.empty()) {
        const auto last =
            std::find_if(m_linesOf.rbegin(), m_linesOf.rend(), [](int lines) { return lines > 1; });
        --*last;
    } else {
        --m_linesEach;
    }
    set();
}

bool Piece::shorten(bool isSoon)
{
    const auto* lines = std::get_if<Lines>(&m_element);
    if (lines == nullptr || m_form >= (isSoon ? lines->shorterSoon : lines->shorter.size())) {
        return false;
    }
    ++m_form;
    m_linesOf.clear();
    m_linesEach = mostLinesOf(entriesOf(*lines));
    m_kept = count();
    set();
    return true;
}

void Piece::needOnlyFew()
{
    m_needsOnlyFew = true;
}

void Piece::drop()
{
    m_isGone = true;
}

int Piece::importance() const
{
    return std::visit(
        Overloaded{[](const Picture& one) { return one.kind == Picture::Kind::Back ? 0 : 3; },
                   [](const Run&) { return 1; }, [](const Lines&) { return 2; },
                   [](const Table&) { return 3; }},
        m_element);
}

void Piece::placeLine(const Line& line, const QPointF& at, std::vector<Box>& boxes) const
{
    const bool isRow = !m_columns.empty() && line.cells.size() == m_columns.size();
    const double padding = m_columns.empty() ? 0 : kCellPadding;
    double left = at.x();
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const double width = isRow ? cellWidth(i) : m_width;
        const QRectF given{left, at.y() + padding, width, line.height - 2 * padding};
        boxes.push_back({Box::Kind::Text,
                         given,
                         line.cells[i]->covers().translated(given.topLeft()),
                         line.cells[i],
                         Picture::Kind::Back,
                         {}});
        left += isRow ? m_columns[i] : 0;
    }
}

void Piece::place(const QPointF& at, std::vector<Box>& boxes) const
{
    if (height() <= 0) {
        return;
    }
    if (const auto* picture = std::get_if<Picture>(&m_element)) {
        const QRectF area{at, QSizeF{m_width, m_pictureHeight}};
        boxes.push_back({Box::Kind::Picture, area, area, nullptr, picture->kind, {}});
        return;
    }
    double top = at.y();
    const auto add = [&](const Line& line) {
        placeLine(line, {at.x(), top}, boxes);
        top += line.height;
    };
    const auto rule = [&](const QColor& ink) {
        const QRectF line{at.x(), top, m_width, 0};
        boxes.push_back({Box::Kind::Rule, line, line, nullptr, Picture::Kind::Back, ink});
    };
    if (m_head) {
        add(*m_head);
        rule(ink::kRule);
    }
    const std::size_t shown = std::holds_alternative<Run>(m_element) ? 1 : m_kept;
    for (std::size_t i = 0; i < shown; ++i) {
        add(m_lines[i]);
        if (m_head && i + 1 < shown) {
            rule(ink::kFaint);
        }
    }
    if (m_more) {
        add(*m_more);
    }
}

} // namespace unclench::ui::report
