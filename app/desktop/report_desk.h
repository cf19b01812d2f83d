// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between *Visit* and paper or a file: the dialogs, the printer, what became of it.
#pragma once

#include "app/desktop/report_writer.h"
#include "ui/visit_showing.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace unclench::app {

class ReportDesk : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `window`: what its dialogs belong to.
    ReportDesk(QWidget& window,
               ui::VisitShowing& visit,
               std::filesystem::path folder,
               const Clock& clock,
               const Vocabulary& vocabulary,
               const ui::Words& words);

private:
    void print(const Visit& visit, const QString& title);
    void save(const Visit& visit, const QString& title, bool isHtml);
    /// Another one is open: then that one comes to the front.
    bool isAsking();
    void end(const QString& sentence);

    QWidget& m_window;
    ui::VisitShowing& m_visit;
    QPointer<QDialog> m_dialog;
    ReportWriter m_writer;
};

} // namespace unclench::app
