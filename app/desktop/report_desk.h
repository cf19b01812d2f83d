// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between *Visit* and paper or a file: the dialogs, the printer, what became of it.
#pragma once

#include "app/desktop/report_writer.h"
#include "ui/visit_showing.h"

#include <QObject>
#include <QPointer>
#include <QPrinter>

#include <functional>

class QDialog;
class QWidget;

namespace unclench::app {

/// Whether a printer that was painted on took it: it is neither broken nor was it stopped.
[[nodiscard]] bool hasTaken(QPrinter::PrinterState state);

/// Whether this computer knows a printer. Asks the print server of this computer.
[[nodiscard]] bool hasPrinter();

class ReportDesk : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `window`: what its dialogs belong to. `isPrinterThere` is asked before
    /// each print.
    ReportDesk(QWidget& window,
               ui::VisitShowing& visit,
               std::filesystem::path folder,
               const Clock& clock,
               const Vocabulary& vocabulary,
               const ui::Words& words,
               std::function<bool()> isPrinterThere = &hasPrinter);

private:
    void print(const Visit& visit, const QString& title);
    void save(const Visit& visit, const QString& title, bool isHtml);
    /// Another one is open: then that one comes to the front.
    bool isAsking();
    void end(const QString& sentence);

    QWidget& m_window;
    ui::VisitShowing& m_visit;
    std::function<bool()> m_isPrinterThere;
    QPointer<QDialog> m_dialog;
    ReportWriter m_writer;
};

} // namespace unclench::app
