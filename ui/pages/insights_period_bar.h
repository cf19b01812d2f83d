// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the diary the insights are of.
#pragma once

#include "ui/pages/insights_view.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace unclench::ui {

class InsightsPeriodBar : public QWidget {
    Q_OBJECT
public:
    explicit InsightsPeriodBar(QWidget* parent = nullptr);

    /// Shows what counts now; no wish follows. `today`: what a period of one's own ends with until
    /// it is chosen; only the first call counts.
    void display(const InsightPeriod& period, std::chrono::local_days today);
    [[nodiscard]] InsightPeriod period() const;

Q_SIGNALS:
    void periodChanged(const unclench::ui::InsightPeriod& period);

private:
    QDateEdit* makeDate(const QString& name, const QString& label);
    void tell();

    QComboBox* m_span;
    QDateEdit* m_from;
    QDateEdit* m_to;
    bool m_hasToday = false;
    bool m_isDisplaying = false;
};

} // namespace unclench::ui
