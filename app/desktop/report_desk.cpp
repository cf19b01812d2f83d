// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/report_desk.h"

#include "app/desktop/folders.h"
#include "app/desktop/print_socket.h"
#include "ui/pages/visit_preview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinterInfo>

namespace unclench::app {

namespace {

/// Without what a file name cannot hold everywhere.
QString fileNameOf(QString title, const QString& ending)
{
    for (const QChar c : QStringLiteral("/\\:*?\"<>|")) {
        title.replace(c, QLatin1Char('-'));
    }
    return title + QLatin1Char('.') + ending;
}

} // namespace

bool hasTaken(QPrinter::PrinterState state)
{
    switch (state) {
    case QPrinter::Idle:
    case QPrinter::Active: return true;
    case QPrinter::Aborted:
    case QPrinter::Error: return false;
    }
    return false;
}

bool hasPrinter()
{
    printOverLocalSocket();
    return !QPrinterInfo::availablePrinterNames().isEmpty();
}

ReportDesk::ReportDesk(QWidget& window,
                       ui::VisitShowing& visit,
                       std::filesystem::path folder,
                       const Clock& clock,
                       const Vocabulary& vocabulary,
                       const ui::Words& words,
                       std::function<bool()> isPrinterThere)
    : m_window(window), m_visit(visit), m_isPrinterThere(std::move(isPrinterThere)),
      m_writer(std::move(folder), clock, vocabulary, words)
{
    connect(&visit, &ui::VisitShowing::printRequested, this, &ReportDesk::print);
    connect(&visit, &ui::VisitShowing::saveRequested, this, &ReportDesk::save);
    connect(&visit, &ui::VisitShowing::cancelRequested, this, [this] { m_writer.cancel(); });
    connect(&m_writer, &ReportWriter::progressed, this, [this](double share, bool canCancel) {
        m_visit.preview().displayProgress(share, canCancel);
    });
    connect(&m_writer, &ReportWriter::written, this,
            [this](const QString& path) { end(tr("Saved as %1.").arg(path)); });
    connect(&m_writer, &ReportWriter::printed, this,
            [this] { end(tr("The page is on its way to the printer.")); });
    connect(&m_writer, &ReportWriter::cancelled, this,
            [this] { end(tr("Cancelled. Nothing was printed or saved.")); });
    connect(&m_writer, &ReportWriter::failed, this, &ReportDesk::end);
}

bool ReportDesk::isAsking()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
    }
    return m_dialog != nullptr;
}

void ReportDesk::print(const Visit& visit, const QString& title)
{
    if (isAsking()) {
        return;
    }
    if (!m_isPrinterThere()) {
        m_visit.preview().displayStatus(
            tr("This computer knows no printer. Press \"Save as PDF\": that file can be printed on "
               "another computer, or sent. Nothing that you wrote is lost."));
        return;
    }
    printOverLocalSocket();
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title);
    auto* dialog = new QPrintDialog{printer.get(), &m_window};
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, visit, printer] {
        // The page is laid out for one paper, upright, with margins of its own.
        printer->setPageOrientation(QPageLayout::Portrait);
        printer->setFullPage(true);
        m_writer.print(visit, printer, [printer] { return hasTaken(printer->printerState()); });
    });
    dialog->open();
}

void ReportDesk::save(const Visit& visit, const QString& title, bool isHtml)
{
    if (isAsking()) {
        return;
    }
    const QString ending = isHtml ? QStringLiteral("html") : QStringLiteral("pdf");
    auto* dialog = new QFileDialog{
        &m_window, isHtml ? tr("Save the page as HTML") : tr("Save the page as PDF"),
        QString::fromStdString(documentsFolder().string())};
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(isHtml ? tr("Web pages (*.html)") : tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(fileNameOf(title, ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, visit, ending](const QString& chosen) {
        // A portal's dialog may not add what makes it a PDF or a web page.
        const bool hasEnding = QFileInfo{chosen}.suffix().compare(ending, Qt::CaseInsensitive) == 0;
        const QString path = hasEnding ? chosen : chosen + QLatin1Char('.') + ending;
        m_writer.write(visit, path.toStdString());
    });
    dialog->open();
}

void ReportDesk::end(const QString& sentence)
{
    m_visit.preview().endProgress();
    m_visit.preview().displayStatus(sentence);
}

} // namespace unclench::app
