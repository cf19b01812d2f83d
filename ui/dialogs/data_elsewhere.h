// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, backups: the copy that goes to another place each day.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/widgets/section.h"

class QLabel;
class QPushButton;

namespace unclench::ui {

class DataElsewhere : public Section {
    Q_OBJECT
public:
    explicit DataElsewhere(QWidget* parent = nullptr);

    /// Absent: no copy is kept elsewhere.
    void display(const std::optional<KeptElsewhere>& kept, const Moment& now);

Q_SIGNALS:
    /// Another folder is to be chosen.
    void folderRequested();
    void offRequested();

private:
    QLabel* m_folder;
    QLabel* m_last;
    QPushButton* m_choose;
    QPushButton* m_off;
};

} // namespace unclench::ui
