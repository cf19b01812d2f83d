// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor as it will be printed, on the screen.
#pragma once

#include "ui/report/report.h"

#include <QImage>
#include <QLabel>
#include <QSizeF>

#include <memory>

namespace unclench::ui {

/// As wide as its place, in the proportions of the paper. The keyboard stops at it, and a screen
/// reader reads the whole page.
class VisitPaper : public QLabel {
    Q_OBJECT
public:
    explicit VisitPaper(QWidget* parent = nullptr);

    void display(std::shared_ptr<const report::Report> report);
    /// Lets go of the report; what is painted stays until the next one comes.
    void release();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double ratio() const;
    void paintSheet();

    std::shared_ptr<const report::Report> m_report;
    /// Of the report shown last, in millimetres.
    QSizeF m_paper;
    /// Of the size and the device that it was shown on last: painting a page takes long.
    QImage m_sheet;
};

} // namespace unclench::ui
