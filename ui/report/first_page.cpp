// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/first_page.h"

#include "ui/report/paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace unclench::ui::report {

namespace {

constexpr double kColumnsGap = 6 * kMillimetre;
constexpr double kRowGap = 1.8 * kMillimetre;
constexpr double kMostRowGap = 5 * kMillimetre;
constexpr double kPartGap = 1.6 * kMillimetre;
constexpr double kAfterHeading = 1.8 * kPoint;
constexpr double kElementGap = 1.6 * kPoint;
constexpr double kBesideGap = 4 * kMillimetre;
constexpr double kTitlePoints = 14;
constexpr double kHeadingMore = 1.0;
/// Below kLeastPoints only where even the least of everything is higher than the page, which our
/// own texts are not in any font that we know.
constexpr std::array kSizes{kMostPoints, 10.5, 10.0, 9.5, kLeastPoints, 8.0, 7.0, 6.0};

/// What may be given up so that the rest fits, the least of it first. Warnings are not cut while
/// anything else can give way.
enum class Gives { Pictures, Columns, DaysOfWarnings, Anything };

std::shared_ptr<const SetText>
styled(const QString& text, double points, bool isBold, const QColor& ink, double width, int lines)
{
    return std::make_shared<SetText>(QString{}, text, TextStyle{points, isBold, ink}, width, lines);
}

void placeText(const std::shared_ptr<const SetText>& text,
               const QRectF& given,
               std::vector<Box>& boxes)
{
    boxes.push_back({Box::Kind::Text,
                     given,
                     text->covers().translated(given.topLeft()),
                     text,
                     Picture::Kind::Back,
                     {}});
}

void placeRule(double left, double y, double width, const QColor& ink, std::vector<Box>& boxes)
{
    const QRectF line{left, y, width, 0};
    boxes.push_back({Box::Kind::Rule, line, line, nullptr, Picture::Kind::Back, ink});
}

double stacked(const std::vector<Piece>& pieces)
{
    double height = 0;
    for (const Piece& piece : pieces) {
        height += piece.height() + (height > 0 ? kElementGap : 0);
    }
    return height;
}

/// A part of the contents at a width.
struct SetPart {
    std::shared_ptr<const SetText> heading;
    double width = 0;
    double firstWidth = 0;
    std::vector<Piece> pieces;
    std::vector<Piece> beside;

    SetPart(const Part& part, double points, double setWidth)
        : heading(styled(part.heading, points + kHeadingMore, true, ink::kAccent, setWidth, 2)),
          width(setWidth),
          firstWidth(part.beside.empty() ? setWidth : (setWidth - kBesideGap) * part.share)
    {
        for (const Element& element : part.elements) {
            pieces.emplace_back(element, points, firstWidth);
        }
        for (const Element& element : part.beside) {
            beside.emplace_back(element, points, setWidth - kBesideGap - firstWidth);
        }
    }
    [[nodiscard]] double above() const { return heading->height() + kAfterHeading + kElementGap; }
    [[nodiscard]] double height() const
    {
        return above() + std::max(stacked(pieces), stacked(beside));
    }
    [[nodiscard]] std::vector<Piece>& tallerColumn()
    {
        return stacked(pieces) >= stacked(beside) ? pieces : beside;
    }
    void place(const QPointF& at, std::vector<Box>& boxes) const
    {
        placeText(heading, {at, QSizeF{width, heading->height()}}, boxes);
        placeRule(at.x(), at.y() + heading->height() + kHairline, width, ink::kAccent, boxes);
        const auto column = [&](const std::vector<Piece>& all, double left) {
            double top = at.y() + above();
            for (const Piece& piece : all) {
                piece.place({left, top}, boxes);
                top += piece.height() + kElementGap;
            }
        };
        column(pieces, at.x());
        column(beside, at.x() + firstWidth + kBesideGap);
    }
};

double stacked(const std::vector<SetPart>& parts)
{
    double height = 0;
    for (const SetPart& part : parts) {
        height += part.height() + (height > 0 ? kPartGap : 0);
    }
    return height;
}

/// Title, whom it is about, how the diary was kept.
class Header {
public:
    Header(const Contents& contents, double points, double width)
        : m_title(styled(contents.title, kTitlePoints, true, ink::kText, width, 2)),
          m_notice(std::make_shared<SetText>(
              wording::reportNotice(), contents.quality, TextStyle{points}, width, 3)),
          m_width(width)
    {
        // As wide as each needs; the name, which comes first, gives way to the others.
        double left = width;
        for (auto entry = contents.about.rbegin(); entry != contents.about.rend(); ++entry) {
            const bool isFirst = entry + 1 == contents.about.rend();
            const double most = isFirst ? left - kAboutGap : width * kMostOfOne;
            auto text =
                std::make_shared<SetText>(entry->lead, entry->text, TextStyle{points}, most, 1);
            const double gap = entry == contents.about.rbegin() ? kPoint : kAboutGap;
            const double taken = isFirst ? left : text->covers().width() + gap;
            left -= taken;
            m_about.insert(m_about.begin(), {std::move(text), taken});
        }
    }
    [[nodiscard]] double height() const
    {
        return m_title->height() + kElementGap + aboutHeight() + kElementGap + m_notice->height() +
               kElementGap;
    }
    void place(const QPointF& at, std::vector<Box>& boxes) const
    {
        placeText(m_title, {at, QSizeF{m_width, m_title->height()}}, boxes);
        double left = at.x();
        double top = at.y() + m_title->height() + kElementGap;
        for (const auto& [text, taken] : m_about) {
            placeText(text, {left, top, text->covers().width() + kHairline, text->height()}, boxes);
            left += taken;
        }
        top += aboutHeight() + kElementGap;
        placeText(m_notice, {at.x(), top, m_width, m_notice->height()}, boxes);
    }

private:
    static constexpr double kAboutGap = 5 * kMillimetre;
    static constexpr double kMostOfOne = 0.3;
    [[nodiscard]] double aboutHeight() const
    {
        double height = 0;
        for (const auto& [text, taken] : m_about) {
            height = std::max(height, text->height());
        }
        return height;
    }
    std::shared_ptr<const SetText> m_title;
    std::shared_ptr<const SetText> m_notice;
    double m_width;
    std::vector<std::pair<std::shared_ptr<const SetText>, double>> m_about;
};

/// Header and warnings over the whole width; the sections below them in two columns, the first of
/// them down the left one, so that no row waits for its taller half.
class Fit {
public:
    /// So many of the sections go down the left column.
    Fit(const Contents& contents,
        const QRectF& body,
        double points,
        std::size_t onTheLeft,
        const QString& note)
        : m_body(body), m_points(points), m_header(contents, points, body.width())
    {
        if (!note.isEmpty()) {
            m_note =
                styled(note, std::min(points, kLeastPoints), false, ink::kText, body.width(), 3);
        }
        if (!contents.words.isEmpty()) {
            m_wide.emplace_back(contents.words, points, body.width());
        }
        m_wide.emplace_back(contents.warnings, points, body.width());
        const bool isOneColumn = onTheLeft >= contents.sections.size();
        m_columnWidth = isOneColumn ? body.width() : (body.width() - kColumnsGap) / 2;
        for (std::size_t i = 0; i < contents.sections.size(); ++i) {
            (i < onTheLeft ? m_left : m_right)
                .emplace_back(contents.sections[i].second, points, m_columnWidth);
        }
    }

    [[nodiscard]] double height() const
    {
        double height = m_header.height() + (m_note ? kRowGap + m_note->height() : 0);
        for (const SetPart& part : m_wide) {
            height += kRowGap + part.height();
        }
        return height + kRowGap + std::max(stacked(m_left), stacked(m_right));
    }
    [[nodiscard]] bool fits() const { return height() <= m_body.height(); }
    /// Gives up one line, or a little of a picture, where the page is lowered by it. False: nothing
    /// is left to give.
    bool shrink(Gives gives)
    {
        const bool onlyPictures = gives == Gives::Pictures;
        Piece* most = nullptr;
        const auto look = [&](std::vector<SetPart>& parts) {
            for (SetPart& part : parts) {
                for (Piece& piece : part.tallerColumn()) {
                    if ((!onlyPictures || piece.isPicture()) && piece.spare() > kHairline &&
                        (most == nullptr || piece.spare() > most->spare())) {
                        most = &piece;
                    }
                }
            }
        };
        look(stacked(m_left) > stacked(m_right) ? m_left : m_right);
        if (most == nullptr && gives >= Gives::DaysOfWarnings && dropDays()) {
            return true;
        }
        if (most == nullptr && gives == Gives::Anything) {
            look(m_wide);
        }
        if (most == nullptr) {
            return false;
        }
        most->shrink();
        return true;
    }
    void shrinkUntilItFits(Gives gives)
    {
        while (!fits() && shrink(gives)) {
        }
    }

    [[nodiscard]] FirstPage page() const
    {
        FirstPage page;
        page.points = m_points;
        page.mostBottom = m_body.bottom();
        const double free = m_body.height() - height();
        const double gap =
            std::clamp(kRowGap + free / static_cast<double>(m_wide.size() + m_left.size() + 2),
                       kRowGap, kMostRowGap);
        m_header.place(m_body.topLeft(), page.boxes);
        double top = m_body.top() + m_header.height();
        for (const SetPart& part : m_wide) {
            top += gap;
            place(part, {m_body.left(), top}, page);
            top += part.height();
        }
        top += gap;
        const double partGap = kPartGap + gap - kRowGap;
        const double left = placeColumn(m_left, {m_body.left(), top}, partGap, page);
        const double right =
            placeColumn(m_right, {m_body.left() + m_columnWidth + kColumnsGap, top}, partGap, page);
        page.bottom = std::max(left, right);
        if (m_note) {
            placeText(m_note,
                      {m_body.left(), m_body.bottom() - m_note->height(), m_body.width(),
                       m_note->height()},
                      page.boxes);
            page.bottom = m_body.bottom();
        }
        page.leftOut.removeDuplicates();
        return page;
    }

private:
    /// False: there are none any more.
    bool dropDays()
    {
        bool hasDropped = false;
        for (SetPart& part : m_wide) {
            for (Piece& piece : part.pieces) {
                hasDropped = piece.dropDays() || hasDropped;
            }
        }
        return hasDropped;
    }
    static void place(const SetPart& part, const QPointF& at, FirstPage& page)
    {
        part.place(at, page.boxes);
        for (const auto* column : {&part.pieces, &part.beside}) {
            for (const Piece& piece : *column) {
                page.leftOut += piece.leftOut();
            }
        }
    }
    static double
    placeColumn(const std::vector<SetPart>& parts, QPointF at, double gap, FirstPage& page)
    {
        double bottom = at.y();
        for (const SetPart& part : parts) {
            place(part, at, page);
            bottom = at.y() + part.height();
            at.setY(bottom + gap);
        }
        return bottom;
    }

    QRectF m_body;
    double m_points;
    double m_columnWidth = 0;
    Header m_header;
    std::vector<SetPart> m_wide;
    std::vector<SetPart> m_left;
    std::vector<SetPart> m_right;
    std::shared_ptr<const SetText> m_note;
};

/// How many sections may go down the left column, the most even first; one alone takes the whole
/// width.
std::vector<std::size_t> splitsOf(const Contents& contents, const QRectF& body, double points)
{
    const std::size_t count = contents.sections.size();
    if (count < 2) {
        return {count};
    }
    std::vector<double> heights;
    double all = 0;
    for (const auto& [section, part] : contents.sections) {
        heights.push_back(SetPart{part, points, (body.width() - kColumnsGap) / 2}.height());
        all += heights.back();
    }
    std::vector<std::pair<double, std::size_t>> found;
    double left = 0;
    for (std::size_t i = 1; i < count; ++i) {
        left += heights[i - 1];
        found.emplace_back(std::abs(all - 2 * left), i);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> splits;
    for (const auto& [unevenness, onTheLeft] : found) {
        splits.push_back(onTheLeft);
    }
    return splits;
}

/// At one size; where nothing fits, the last that was tried.
Fit fitAt(double points, const Contents& contents, const QRectF& body, const QString& note)
{
    const std::vector<std::size_t> splits = splitsOf(contents, body, points);
    if (points > kLeastPoints) {
        Fit fit{contents, body, points, splits.front(), note};
        fit.shrinkUntilItFits(Gives::Pictures);
        return fit;
    }
    std::optional<Fit> fit;
    for (const Gives gives : {Gives::Columns, Gives::DaysOfWarnings, Gives::Anything}) {
        for (const std::size_t left : splits) {
            fit.emplace(contents, body, points, left, note);
            fit->shrinkUntilItFits(gives);
            if (fit->fits()) {
                return std::move(*fit);
            }
        }
    }
    return std::move(*fit);
}

} // namespace

FirstPage firstPage(const Contents& contents, QPageSize::PageSizeId paper, const QString& note)
{
    const QRectF body = bodyRect(paper);
    std::optional<Fit> fit;
    for (const double points : kSizes) {
        fit.emplace(fitAt(points, contents, body, note));
        if (fit->fits()) {
            break;
        }
    }
    FirstPage page = fit->page();
    page.paper = paper;
    return page;
}

} // namespace unclench::ui::report
