// SPDX-License-Identifier: GPL-3.0-or-later
// The right half of *Visit*: what to do with the page, the page itself, what it left out.
#pragma once

#include "ui/pages/visit_view.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace unclench::ui {

class MainButton;
class ScrollSheet;
class VisitPaper;

class VisitPreview : public QWidget {
    Q_OBJECT
public:
    explicit VisitPreview(QWidget* parent = nullptr);

    void display(const VisitView& view);
    /// Lets go of the report while nobody looks.
    void release();
    /// What became of a wish, or what it waits for.
    void displayStatus(const QString& sentence);
    /// A page is being made; `share` of it is done, 0 to 1. `canCancel`: until it is on its way.
    void displayProgress(double share, bool canCancel);
    /// Nothing is being made any more.
    void endProgress();
    /// Scrolled with the page as a whole, or for itself.
    void setUnrolled(bool isUnrolled);

Q_SIGNALS:
    void printRequested();
    void saveRequested(bool isHtml);
    void cancelRequested();

private:
    QWidget* buildActions();
    QWidget* buildProgress();
    void copy();
    void enableActions();

    std::shared_ptr<const report::Report> m_report;
    bool m_hasReport = false;
    bool m_isBusy = false;
    MainButton* m_print = nullptr;
    QPushButton* m_pdf = nullptr;
    QPushButton* m_html = nullptr;
    QPushButton* m_copy = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    ScrollSheet* m_area = nullptr;
    VisitPaper* m_paper = nullptr;
    QLabel* m_leftOut = nullptr;
};

} // namespace unclench::ui
