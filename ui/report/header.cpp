// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/header.h"

#include "ui/report/paper.h"

#include <algorithm>

namespace unclench::ui::report {

namespace {

constexpr double kTitlePoints = 14;
constexpr double kAboutGap = 5 * kMillimetre;
constexpr double kLineGap = 1.6 * kPoint;

void placeHead(const std::shared_ptr<const SetText>& text,
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

} // namespace

Header::Header(const Contents& contents, double points, double width)
    : m_contents(contents),
      m_title(std::make_shared<SetText>(
          QString{}, contents.title, TextStyle{kTitlePoints, true, ink::kText}, width, 2)),
      m_notice(std::make_shared<SetText>(
          wording::reportNotice(), contents.quality, TextStyle{points}, width, 3)),
      m_width(width)
{
    setAbout(points);
}

void Header::setAbout(double points)
{
    double left = 0;
    std::size_t line = 0;
    for (const Entry& entry : m_contents.about) {
        auto text =
            std::make_shared<SetText>(entry.lead, entry.text, TextStyle{points}, m_width, 1);
        const double width = text->covers().width() + kHairline;
        if (left > 0 && left + width > m_width) {
            left = 0;
            ++line;
        }
        m_about.push_back({std::move(text), left, line});
        left += width + kAboutGap;
    }
}

double Header::aboutHeight() const
{
    return m_about.empty()
               ? 0
               : static_cast<double>(m_about.back().line + 1) * m_about.front().text->height();
}

double Header::height() const
{
    return m_title->height() + kLineGap + aboutHeight() + kLineGap + m_notice->height() + kLineGap;
}

void Header::place(const QPointF& at, std::vector<Box>& boxes) const
{
    placeHead(m_title, {at, QSizeF{m_width, m_title->height()}}, boxes);
    double top = at.y() + m_title->height() + kLineGap;
    for (const Told& told : m_about) {
        const double height = told.text->height();
        const QPointF corner{at.x() + told.left, top + static_cast<double>(told.line) * height};
        const double width = std::min(told.text->covers().width() + kHairline, m_width - told.left);
        placeHead(told.text, {corner, QSizeF{width, height}}, boxes);
    }
    top += aboutHeight() + kLineGap;
    placeHead(m_notice, {at.x(), top, m_width, m_notice->height()}, boxes);
}

QStringList Header::leftOut() const
{
    QStringList said;
    for (const Entry& entry : inFull()) {
        said << wording::reportCut(entry.lead);
    }
    return said;
}

std::vector<Entry> Header::inFull() const
{
    std::vector<Entry> full;
    for (std::size_t i = 0; i < m_about.size(); ++i) {
        if (m_about[i].text->isCut()) {
            full.push_back(m_contents.about[i]);
        }
    }
    return full;
}

} // namespace unclench::ui::report
