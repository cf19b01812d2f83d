// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/piece.h"

#include "ui/report/paper.h"

#include <algorithm>

namespace unclench::ui::report {

namespace {

/// Between one entry and the next, between columns, and over and under the cells of a row.
constexpr double kEntryGap = 1.0 * kPoint;
constexpr double kColumnGap = 6 * kPoint;
constexpr double kCellPadding = 0.7 * kPoint;
/// By so much a picture gives way at a time.
constexpr double kPictureStep = 2 * kMillimetre;
constexpr int kLinesOfCell = 2;
constexpr int kLinesOfHead = 3;
constexpr int kLinesOfRun = 3;
/// A column that gives way to others keeps so much of the width.
constexpr double kLeastFlexible = 0.3;
constexpr double kRoomyFlexible = 0.48;
/// Wider than any page: for measuring.
constexpr double kUnbounded = 100'000;
const QString kBetween = QStringLiteral("; ");

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

QString runText(const Run& run, std::size_t kept)
{
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

int mostLinesOf(const Lines& lines)
{
    int most = 1;
    for (const Entry& entry : lines.entries) {
        most = std::max(most, entry.mostLines);
    }
    return most;
}

} // namespace

Piece::Piece(const Element& element, double points, double width)
    : m_element(element), m_points(points), m_width(width)
{
    std::visit(Overloaded{[&](const Lines& lines) {
                              m_kept = std::min(lines.entries.size(), lines.most);
                              m_linesEach = lines.budget > 0 ? lines.budget : mostLinesOf(lines);
                          },
                          [&](const Table& table) {
                              m_kept = std::min(table.rows.size(), table.most);
                              m_linesEach = kLinesOfCell;
                              measureColumns(table);
                          },
                          [&](const Run& run) {
                              m_kept =
                                  std::min(static_cast<std::size_t>(run.items.size()), run.most);
                              m_linesEach = kLinesOfRun;
                          },
                          [&](const Picture& picture) {
                              m_pictureHeight = picture.mostHeight * kMillimetre;
                          }},
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

void Piece::setLines(const Lines& lines)
{
    // Of a budget each has one line, and what is left of it goes to the first that need it.
    int extra = lines.budget - static_cast<int>(m_kept);
    int longest = 1;
    for (std::size_t i = 0; i < m_kept; ++i) {
        const Entry& entry = lines.entries[i];
        const int most =
            std::min(m_linesEach, lines.budget > 0 ? 1 + std::max(extra, 0) : entry.mostLines);
        const bool isWhole = m_hasDays || entry.withoutDays.isEmpty();
        auto text = std::make_shared<SetText>(entry.lead, isWhole ? entry.text : entry.withoutDays,
                                              TextStyle{m_points}, m_width, most);
        extra -= text->lines() - 1;
        longest = std::max(longest, text->lines());
        const double height = text->height() + kEntryGap;
        m_lines.push_back({{std::move(text)}, height});
    }
    if (lines.budget == 0) {
        m_linesEach = std::min(m_linesEach, longest); // so that one line less is one line less
    }
}

void Piece::setRun(const Run& run)
{
    const auto made = [&] {
        return std::make_shared<SetText>(run.lead, runText(run, m_kept), TextStyle{m_points},
                                         m_width, m_linesEach);
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

/// Each column as wide as what stands in it, and the rest for the flexible one.
void Piece::measureColumns(const Table& table)
{
    const auto widthOf = [&](const QString& text, bool isBold) {
        const SetText set{QString{}, text, TextStyle{m_points, isBold}, kUnbounded, 1};
        return set.covers().width() + kHairline;
    };
    double others = 0;
    for (std::size_t column = 0; column < static_cast<std::size_t>(table.head.size()); ++column) {
        const QString& head = table.head[static_cast<qsizetype>(column)];
        double width = 0;
        for (const QString& word : head.split(QLatin1Char(' '))) {
            width = std::max(width, widthOf(word, true)); // a heading may wrap between its words
        }
        for (std::size_t row = 0; row < m_kept && column != table.flexible; ++row) {
            width = std::max(width, widthOf(table.rows[row][column].text, false));
        }
        const bool isLast = static_cast<qsizetype>(column) + 1 == table.head.size();
        m_columns.push_back(width + (isLast ? 0 : kColumnGap));
        others += column == table.flexible ? 0 : m_columns.back();
    }
    // The widest gives way: it has spaces to wrap at, where a number or a heading has none.
    const double most = m_width * (1 - kLeastFlexible);
    if (others > most) {
        m_columns[table.flexible] = 0;
        double& widest = *std::max_element(m_columns.begin(), m_columns.end());
        const double given = std::min(others - most, widest / 2);
        widest -= given;
        others -= given;
    }
    m_columns[table.flexible] = m_width - others;
    // Headings on one line, as far as there is room.
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const double more =
            widthOf(table.head[static_cast<qsizetype>(column)], true) - cellWidth(column);
        if (column != table.flexible && more > 0 &&
            m_columns[table.flexible] - more >= m_width * kRoomyFlexible) {
            m_columns[column] += more;
            m_columns[table.flexible] -= more;
        }
    }
}

double Piece::cellWidth(std::size_t column) const
{
    return m_columns[column] - (column + 1 < m_columns.size() ? kColumnGap : 0);
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
        auto text = std::make_shared<SetText>(QString{}, cells[i].text, style, cellWidth(i),
                                              isHead ? kLinesOfHead : m_linesEach);
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
    for (std::size_t i = 0; i < m_kept; ++i) {
        m_lines.push_back(rowOf(table, table.rows[i], false));
    }
}

std::size_t Piece::count() const
{
    return std::visit(
        Overloaded{[](const Lines& lines) { return lines.entries.size(); },
                   [](const Table& table) { return table.rows.size(); },
                   [](const Run& run) { return static_cast<std::size_t>(run.items.size()); },
                   [](const Picture&) { return std::size_t{0}; }},
        m_element);
}

std::size_t Piece::least() const
{
    const auto least = std::visit(Overloaded{[](const Picture&) { return std::size_t{0}; },
                                             [](const auto& list) { return list.least; }},
                                  m_element);
    return std::min(least, count());
}

void Piece::setMore()
{
    m_more.reset();
    const bool isList =
        std::holds_alternative<Lines>(m_element) || std::holds_alternative<Table>(m_element);
    if (isList && m_kept < count()) {
        auto text = std::make_shared<SetText>(
            QString{}, wording::reportMore(static_cast<int>(count() - m_kept)),
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
    if (m_linesEach <= 1 || (lines != nullptr && lines->budget > 0)) {
        return 0;
    }
    double won = 0;
    for (const Line& line : m_lines) {
        int most = 0;
        for (const auto& cell : line.cells) {
            most = std::max(most, cell->lines());
        }
        won += most == m_linesEach ? line.height / (most + 1) : 0;
    }
    return won;
}

double Piece::spare() const
{
    if (const auto* picture = std::get_if<Picture>(&m_element)) {
        return m_pictureHeight - picture->leastHeight * kMillimetre;
    }
    if (m_kept <= least()) {
        return tightening();
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

void Piece::shrink()
{
    if (const auto* picture = std::get_if<Picture>(&m_element)) {
        m_pictureHeight =
            std::max(picture->leastHeight * kMillimetre, m_pictureHeight - kPictureStep);
        return;
    }
    if (m_kept > least()) {
        --m_kept;
    } else {
        --m_linesEach;
    }
    set();
}

bool Piece::dropDays()
{
    const auto* lines = std::get_if<Lines>(&m_element);
    const bool hasSome = m_hasDays && lines != nullptr &&
                         std::any_of(lines->entries.begin(), lines->entries.end(),
                                     [](const Entry& e) { return !e.withoutDays.isEmpty(); });
    if (hasSome) {
        m_hasDays = false;
        set();
    }
    return hasSome;
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

QStringList Piece::leftOut() const
{
    QStringList said;
    const QString name = std::visit(Overloaded{[](const Picture&) { return QString{}; },
                                               [](const Run& run) { return run.lead; },
                                               [](const auto& list) { return list.name; }},
                                    m_element);
    if (!isPicture() && m_kept < count()) {
        said << wording::reportLeftOut(name, static_cast<int>(count() - m_kept),
                                       static_cast<int>(count()));
    }
    const auto* lines = std::get_if<Lines>(&m_element);
    if (lines != nullptr && !m_hasDays) {
        for (const Entry& entry : lines->entries) {
            if (!entry.withoutDays.isEmpty()) {
                said << wording::reportWithoutDays(entry.lead);
            }
        }
    }
    const std::size_t shown = std::holds_alternative<Run>(m_element) ? m_lines.size()
                              : isPicture()                          ? 0
                                                                     : m_kept;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool isCut = std::any_of(m_lines[i].cells.begin(), m_lines[i].cells.end(),
                                       [](const auto& cell) { return cell->isCut(); });
        if (!isCut) {
            continue;
        }
        const QString lead = lines != nullptr ? lines->entries[i].lead : QString{};
        const QString sentence = wording::reportCut(lead.isEmpty() ? name : lead);
        if (!said.contains(sentence)) {
            said << sentence;
        }
    }
    return said;
}

} // namespace unclench::ui::report
