// SPDX-License-Identifier: GPL-3.0-or-later
// All visits, those ahead and those over, to be looked at or deleted.
#pragma once

#include "ui/pages/visit_view.h"
#include "ui/widgets/section.h"

#include <map>
#include <string>

namespace unclench::ui {

class VisitList : public Section {
    Q_OBJECT
public:
    explicit VisitList(QWidget* parent = nullptr);

    void display(const VisitView& view);

Q_SIGNALS:
    void chosen(const unclench::Uuid& visit);
    void removeRequested(const unclench::Uuid& visit);

private:
    struct Row {
        QWidget* row = nullptr;
        QLabel* label = nullptr;
        QLabel* said = nullptr;
        QPushButton* show = nullptr;
        QPushButton* remove = nullptr;
    };
    Row makeRow(const Uuid& visit);
    void displayRow(Row& row, const Visit& visit, const VisitView& view);

    QVBoxLayout* m_lines;
    /// By the id of the visit, as text.
    std::map<std::string, Row> m_rows;
};

} // namespace unclench::ui
