// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/first_page.h"
#include "ui/report/paper.h"
#include "ui/report/pictures.h"

#include <QPainter>

#include <algorithm>

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

namespace {

/// A name has as much room on each page of a report that has no more pages than these.
constexpr int kUsualPages = 999;
constexpr double kFooterGap = 10 * kPoint;

SetText footerText(const QString& text, double width, Qt::Alignment alignment)
{
    return {QString{}, text, TextStyle{kLeastPoints, false, ink::kMuted, alignment}, width, 1};
}

double footerWidth(const QString& text)
{
    return needsOf(text, TextStyle{kLeastPoints}).most + kHairline;
}

/// Notice to the left, page to the right, and the name in what is left between them. A long name
/// takes the room of what the notice says besides.
struct Footer {
    QString notice = wording::reportFooter();
    double noticeWidth = 0;
    double pageWidth = 0;
    double nameWidth = 0;

    Footer(const QString& name, const QString& page, double width)
        : pageWidth(std::max(footerWidth(wording::reportPage(kUsualPages, kUsualPages)),
                             footerWidth(page)))
    {
        const auto share = [&] {
            noticeWidth = footerWidth(notice);
            nameWidth = width - noticeWidth - pageWidth - 2 * kFooterGap;
        };
        share();
        if (footerWidth(name) > nameWidth) {
            notice = wording::reportNotice();
            share();
        }
    }
};

} // namespace

bool isNameCut(const Contents& contents, QPageSize::PageSizeId paper)
{
    const Footer footer{contents.name, {}, footerRect(paper).width()};
    return footerText(contents.name, footer.nameWidth, Qt::AlignLeft).isCut();
}

std::vector<Box>
footerBoxes(const Contents& contents, QPageSize::PageSizeId paper, int page, int pages)
{
    const QRectF area = footerRect(paper);
    const QString number = pages > 0 ? wording::reportPage(page, pages) : QString{};
    const Footer footer{contents.name, number, area.width()};
    std::vector<Box> boxes;
    boxes.push_back({Box::Kind::Rule,
                     {area.topLeft(), QSizeF{area.width(), 0}},
                     {area.topLeft(), QSizeF{area.width(), 0}},
                     nullptr,
                     Picture::Kind::Back,
                     ink::kRule});
    double left = area.left();
    const auto add = [&](const QString& text, double width, Qt::Alignment alignment) {
        auto set = std::make_shared<SetText>(footerText(text, width, alignment));
        const QRectF given{left, area.bottom() - set->height(), width, set->height()};
        left += width + kFooterGap;
        if (!text.isEmpty()) {
            boxes.push_back({Box::Kind::Text,
                             given,
                             set->covers().translated(given.topLeft()),
                             set,
                             Picture::Kind::Back,
                             {}});
        }
    };
    add(footer.notice, footer.noticeWidth, Qt::AlignLeft);
    add(contents.name, footer.nameWidth, Qt::AlignLeft);
    add(number, footer.pageWidth, Qt::AlignRight);
    return boxes;
}

} // namespace unclench::ui::report
