// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_paper.h"

#include "ui/visit_reading.h"

#include <QDir>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace unclench::app {

namespace {

constexpr double kDotsPerMillimetre = 5;

Visit paperVisit(Engine& engine)
{
    const std::vector<Visit> visits = engine.diary().visits();
    const auto ahead = std::find_if(visits.begin(), visits.end(),
                                    [](const Visit& visit) { return !visit.isOver; });
    if (ahead != visits.end()) {
        return *ahead;
    }
    Visit today;
    today.at = engine.now().wall;
    return today;
}

} // namespace

bool renderPaper(Engine& engine, const ui::Words& words, const QDir& folder, const QString& story)
{
    const ui::report::Report report = ui::readReport(engine, paperVisit(engine), words);
    const QSizeF paper = report.paper().size(QPageSize::Millimeter);
    QImage page{(paper * kDotsPerMillimetre).toSize(), QImage::Format_RGB32};
    page.fill(Qt::white);
    {
        QPainter painter{&page};
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        report.paintFirstPage(painter, kDotsPerMillimetre);
    }
    const QString name = QStringLiteral("paper-%1%2.png");
    return page.save(folder.filePath(name.arg(story, QString{}))) &&
           page.convertToFormat(QImage::Format_Grayscale8)
               .save(folder.filePath(name.arg(story, QStringLiteral("-grey"))));
}

} // namespace unclench::app
