// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/first_page.h"
#include "ui/report/paper.h"
#include "ui/report/pictures.h"

#include <QPainter>

namespace unclench::ui::report {

void paintBoxes(QPainter& painter, const std::vector<Box>& boxes, const Contents& contents)
{
    for (const Box& box : boxes) {
        switch (box.kind) {
        case Box::Kind::Text: box.text->paint(painter, box.given.topLeft()); break;
        case Box::Kind::Rule:
            painter.setPen(QPen{box.ink, kHairline});
            painter.drawLine(box.given.topLeft(), box.given.topRight());
            break;
        case Box::Kind::Picture: paintPicture(painter, box.picture, box.given, contents); break;
        }
    }
}

std::vector<Box>
footerBoxes(const Contents& contents, QPageSize::PageSizeId paper, int page, int pages)
{
    // Notice to the left, name in the middle, page to the right.
    constexpr double kNoticeShare = 0.70;
    constexpr double kNameShare = 0.16;
    const QRectF area = footerRect(paper);
    std::vector<Box> boxes;
    boxes.push_back({Box::Kind::Rule,
                     {area.topLeft(), QSizeF{area.width(), 0}},
                     {area.topLeft(), QSizeF{area.width(), 0}},
                     nullptr,
                     Picture::Kind::Back,
                     ink::kRule});
    double left = area.left();
    const auto add = [&](const QString& text, double share, Qt::Alignment alignment) {
        const double width = area.width() * share;
        TextStyle style{kLeastPoints, false, ink::kMuted, alignment};
        auto set = std::make_shared<SetText>(QString{}, text, style, width - 4 * kPoint, 1);
        const QRectF given{left, area.bottom() - set->height(), width - 4 * kPoint, set->height()};
        left += width;
        if (!text.isEmpty()) {
            boxes.push_back({Box::Kind::Text,
                             given,
                             set->covers().translated(given.topLeft()),
                             set,
                             Picture::Kind::Back,
                             {}});
        }
    };
    add(wording::reportFooter(), kNoticeShare, Qt::AlignLeft);
    add(contents.name, kNameShare, Qt::AlignLeft);
    left += 4 * kPoint; // the last ends at the margin
    add(pages > 0 ? wording::reportPage(page, pages) : QString{}, 1 - kNoticeShare - kNameShare,
        Qt::AlignRight);
    return boxes;
}

} // namespace unclench::ui::report
