// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_preview.h"

#include "ui/pages/visit_paper.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/report.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace unclench::ui {

VisitPreview::VisitPreview(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("visitPreview"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    column->addWidget(buildActions());
    m_status = muted(wrapped(QStringLiteral("visitStatus"), {}, this));
    column->addWidget(m_status);
    column->addWidget(buildProgress());
    m_area = new ScrollSheet{QStringLiteral("visitPaperArea"), tr("The page for the doctor"), this};
    auto* sheet = new QVBoxLayout{m_area->sheet()};
    sheet->setContentsMargins(0, 0, 0, theme::grid(font(), 2));
    sheet->setSpacing(theme::grid(font(), 1));
    m_paper = new VisitPaper{m_area->sheet()};
    m_leftOut = wrapped(QStringLiteral("visitLeftOut"), {}, m_area->sheet());
    sheet->addWidget(m_paper);
    sheet->addWidget(m_leftOut);
    sheet->addStretch(1);
    column->addWidget(m_area, 1);
    enableActions();
}

QWidget* VisitPreview::buildActions()
{
    auto* actions = new QWidget{this};
    auto* row = new FlowLayout{actions, theme::grid(font(), 1)};
    m_print = new MainButton{tr("P&rint"), actions};
    m_print->setObjectName(QStringLiteral("visitPrintButton"));
    m_print->setAccessibleName(tr("Print the page"));
    m_pdf = rowButton(QStringLiteral("visitPdfButton"), tr("Save as PDF"),
                      tr("Save the page as a PDF file"), actions);
    m_html = rowButton(QStringLiteral("visitHtmlButton"), tr("Save as HTML"),
                       tr("Save the page as an HTML file"), actions);
    m_copy = rowButton(QStringLiteral("visitCopyButton"), tr("Copy as text"),
                       tr("Copy the page as text, for a portal or an e-mail"), actions);
    row->addWidget(m_print);
    row->addWidget(m_pdf);
    row->addWidget(m_html);
    row->addWidget(m_copy);
    connect(m_print, &QPushButton::clicked, this, &VisitPreview::printRequested);
    connect(m_pdf, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(false); });
    connect(m_html, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(true); });
    connect(m_copy, &QPushButton::clicked, this, &VisitPreview::copy);
    return actions;
}

QWidget* VisitPreview::buildProgress()
{
    auto* place = new QWidget{this};
    auto* row = new QHBoxLayout{place};
    row->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar{place};
    m_progress->setObjectName(QStringLiteral("visitProgress"));
    m_progress->setAccessibleName(tr("How much of the page is made"));
    m_progress->setRange(0, 100);
    m_cancel = rowButton(QStringLiteral("visitCancelButton"), tr("Cancel"),
                         tr("Cancel: nothing is printed or saved"), place);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &VisitPreview::cancelRequested);
    m_progress->hide();
    m_cancel->hide();
    return place;
}

void VisitPreview::display(const VisitView& view)
{
    m_report = view.report;
    m_hasReport = m_report != nullptr;
    m_paper->display(m_report);
    m_paper->setVisible(m_hasReport);
    QStringList said;
    if (m_report) {
        said = m_report->leftOut();
        if (const QStringList missing = m_report->missingGlyphs(); !missing.isEmpty()) {
            said << wording::reportNoGlyph(missing);
        }
        if (view.visit && view.visit->isLong) {
            said << tr("The long version follows this page when you print or save it.");
        }
    }
    m_leftOut->setText(said.join(QLatin1Char('\n')));
    m_leftOut->setVisible(!said.isEmpty());
    enableActions();
}

void VisitPreview::release()
{
    m_report.reset();
    m_paper->release();
}

void VisitPreview::displayStatus(const QString& sentence)
{
    m_status->setText(sentence);
}

void VisitPreview::displayProgress(double share, bool canCancel)
{
    m_isBusy = true;
    m_progress->setValue(static_cast<int>(std::lround(share * 100)));
    m_progress->show();
    m_cancel->setVisible(true);
    m_cancel->setEnabled(canCancel);
    enableActions();
}

void VisitPreview::endProgress()
{
    const bool hadKeyboard = m_cancel->hasFocus();
    m_isBusy = false;
    enableActions();
    if (hadKeyboard) {
        m_paper->setFocus(Qt::OtherFocusReason); // there a press that comes too late does nothing
    }
    m_progress->hide();
    m_cancel->hide();
}

void VisitPreview::setUnrolled(bool isUnrolled)
{
    m_area->setUnrolled(isUnrolled);
}

void VisitPreview::copy()
{
    if (m_report) {
        QApplication::clipboard()->setText(m_report->toText());
        displayStatus(tr("Copied. Paste it where you need it."));
    }
}

void VisitPreview::enableActions()
{
    // One at a time: a second press would make the same page again.
    for (QPushButton* button :
         std::initializer_list<QPushButton*>{m_print, m_pdf, m_html, m_copy}) {
        button->setEnabled(m_hasReport && !m_isBusy);
    }
    m_copy->setEnabled(m_hasReport);
}

} // namespace unclench::ui
