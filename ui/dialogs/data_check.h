// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, check: whether the diary is whole, and what to do where it is not.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/widgets/section.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace unclench::ui {

class DataCheck : public Section {
    Q_OBJECT
public:
    explicit DataCheck(QWidget* parent = nullptr);

    /// Absent: not checked yet.
    void display(const std::optional<CheckView>& view);

Q_SIGNALS:
    void checkRequested();
    /// The window is to let go of the diary, so that it can be repaired.
    void repairRequested();

private:
    QLabel* m_result;
    QListWidget* m_found;
    QPushButton* m_check;
    QPushButton* m_repair;
};

} // namespace unclench::ui
