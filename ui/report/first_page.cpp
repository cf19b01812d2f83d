// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/first_page.h"

#include "ui/report/header.h"
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
constexpr double kHeadingMore = 1.0;
/// Below kLeastPoints only where even the least of everything is higher than the page, which our
/// own texts are not in any font that we know.
constexpr std::array kSizes{kMostPoints, 10.5, 10.0, 9.5, kLeastPoints, 8.0, 7.0, 6.0};

/// What may be given up so that the rest fits, the least of it first, each with those before it.
enum class Gives {
    /// Some of their height.
    Pictures,
    /// Rows, down to the least of each part.
    Rows,
    /// The days of warnings that stand in sentences, and the lines of those that are no open
    /// emergencies.
    DaysOfWarnings,
    /// Texts in the person's own words are cut to a line each.
    Words,
    /// All rows but few.
    NearlyAll,
    /// Long texts of the sections are cut.
    LongTexts,
    /// Open emergencies stand in a sentence, too.
    LinesOfWarnings,
    /// Whole pieces of the sections.
    Pieces,
    /// Warnings are cut.
    Anything
};

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
        const double own = piece.height();
        height += own + (own > 0 && height > 0 ? kElementGap : 0);
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

    SetPart(const Part& part, double points, double setWidth, SetTexts& texts)
        : heading(styled(part.heading, points + kHeadingMore, true, ink::kAccent, setWidth, 2)),
          width(setWidth),
          firstWidth(part.beside.empty() ? setWidth : (setWidth - kBesideGap) * part.share)
    {
        for (const Element& element : part.elements) {
            pieces.emplace_back(element, points, firstWidth, texts);
        }
        for (const Element& element : part.beside) {
            beside.emplace_back(element, points, setWidth - kBesideGap - firstWidth, texts);
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
                top += piece.height() + (piece.height() > 0 ? kElementGap : 0);
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

/// Header and warnings over the whole width; the sections below them in two columns, the first of
/// them down the left one, so that no row waits for its taller half.
class Fit {
public:
    /// So many of the sections go down the left column.
    Fit(const Contents& contents,
        const QRectF& body,
        double points,
        std::size_t onTheLeft,
        const QString& note,
        SetTexts& texts)
        : m_body(body), m_points(points), m_header(contents, points, body.width())
    {
        if (!note.isEmpty()) {
            m_note =
                styled(note, std::min(points, kLeastPoints), false, ink::kText, body.width(), 3);
        }
        if (!contents.words.isEmpty()) {
            m_wide.emplace_back(contents.words, points, body.width(), texts);
        }
        m_wide.emplace_back(contents.warnings, points, body.width(), texts);
        const bool isOneColumn = onTheLeft >= contents.sections.size();
        m_columnWidth = isOneColumn ? body.width() : (body.width() - kColumnsGap) / 2;
        for (std::size_t i = 0; i < contents.sections.size(); ++i) {
            (i < onTheLeft ? m_left : m_right)
                .emplace_back(contents.sections[i].second, points, m_columnWidth, texts);
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
        std::vector<SetPart>& higher = stacked(m_left) > stacked(m_right) ? m_left : m_right;
        const auto give = [](Piece* piece) {
            if (piece != nullptr) {
                piece->shrink();
            }
            return piece != nullptr;
        };
        if (give(mostOf(higher, &Piece::spare, gives == Gives::Pictures))) {
            return true;
        }
        const auto may = [&](Gives one) { return gives >= one; };
        return (may(Gives::DaysOfWarnings) && shorten(true)) ||
               (may(Gives::Words) && m_wide.size() > 1 && give(mostOfText(m_wide.front()))) ||
               (may(Gives::NearlyAll) && needOnlyFew() && shrink(gives)) ||
               (may(Gives::LongTexts) && give(mostOf(higher, &Piece::spareOfLongText, false))) ||
               (may(Gives::LinesOfWarnings) && shorten(false)) ||
               (may(Gives::Pieces) && drop(higher)) ||
               (may(Gives::Anything) && give(mostOfText(m_wide.back())));
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
        page.leftOut = m_header.leftOut();
        page.inFull = m_header.inFull();
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
    static Piece*
    mostOf(std::vector<SetPart>& parts, double (Piece::*spare)() const, bool onlyPictures)
    {
        Piece* most = nullptr;
        for (SetPart& part : parts) {
            for (Piece& piece : part.tallerColumn()) {
                if ((!onlyPictures || piece.isPicture()) && (piece.*spare)() > kHairline &&
                    (most == nullptr || (piece.*spare)() > (most->*spare)())) {
                    most = &piece;
                }
            }
        }
        return most;
    }
    /// Drops the one that is missed the least, the highest of several. False: there is none.
    static bool drop(std::vector<SetPart>& parts)
    {
        Piece* found = nullptr;
        const auto rank = [](const Piece& piece) {
            return std::pair{-piece.importance(), piece.height()};
        };
        for (SetPart& part : parts) {
            for (Piece& piece : part.tallerColumn()) {
                if (piece.height() > 0 && (found == nullptr || rank(piece) > rank(*found))) {
                    found = &piece;
                }
            }
        }
        if (found != nullptr) {
            found->drop();
        }
        return found != nullptr;
    }
    static Piece* mostOfText(SetPart& part)
    {
        Piece* most = nullptr;
        for (Piece& piece : part.pieces) {
            if (piece.spareOfText() > kHairline) {
                most = &piece;
            }
        }
        return most;
    }
    /// False: all warnings stand in the shortest way.
    bool shorten(bool isSoon)
    {
        std::vector<Piece>& warnings = m_wide.back().pieces;
        return std::any_of(warnings.begin(), warnings.end(),
                           [&](Piece& piece) { return piece.shorten(isSoon); });
    }
    /// False: they know already.
    bool needOnlyFew()
    {
        for (auto* column : {&m_left, &m_right}) {
            for (SetPart& part : *column) {
                for (auto* pieces : {&part.pieces, &part.beside}) {
                    for (Piece& piece : *pieces) {
                        piece.needOnlyFew();
                    }
                }
            }
        }
        return !std::exchange(m_needsOnlyFew, true);
    }
    static void place(const SetPart& part, const QPointF& at, FirstPage& page)
    {
        part.place(at, page.boxes);
        for (const auto* column : {&part.pieces, &part.beside}) {
            for (const Piece& piece : *column) {
                page.leftOut += piece.leftOut();
                const auto full = piece.inFull();
                page.inFull.insert(page.inFull.end(), full.begin(), full.end());
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
    bool m_needsOnlyFew = false;
    Header m_header;
    std::vector<SetPart> m_wide;
    std::vector<SetPart> m_left;
    std::vector<SetPart> m_right;
    std::shared_ptr<const SetText> m_note;
};

/// How many sections may go down the left column, the most even first; one alone takes the whole
/// width.
std::vector<std::size_t>
splitsOf(const Contents& contents, const QRectF& body, double points, SetTexts& texts)
{
    const std::size_t count = contents.sections.size();
    if (count < 2) {
        return {count};
    }
    std::vector<double> heights;
    double all = 0;
    for (const auto& [section, part] : contents.sections) {
        heights.push_back(SetPart{part, points, (body.width() - kColumnsGap) / 2, texts}.height());
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
Fit fitAt(double points,
          const Contents& contents,
          const QRectF& body,
          const QString& note,
          SetTexts& texts)
{
    const std::vector<std::size_t> splits = splitsOf(contents, body, points, texts);
    if (points > kLeastPoints) {
        Fit fit{contents, body, points, splits.front(), note, texts};
        fit.shrinkUntilItFits(Gives::Pictures);
        return fit;
    }
    std::optional<Fit> fit;
    for (const Gives gives :
         {Gives::Rows, Gives::DaysOfWarnings, Gives::Words, Gives::NearlyAll, Gives::LongTexts,
          Gives::LinesOfWarnings, Gives::Pieces, Gives::Anything}) {
        for (const std::size_t left : splits) {
            fit.emplace(contents, body, points, left, note, texts);
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
    SetTexts texts;
    std::optional<Fit> fit;
    for (const double points : kSizes) {
        fit.emplace(fitAt(points, contents, body, note, texts));
        if (fit->fits()) {
            break;
        }
    }
    FirstPage page = fit->page();
    page.paper = paper;
    if (isNameCut(contents, paper)) {
        page.leftOut << wording::reportCut(wording::reportLabel(wording::ReportLabel::NameAtFoot));
    }
    return page;
}

} // namespace unclench::ui::report
