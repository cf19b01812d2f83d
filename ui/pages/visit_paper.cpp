// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_paper.h"

#include "ui/theme.h"

#include <QPainter>

#include <cmath>

namespace unclench::ui {

namespace {

constexpr double kPaperLeast = 26; // in units of the grid

} // namespace

VisitPaper::VisitPaper(QWidget* parent)
    : QLabel(parent), m_paper(QPageSize{report::usualPaper()}.size(QPageSize::Millimeter))
{
    setObjectName(QStringLiteral("visitPaper"));
    setAccessibleName(tr("The page for the doctor"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void VisitPaper::display(std::shared_ptr<const report::Report> report)
{
    m_report = std::move(report);
    m_sheet = {};
    if (m_report) {
        m_paper = m_report->paper().size(QPageSize::Millimeter);
    }
    setAccessibleDescription(m_report ? m_report->toText() : QString{});
    updateGeometry();
    update();
}

void VisitPaper::release()
{
    m_report.reset();
}

double VisitPaper::ratio() const
{
    return m_paper.height() / m_paper.width();
}

QSize VisitPaper::sizeHint() const
{
    const int width = 2 * minimumSizeHint().width();
    return {width, heightForWidth(width)};
}

QSize VisitPaper::minimumSizeHint() const
{
    return {theme::grid(font(), kPaperLeast), theme::grid(font(), kPaperLeast)};
}

int VisitPaper::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(width * ratio()));
}

void VisitPaper::paintSheet()
{
    const double scale = devicePixelRatioF();
    const QSize wanted = (QSizeF{size()} * scale).toSize();
    if (!m_report || (m_sheet.size() == wanted && !wanted.isEmpty())) {
        return;
    }
    m_sheet = QImage{wanted, QImage::Format_RGB32};
    m_sheet.setDevicePixelRatio(scale);
    m_sheet.fill(Qt::white);
    QPainter painter{&m_sheet};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QSizeF paper = m_report->paper().size(QPageSize::Millimeter);
    m_report->paintFirstPage(painter, std::min(width() / paper.width(), height() / paper.height()));
}

void VisitPaper::paintEvent(QPaintEvent*)
{
    paintSheet();
    QPainter painter{this};
    painter.fillRect(rect(), Qt::white); // paper, also on a dark desktop
    if (!m_sheet.isNull()) {
        painter.drawImage(rect(), m_sheet);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (hasFocus()) {
        painter.setPen(QPen{palette().color(QPalette::Highlight), 4.0});
        painter.drawRect(rect().adjusted(2, 2, -2, -2));
    }
}

} // namespace unclench::ui
